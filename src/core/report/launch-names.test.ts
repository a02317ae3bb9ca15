import { expect, test } from 'vitest';
import type { ImageReference } from '../model/image-reference.ts';
import { imageOf, snapshotOf } from '../model/snapshot.test-support.ts';
import type { ImageSnapshot, Snapshot } from '../model/snapshot.ts';
import { type LaunchNames, launchNamesOf } from './launch-names.ts';

const PROSE = '# Sleep\n\nIt measures how street noise changes sleep.\n\n';
const open = { kind: 'public' } as const;
const refused = { kind: 'refused', likely: null } as const;

const alone = (image: ImageReference): Snapshot => ({
  ...snapshotOf({}),
  subject: { repository: null, image },
  repository: null,
});

const capitals = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  repository: snapshot.repository && {
    ...snapshot.repository,
    head: { state: 'read', value: { owner: 'Lab', name: 'Sleep_Study', commit: null, ref: null } },
  },
});

test.each<[string, Snapshot, Partial<LaunchNames> | null]>([
  ['neither image nor Dockerfile', snapshotOf({ 'README.md': PROSE }), null],
  [
    'a guess that is public',
    snapshotOf({ 'README.md': PROSE }, { images: [imageOf('lab/sleep', open)] }),
    { login: 'lab', owner: 'lab', image: 'sleep', isNamed: true, isPublic: true, dockerfile: null },
  ],
  [
    'a Dockerfile alone: the name is a suggestion, in lower case',
    capitals(snapshotOf({ 'README.md': PROSE, Dockerfile: 'FROM ubuntu:22.04\n' })),
    { login: 'Lab', owner: 'lab', image: 'sleep_study', isNamed: false, isPublic: false, dockerfile: 'Dockerfile' },
  ],
  [
    'a Dockerfile and a local name',
    snapshotOf({ 'README.md': `${PROSE}docker build -t my-tools .\n`, 'docker/Dockerfile': 'FROM ubuntu:22.04\n' }),
    { owner: 'lab', image: 'my-tools', isNamed: false, dockerfile: 'docker/Dockerfile' },
  ],
  [
    'an image that is named, of another owner, with a tag',
    snapshotOf({ 'README.md': `${PROSE}docker pull ghcr.io/Someone/tools:v2\n` }),
    { login: 'someone', owner: 'someone', image: 'tools', tag: 'v2', isNamed: true, isPublic: false },
  ],
  [
    'of two named the one on ghcr.io',
    snapshotOf({ 'README.md': `${PROSE}docker pull lab/one\ndocker pull ghcr.io/lab/two\n` }),
    { owner: 'lab', image: 'two', isNamed: true },
  ],
  [
    'an image elsewhere lends its name',
    snapshotOf({ 'README.md': `${PROSE}docker pull somebody/one:v1\n` }),
    { login: 'lab', owner: 'lab', image: 'one', tag: null, isNamed: false },
  ],
  [
    'an image alone',
    alone({ registry: 'ghcr.io', path: 'someone/a/b', tag: null, digest: `sha256:${'a'.repeat(64)}` }),
    { login: 'someone', owner: 'someone', image: 'a/b', tag: null, isNamed: true, dockerfile: null },
  ],
  [
    'an image alone elsewhere: its owner there is nobody’s name on GitHub',
    alone({ registry: 'docker.io', path: 'someone/tools', tag: null, digest: null }),
    { login: null, owner: null, image: 'tools', isNamed: false },
  ],
])('%s', (_name, snapshot, expected) => {
  const names = launchNamesOf(snapshot);
  if (expected === null) expect(names).toBeNull();
  else expect(names).toMatchObject(expected);
});

test('a refused image is not public', () => {
  const images: readonly ImageSnapshot[] = [imageOf('lab/sleep', refused)];
  const snapshot = snapshotOf({ 'README.md': `${PROSE}docker pull ghcr.io/lab/sleep\n` }, { images });
  expect(launchNamesOf(snapshot)).toMatchObject({ isNamed: true, isPublic: false });
});

test('of several Dockerfiles the judged one is built', () => {
  const files = { 'a/Dockerfile': '', 'c/Dockerfile': '', 'd/Dockerfile.gpu': '' };
  expect(launchNamesOf(snapshotOf(files))?.dockerfile).toBe('a/Dockerfile');
  const readme = 'docker build -f c/Dockerfile .\n';
  expect(launchNamesOf(snapshotOf({ ...files, 'README.md': readme }))?.dockerfile).toBe('c/Dockerfile');
});
