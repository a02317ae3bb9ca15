// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { pageShapes } from '../../test/github-pages/page-context.ts';
import { type RepositoryRef, repositoryFromNames } from '../core/model/repository-ref.ts';
import { pageData } from './page-data.ts';
import { showPage } from './page-fixture.test-support.ts';
import { isOwnersPage, isWorthJudging, linkedNames, listedNames } from './something-to-judge.ts';
import { visibilityOf } from './visibility.ts';

const repository = repositoryFromNames('mira-lund', 'sleep-report') as RepositoryRef;
const visibility = (of = repository) => visibilityOf(of, pageData(of));
const removeAll = (selector: string) => {
  for (const element of document.querySelectorAll(selector)) element.remove();
};

describe('visibility', () => {
  const ofRepositories = pageShapes.filter((shape) => shape !== 'settings' && shape !== 'not-found');
  test.each(ofRepositories)('%s', (shape) => {
    showPage(shape);
    expect(visibility()).toBe('public');
    showPage(shape, { visibility: 'private' });
    expect(visibility()).toBe('private');
    showPage(shape, { visibility: 'internal' });
    expect(visibility()).toBe('private');
  });

  test('letter case of the address does not matter', () => {
    showPage('root-signed-out', { owner: 'Mira-Lund' });
    expect(visibility()).toBe('public');
  });

  test('nothing says it: unknown', () => {
    showPage('root-signed-out');
    removeAll('meta,script');
    expect(visibility()).toBe('unknown');
  });

  test('metas of another repository, in the middle of a navigation: unknown', () => {
    showPage('issue', { name: 'another' });
    expect(visibility()).toBe('unknown');
  });

  test('the label alone makes it private, but never public', () => {
    showPage('root-signed-in-2026', { visibility: 'internal' });
    removeAll('meta,script');
    expect(visibility()).toBe('private');
  });

  test('one voice for private outweighs all others', () => {
    showPage('root-signed-out');
    document.querySelector('meta[name$="_public"]')?.setAttribute('content', 'false');
    expect(visibility()).toBe('private');
  });
});

describe('the page’s own data', () => {
  test.each(['root-signed-out', 'root-signed-in-2025', 'root-signed-in-2026'] as const)('%s', (shape) => {
    showPage(shape);
    expect(pageData(repository)).toEqual({
      isPrivate: false,
      defaultBranch: 'main',
      ref: 'main',
      path: '/',
      names: ['notebooks', 'README.md', 'environment.yml'],
    });
  });

  test('of another repository are not used', () => {
    showPage('root-signed-out', { name: 'another' });
    expect(pageData(repository)).toBeUndefined();
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"payload":null}',
    '{"payload":{"codeViewLayoutRoute":{"repo":{"ownerLogin":7}}}}',
  ])('broken data are none: %s', (text) => {
    document.body.innerHTML = '<script type="application/json" data-target="react-app.embeddedData"></script>';
    (document.querySelector('script') as HTMLElement).textContent = text;
    expect(pageData(repository)).toBeUndefined();
  });
});

describe('something to judge', () => {
  test.each([
    ['README.md environment.yml', true],
    ['readme.rst requirements-dev.txt', true],
    ['README pyproject.toml', true],
    ['README.md uv.lock', true],
    ['README.md DESCRIPTION', true],
    ['README.md Dockerfile', true],
    ['README.md gpu.Dockerfile', true],
    ['README.md analysis.ipynb', true],
    ['README.md notebooks', true],
    ['README.md index.js package.json', false],
    ['environment.yml Dockerfile', false],
    ['README_template.txt environment.yml', false],
    ['README.md old-environment.yml.bak', false],
    ['', false],
  ])('%s: %s', (names, expected) => {
    expect(isWorthJudging(names.split(' '))).toBe(expected);
  });

  test('the owner reads the page, whatever the letter case', () => {
    showPage('root-signed-in-2026', { viewer: 'Mira-Lund' });
    expect(isOwnersPage(repository)).toBe(true);
    showPage('root-signed-in-2026', { viewer: 'someone' });
    expect(isOwnersPage(repository)).toBe(false);
    showPage('root-signed-out');
    expect(isOwnersPage(repository)).toBe(false);
  });

  test('the data count only for the root of the page’s ref', () => {
    const data = { isPrivate: false, defaultBranch: 'main', ref: 'main', path: '/', names: ['README.md'] };
    expect(listedNames(data, undefined)).toEqual(['README.md']);
    expect(listedNames(data, 'dev')).toBeUndefined();
    expect(listedNames({ ...data, ref: 'dev' }, undefined)).toBeUndefined();
    expect(listedNames({ ...data, path: 'docs' }, undefined)).toBeUndefined();
    expect(listedNames(undefined, undefined)).toBeUndefined();
  });

  test('without data the links to files tell, those of the README aside', () => {
    showPage('root-signed-out', { owner: 'Mira-Lund' });
    removeAll('script');
    const link = document.createElement('a');
    link.href = '/mira-lund/sleep-report/blob/main/Dockerfile';
    document.querySelector('article')?.append(link);
    expect(linkedNames(repository).sort()).toEqual(['README.md', 'environment.yml', 'notebooks']);
  });
});
