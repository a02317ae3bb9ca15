import { expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { formatImageReference } from '../model/image-reference.ts';
import { limits } from '../model/limits.ts';
import { imageOf, snapshotOf } from '../model/snapshot.test-support.ts';
import { notAsked, type RepositorySnapshot, type Snapshot } from '../model/snapshot.ts';
import { type Reading, read } from '../model/unread.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { general } from '../rubrics/general.ts';
import { methodologyAssignment6 } from '../rubrics/methodology-assignment-6.ts';
import { nextReads, type Read } from './next-reads.ts';

const notYet: Reading<never> = { state: 'unread', unread: notAsked };

const words = (read: Read): string => {
  if (read.what === 'text') return read.entry.path;
  return read.what === 'image' ? formatImageReference(read.reference) : read.what;
};
const next = (snapshot: Snapshot, rubric = general) => nextReads(snapshot, rubric, limits, checks).map(words);

const changed = (snapshot: Snapshot, change: Partial<RepositorySnapshot>): Snapshot =>
  snapshot.repository === null ? snapshot : { ...snapshot, repository: { ...snapshot.repository, ...change } };

const files = {
  'README.md': '# A\n\nconda env create -f lab/own.yml\n',
  'lab/own.yml': 'dependencies: []\n',
  'environment.yml': 'dependencies: []\n',
  '.github/workflows/publish.yml': '',
  'data/big.csv': '',
  'run.py': '',
};
const whole = snapshotOf(files);

test('first the commit, then the listing', () => {
  expect(next(changed(whole, { head: notYet, tree: notYet, texts: [] }))).toEqual(['head']);
  expect(next(changed(whole, { tree: notYet, texts: [] }))).toEqual(['tree']);
});

test('then the texts that the checks need and no others, then what these name, then images', () => {
  const first = changed(whole, { texts: [] });
  expect(next(first)).toEqual(['README.md', '.github/workflows/publish.yml', 'environment.yml']);
  const texts = whole.repository?.texts.filter(({ path }) => path !== 'lab/own.yml') ?? [];
  expect(next(changed(whole, { texts }))).toEqual(['lab/own.yml']);
  expect(next(whole)).toEqual(['ghcr.io/lab/sleep']);
  expect(next({ ...whole, images: [imageOf('lab/sleep', { kind: 'public' })] })).toEqual([]);
});

test('nothing more after a listing that could not be read', () => {
  expect(next(changed(whole, { tree: { state: 'unread', unread: { kind: 'timeout' } }, texts: [] }))).toEqual([]);
});

test('an image alone needs no call to GitHub', () => {
  const image = { registry: 'ghcr.io', path: 'lab/x', tag: null, digest: null };
  const given = { ...whole, repository: null, subject: { repository: null, image } };
  expect(next(given, methodologyAssignment6)).toEqual(['ghcr.io/lab/x']);
});

test('many environment files leave room for the others', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`environment_${index}.yml`, '']));
  const snapshot = changed(snapshotOf({ ...many, '.github/workflows/publish.yml': '' }), { texts: [] });
  expect(next(snapshot)).toHaveLength(limits.environmentFiles.most + 1);
  expect(next(snapshot)).toContain('.github/workflows/publish.yml');
});

test('at most so many texts', () => {
  const few = { ...limits, textsPerRepository: { most: 2, sentence: '' } };
  expect(nextReads(changed(whole, { texts: [] }), general, few, checks)).toHaveLength(2);
});

test('at most so many images', () => {
  const text = Array.from({ length: 9 }, (_, index) => `docker pull ghcr.io/lab/image${index}`).join('\n');
  expect(next(snapshotOf({ 'README.md': text }))).toHaveLength(limits.imageCandidates.most);
});

test('documents that the README links to only where it lacks steps itself', () => {
  const guide = { 'docs/a.md': '', 'docs/b.md': '', 'docs/c.md': '', 'docs/d.md': '', 'run.py': '' };
  const links = 'See [a](docs/a.md), [b](docs/b.md), [c](docs/c.md) and [d](docs/d.md).\n';
  const readsAfter = (readme: string) => {
    const snapshot = snapshotOf({ ...guide, 'README.md': `${links}\n${readme}` });
    const texts = snapshot.repository?.texts.filter(({ path }) => path === 'README.md') ?? [];
    return next(changed(snapshot, { texts }), everyCheck).filter((path) => path.startsWith('docs/'));
  };
  expect(readsAfter('    pip install numpy\n    python run.py\n')).toEqual([]);
  expect(readsAfter('    python run.py\n')).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md']);
});

test('what tells which Dockerfile is used only where none lies at the root', () => {
  const using = { 'README.md': 'docker build -f b/Dockerfile .\n', '.devcontainer/devcontainer.json': '{}' };
  const texts = (rest: Record<string, string>) => next(changed(snapshotOf({ ...using, ...rest }), { texts: [] }));
  expect(texts({ Dockerfile: 'FROM a\n', 'b/Dockerfile': '' })).toEqual(['README.md', 'Dockerfile']);
  expect(texts({ 'b/Dockerfile': '' })).toEqual(['README.md', 'b/Dockerfile', '.devcontainer/devcontainer.json']);
});

test('`latest` is asked for where the named tag is not there and it is', () => {
  const named = { 'README.md': 'docker pull ghcr.io/lab/a:v2\n' };
  const reference = { registry: 'ghcr.io', path: 'lab/a', tag: 'v2', digest: null };
  const asked = (tags: readonly string[]) =>
    next(
      snapshotOf(named, {
        images: [imageOf('lab/a', { kind: 'public' }, { reference, manifest: { state: 'absent' }, tags: read(tags) })],
      }),
    );
  expect(asked(['latest'])).toEqual(['ghcr.io/lab/a']);
  expect(asked(['v1'])).toEqual([]);
});

test('bases are asked for where a check needs them, once each, and are never taken for the project’s image', () => {
  const dockerfile = 'FROM ghcr.io/lab/base:1 AS a\nFROM python:3.12\nFROM a\n';
  const snapshot = snapshotOf({ 'README.md': 'docker pull ghcr.io/lab/sleep\n', Dockerfile: dockerfile });
  const images = ['ghcr.io/lab/sleep', 'ghcr.io/lab/base:1', 'docker.io/library/python:3.12'];
  expect(next(snapshot, everyCheck)).toEqual(images);
  const row = (check: string) => ({ id: check, statement: check, checks: [{ check, level: 'required' as const }] });
  const without = { ...everyCheck, rows: [row('dockerfile-is-valid'), row('image-exists-and-is-public')] };
  expect(next(snapshot, without)).toEqual(images.slice(0, 1));
  expect(next(snapshot, { ...without, rows: [row('base-image-exists')] })).toEqual(images.slice(1));
  const reference = { registry: 'ghcr.io', path: 'lab/base', tag: '1', digest: null };
  const asked = { ...snapshot, images: [imageOf('', { kind: 'public' }, { reference })] };
  expect(next(asked, everyCheck)).toEqual(images.filter((name) => !name.includes('base')));
});

test('a base that is named as the project’s own image is asked for once', () => {
  const files = { 'README.md': 'docker pull ghcr.io/lab/sleep:1\n', Dockerfile: 'FROM ghcr.io/lab/sleep:1\n' };
  expect(next(snapshotOf(files), everyCheck).filter((name) => name.endsWith('sleep:1'))).toHaveLength(1);
});
