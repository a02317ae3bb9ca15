import { describe, expect, test } from 'vitest';
import { lineEvidence } from '../core/model/finding.ts';
import { parseImageReference } from '../core/model/image-reference.ts';
import { imageOf } from '../core/model/snapshot.test-support.ts';
import { read } from '../core/model/unread.ts';
import { assessmentOf, refusedImage } from './assessment.test-support.ts';
import { imageFactsOf } from './image-facts.ts';
import { launchOf } from './image-launch.ts';

const naming = { 'README.md': 'Pull the image first:\n\n    docker pull ghcr.io/someone/tools\n' };

test('an image that the README names, with the line and the registry’s words', () => {
  const facts = imageFactsOf(assessmentOf({ files: naming, images: [refusedImage('someone/tools', 'private')] }));
  expect(facts).toMatchObject({
    reference: 'ghcr.io/someone/tools',
    access: 'private',
    packageName: 'tools',
    pages: {
      all: 'https://github.com/someone?tab=packages',
      settingsOfPerson: 'https://github.com/users/someone/packages/container/tools/settings',
      settingsOfOrganisation: 'https://github.com/orgs/someone/packages/container/tools/settings',
    },
    candidates: [
      {
        origin: 'named',
        place: lineEvidence('README.md', 3, 'docker pull ghcr.io/someone/tools'),
        answers: [{ request: 'token', status: 401, code: 'UNAUTHORIZED', quote: 'authentication required' }],
      },
    ],
  });
});

test('a refusal that tells nothing more is not called private', () => {
  const facts = imageFactsOf(assessmentOf({ files: naming, images: [refusedImage('someone/tools', null)] }));
  expect(facts?.access).toBe('refused');
});

test('a pasted image was found nowhere, and a package’s name may hold a slash', () => {
  const images = [refusedImage('someone/a/b', null)];
  const facts = imageFactsOf(assessmentOf({ subject: 'ghcr.io/someone/a/b', images }));
  expect(facts).toMatchObject({
    packageName: 'a/b',
    pages: { settingsOfPerson: 'https://github.com/users/someone/packages/container/a%2Fb/settings' },
    candidates: [{ origin: 'given', place: null }],
  });
});

test('an image that was not asked about is not looked at, and blamed for nothing', () => {
  const facts = imageFactsOf(assessmentOf({ files: naming }));
  expect(facts).toMatchObject({ access: 'not-looked-at', digest: null, candidates: [{ answers: [] }] });
});

test('every named image is there, one that may not be asked for as not asked', () => {
  const text = 'docker pull ghcr.io/someone/tools\ndocker pull someone/tools:v1\n';
  const hub = parseImageReference('someone/tools:v1');
  if (!hub.ok) throw new Error(hub.problem);
  const images = [
    refusedImage('someone/tools', null),
    imageOf('', { kind: 'permission-needed' }, { reference: hub.reference }),
  ];
  const facts = imageFactsOf(assessmentOf({ files: { 'README.md': text }, images }));
  expect(facts?.candidates.map(({ reference, access }) => [reference, access])).toEqual([
    ['ghcr.io/someone/tools', 'refused'],
    ['docker.io/someone/tools:v1', 'not-asked'],
  ]);
});

test('a refused guess is never shown', () => {
  const files = { 'README.md': 'It measures street noise.' };
  expect(imageFactsOf(assessmentOf({ files, images: [refusedImage('someone/work', 'private')] }))).toBeNull();
});

test('a project without an image has no card', () => {
  expect(imageFactsOf(assessmentOf({ files: { 'README.md': 'It measures street noise.' } }))).toBeNull();
});

test('of a public image the configuration is told, and the manifest’s answer', () => {
  const asked = refusedImage('someone/tools', null);
  const config = {
    digest: 'sha256:c',
    architecture: 'amd64',
    os: 'linux',
    created: null,
    command: ['/bin/bash'],
    entrypoint: ['tini', '--'],
    user: null,
    environment: [],
    diffIds: [],
    history: [],
  };
  const told = ['token', 'manifest', 'config'] as const;
  const image = {
    ...asked,
    access: read({ kind: 'public' } as const),
    config: read(config),
    answers: told.map((request) => ({ request, status: 200, code: null, quote: '' })),
  };
  const facts = imageFactsOf(assessmentOf({ files: naming, images: [image] }));
  expect(facts).toMatchObject({
    access: 'public',
    command: ['/bin/bash'],
    entrypoint: ['tini', '--'],
    candidates: [{ answers: [{ request: 'manifest', status: 200 }] }],
  });
});

describe('what the Dockerfile starts from', () => {
  const baseOf = (dockerfile: string) =>
    imageFactsOf(assessmentOf({ files: { ...naming, Dockerfile: dockerfile } }))?.base;

  test.each([
    ['FROM ubuntu:22.04\n', 'ubuntu:22.04', 1],
    ['ARG BASE=python:3.12\nFROM $BASE\n', 'python:3.12', 2],
    ['FROM node:20 AS page\nFROM ubuntu:22.04\nCOPY --from=page / /\n', 'ubuntu:22.04', 2],
    ['FROM ubuntu:22.04 AS base\nFROM base\n', 'ubuntu:22.04', 1],
    ['FROM node:20 AS a\nFROM ubuntu:22.04 AS b\nFROM a\n', 'node:20', 1],
  ])('%j', (dockerfile, name, line) => {
    expect(baseOf(dockerfile)).toMatchObject({ name, place: { path: 'Dockerfile', line } });
  });

  test.each([['FROM $NOTHING\n'], ['RUN true\n']])('is not told by %j', (dockerfile) => {
    expect(baseOf(dockerfile)).toBeNull();
  });
});

test('what can be launched: a Dockerfile or an image, under a rubric that knows images', () => {
  const files = { 'README.md': 'It measures street noise.', Dockerfile: 'FROM ubuntu:22.04\n' };
  const assessment = assessmentOf({ files });
  expect(launchOf(assessment)).toMatchObject({ image: 'work', dockerfile: 'Dockerfile' });
  expect(launchOf({ ...assessment, rubric: { ...assessment.rubric, rows: [] } })).toBeNull();
  expect(launchOf(assessmentOf({ files: { 'README.md': 'It measures street noise.' } }))).toBeNull();
});
