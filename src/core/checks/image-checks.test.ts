import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import type { Finding } from '../model/finding.ts';
import { type ImageReference, parseImageReference } from '../model/image-reference.ts';
import type { Rubric } from '../model/rubric.ts';
import { imageOf, snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import type { HistoryEntry, ImageConfig, ImageSnapshot, Platform, Snapshot } from '../model/snapshot.ts';
import { parseSubject } from '../model/subject.ts';
import { read, unread, unreadKinds } from '../model/unread.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { general } from '../rubrics/general.ts';
import { runCheck } from './check.ts';
import { checkById } from './index.ts';

type Files = Readonly<Record<string, TestFile>>;

function findingOf(id: string, snapshot: Snapshot, rubric: Rubric = everyCheck): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return runCheck(check, factsOf(snapshot), rubric.parameters);
}

const NAME = 'lab/sleep-image';
const NAMED: Files = { 'README.md': `We measure sleep.\n\n    docker pull ghcr.io/${NAME}\n` };

const configOf = (change: Partial<ImageConfig> = {}): ImageConfig => ({
  digest: `sha256:${'c'.repeat(64)}`,
  architecture: 'amd64',
  os: 'linux',
  created: null,
  command: ['/bin/bash'],
  entrypoint: null,
  user: null,
  environment: [],
  diffIds: [],
  history: [],
  ...change,
});

const publicImage = (change: Partial<ImageSnapshot> = {}, config: Partial<ImageConfig> = {}): ImageSnapshot =>
  imageOf(NAME, { kind: 'public' }, { config: read(configOf(config)), ...change });

const withoutManifest = (tags: ImageSnapshot['tags'], change: Partial<ImageSnapshot> = {}) =>
  publicImage({ manifest: { state: 'absent' }, config: { state: 'absent' }, tags, ...change });

const named = (image: ImageSnapshot, files: Files = NAMED): Snapshot => snapshotOf(files, { images: [image] });

function referenceOf(text: string): ImageReference {
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.reference;
}

/** A snapshot of what a reader pasted, an image alone. */
function pasted(text: string, ...images: readonly ImageSnapshot[]): Snapshot {
  const parsed = parseSubject(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return { ...snapshotOf({}, { images }), subject: parsed.subject, repository: null };
}

const OF_THE_IMAGE = [
  'image-has-the-tag-people-pull',
  'image-is-built-for-required-platform',
  'image-sets-the-required-command',
  'image-is-not-the-base-itself',
];

describe.each(OF_THE_IMAGE)('%s', (id) => {
  test.each(unreadKinds)('is unknown when the image could not be asked (%s)', (kind) => {
    expect(findingOf(id, named(imageOf(NAME, { kind })))).toMatchObject({ outcome: 'unknown', why: { kind } });
    expect(findingOf(id, named(publicImage({ manifest: unread(kind) }))).outcome).toBe('unknown');
  });

  test('leaves an image that nobody can pull to the check that says so', () => {
    const finding = findingOf(id, named(imageOf(NAME, { kind: 'refused', likely: 'private' })));
    expect(finding.outcome).toBe('not-applicable');
    expect(finding.summary).toContain('Nobody can pull the image');
  });

  test('does not apply without an image', () => {
    const guess = imageOf('lab/sleep', { kind: 'refused', likely: null });
    expect(findingOf(id, named(guess, { 'README.md': 'x\n' })).outcome).toBe('not-applicable');
  });
});

describe('image-path-is-well-formed', () => {
  const submission = (value: string): Files => ({ 'submission.json': `{\n "dockerhub-id": "${value}",\n}` });
  const path = (files: Files) => findingOf('image-path-is-well-formed', named(publicImage(), files));

  test('a path in the README', () => {
    expect(path(NAMED)).toMatchObject({ outcome: 'pass', notes: [], summary: `The path is ghcr.io/${NAME}.` });
  });

  test('a forgotten slash', () => {
    expect(path(submission('labsleep:latest'))).toMatchObject({
      outcome: 'fail',
      evidence: [{ kind: 'line', path: 'submission.json', line: 2 }],
    });
    expect(path(submission('labsleep:latest')).summary).toContain('A slash is missing');
    expect(path(submission('ghcr.io/labsleep')).outcome).toBe('fail');
  });

  test('a forgotten slash beside a right path is a note', () => {
    const finding = path({ ...NAMED, ...submission('labsleep:latest') });
    expect(finding.outcome).toBe('pass');
    expect(finding.notes[0]).toContain('submission.json line 2');
  });

  test('too many parts for Docker Hub', () => {
    const image = imageOf(
      '',
      { kind: 'permission-needed' },
      { reference: referenceOf('docker.io/lab/jupyterlab/sleep') },
    );
    const finding = findingOf('image-path-is-well-formed', named(image, submission('lab/jupyterlab/sleep')));
    expect(finding.outcome).toBe('fail');
  });

  test.each([
    [`ghcr.io/${NAME}`, []],
    [
      `ghcr.io/${NAME}:v1`,
      ['It was given with a tag, “:v1”; the assignment asks for the path without it: ghcr.io/lab/sleep-image.'],
    ],
    ['https://ghcr.io/Lab/Sleep-Image', ['An image path is lower case; the capitals were lowered.']],
    [
      'https://github.com/lab/sleep/pkgs/container/sleep-image',
      ['The address of a page was given; the path of its image was taken from it.'],
    ],
  ])('%s as a reader gives it', (text, notes) => {
    const subject = parseSubject(text);
    const reference = subject.ok ? subject.subject.image : null;
    if (reference === null) throw new Error('no image');
    const finding = findingOf('image-path-is-well-formed', pasted(text, publicImage({ reference })));
    expect(finding.outcome).toBe('pass');
    expect(finding.notes).toEqual(notes);
  });

  test('a tag in a command of the README is none of its business', () => {
    const image = publicImage({ reference: referenceOf(`ghcr.io/${NAME}:v1`) });
    const files = { 'README.md': `docker pull ghcr.io/${NAME}:v1\n` };
    expect(findingOf('image-path-is-well-formed', named(image, files)).notes).toEqual([]);
  });
});

describe('image-has-the-tag-people-pull', () => {
  const id = 'image-has-the-tag-people-pull';

  test('latest, where none is named', () => {
    expect(findingOf(id, named(publicImage()))).toMatchObject({
      outcome: 'pass',
      summary: 'The tag `latest` is there.',
    });
  });

  test('another tag only: the tags are listed, signatures aside, and the way to add it is given', () => {
    const tags = read([`sha256-${'0'.repeat(64)}.sig`, 'main', 'v1']);
    const finding = findingOf(id, named(withoutManifest(tags)));
    expect(finding).toMatchObject({
      outcome: 'fail',
      summary: `ghcr.io/${NAME} has no tag “latest”. It has main, v1.`,
    });
    expect(finding.fix?.ways[0].paste).toBe(
      `docker pull ghcr.io/${NAME}:main\ndocker tag ghcr.io/${NAME}:main ghcr.io/${NAME}:latest && docker push ghcr.io/${NAME}:latest`,
    );
    expect(finding.evidence[0]).toMatchObject({ kind: 'line', path: 'README.md', line: 3 });
  });

  test.each([
    ['no tag at all', read([]), 'has no tag at all'],
    ['absent tags', { state: 'absent' as const }, 'has no tag at all'],
    ['tags that could not be read', unread('timeout'), 'could not be read'],
  ])('%s', (_name, tags, words) => {
    const finding = findingOf(id, named(withoutManifest(tags)));
    expect(finding.outcome).toBe('fail');
    expect(finding.summary).toContain(words);
  });

  test('a named tag that is not there, though `latest` is: the rest is judged by `latest`', () => {
    const missing = withoutManifest(read(['latest']), { reference: referenceOf(`ghcr.io/${NAME}:v9`) });
    const files = { 'README.md': `docker pull ghcr.io/${NAME}:v9\n` };
    const snapshot = snapshotOf(files, { images: [missing, publicImage()] });
    expect(findingOf(id, snapshot)).toMatchObject({
      outcome: 'fail',
      summary: `ghcr.io/${NAME} has no tag “v9”. It has latest.`,
    });
    expect(findingOf('image-sets-the-required-command', snapshot).outcome).toBe('pass');
    expect(findingOf('image-exists-and-is-public', snapshot).outcome).toBe('pass');
  });

  test('a digest that is not there', () => {
    const reference = referenceOf(`ghcr.io/${NAME}@sha256:${'a'.repeat(64)}`);
    const snapshot = pasted(`ghcr.io/${NAME}@sha256:${'a'.repeat(64)}`, withoutManifest(read([]), { reference }));
    expect(findingOf(id, snapshot).summary).toContain('no such digest');
    expect(findingOf('image-sets-the-required-command', snapshot).summary).toContain('under this digest');
  });
});

describe('image-is-built-for-required-platform', () => {
  const id = 'image-is-built-for-required-platform';
  const amd64: Platform = { os: 'linux', architecture: 'amd64', variant: null };
  const arm64: Platform = { os: 'linux', architecture: 'arm64', variant: 'v8' };
  const withPlatforms = (...platforms: readonly Platform[]): Partial<ImageSnapshot> => {
    const { manifest } = publicImage();
    if (manifest.state !== 'read') throw new Error('no manifest');
    return { manifest: read({ ...manifest.value, platforms, chosen: platforms[0] ?? null }) };
  };
  const arm = { architecture: 'arm64' };
  const onto = (base: string): Files => ({ ...NAMED, Dockerfile: `FROM ${base}\n` });

  test.each<[string, Partial<ImageSnapshot>, Partial<ImageConfig>, Files, string]>([
    ['amd64 in an index', withPlatforms(arm64, amd64), arm, NAMED, 'pass'],
    ['arm64 only in an index', withPlatforms(arm64), arm, NAMED, 'fail'],
    ['arm64 in the index, amd64 in the image', withPlatforms(arm64), {}, NAMED, 'unknown'],
    ['one manifest, labelled amd64', {}, {}, NAMED, 'pass'],
    ['one manifest, labelled arm64, on an unknown base', {}, arm, NAMED, 'unknown'],
    [
      'one manifest, labelled arm64, on a base for amd64 only',
      {},
      arm,
      onto('ghcr.io/ucsd-ets/scipy-ml-notebook:1'),
      'unknown',
    ],
    ['one manifest, labelled arm64, on a base for both', {}, arm, onto('python:3.12'), 'fail'],
    ['one manifest whose configuration was not read', { config: unread('timeout') }, {}, NAMED, 'unknown'],
    ['no such tag', { manifest: { state: 'absent' } }, {}, NAMED, 'not-applicable'],
  ])('%s', (_name, change, config, files, outcome) => {
    const snapshot = named(
      publicImage({ ...change, ...(change.config ? {} : { config: read(configOf(config)) }) }),
      files,
    );
    for (const rubric of [everyCheck, general]) {
      const finding = findingOf(id, snapshot, rubric);
      expect(finding.outcome).toBe(outcome);
      if (outcome === 'pass' || outcome === 'fail') expect(finding.evidence[0]?.kind).toBe('config');
    }
  });

  test('gives the line that builds it anew', () => {
    expect(findingOf(id, named(publicImage(withPlatforms(arm64), arm))).fix?.ways[0].paste).toBe(
      `docker build --platform linux/amd64 -t ghcr.io/${NAME} .\ndocker push ghcr.io/${NAME}`,
    );
  });
});

describe('image-sets-the-required-command', () => {
  const id = 'image-sets-the-required-command';
  test.each<[string, readonly string[] | null, string, string]>([
    ['the same', ['/bin/bash'], 'pass', ''],
    ['without the slash', ['bin/bash'], 'fail', 'the slash in front is missing'],
    ['without its folder', ['bash'], 'fail', 'without the folder'],
    ['in shell form', ['/bin/sh', '-c', '/bin/bash'], 'fail', 'in shell form'],
    ['another', ['start-notebook.py'], 'fail', 'The image starts ["start-notebook.py"].'],
    ['with an argument', ['/bin/bash', '-l'], 'fail', '["/bin/bash","-l"]'],
    ['none', null, 'fail', 'sets no command'],
  ])('%s', (_name, command, outcome, words) => {
    const finding = findingOf(id, named(publicImage({}, { command })));
    expect(finding.outcome).toBe(outcome);
    expect(finding.summary).toContain(words);
    expect(finding.fix?.ways[0].paste ?? null).toBe(outcome === 'fail' ? 'CMD ["/bin/bash"]' : null);
  });

  test('shows the step of the history that set it', () => {
    const history: readonly HistoryEntry[] = [
      { createdBy: 'RUN x', created: null, emptyLayer: false },
      { createdBy: '/bin/sh -c #(nop)  CMD ["a"]', created: null, emptyLayer: true },
    ];
    const finding = findingOf(id, named(publicImage({}, { command: ['a'], history })));
    expect(finding.evidence).toContainEqual(expect.objectContaining({ kind: 'history', entry: 2 }));
  });

  test('does not apply where no command is asked for', () => {
    expect(findingOf(id, named(publicImage()), general).outcome).toBe('not-applicable');
  });
});

describe('image-is-not-the-base-itself', () => {
  const id = 'image-is-not-the-base-itself';

  test('an image of its own, with its newest layer and what was not compared', () => {
    const history: readonly HistoryEntry[] = [
      { createdBy: 'RUN pip install x', created: null, emptyLayer: false },
      { createdBy: 'CMD ["a"]', created: null, emptyLayer: true },
    ];
    const finding = findingOf(id, named(publicImage({}, { history })));
    expect(finding).toMatchObject({ outcome: 'pass' });
    expect(finding.notes).toHaveLength(1);
    expect(finding.evidence).toContainEqual(expect.objectContaining({ kind: 'history', entry: 1 }));
  });

  test.each([
    'ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable',
    'docker.io/ucsdets/datahub-base-notebook',
    'ghcr.io/surajrampure/dsc-example-docker-image',
    'python:3.12',
  ])('%s is nobody’s own', (text) => {
    const reference = referenceOf(text);
    const full = `${reference.registry}/${reference.path}`;
    const image = imageOf('', { kind: 'permission-needed' }, { reference: { ...reference, tag: null } });
    expect(findingOf(id, pasted(full, image)).outcome).toBe('fail');
  });

  test('a base that is submitted as the project’s image', () => {
    const files: Files = {
      'README.md': 'We measure sleep.\n',
      'submission.json': '{\n "dockerhub-id": "ucsdets/scipy-ml-notebook:latest"\n}',
    };
    const finding = findingOf(id, named(imageOf('lab/sleep', { kind: 'refused', likely: null }), files));
    expect(finding).toMatchObject({ outcome: 'fail', evidence: [{ kind: 'line', path: 'submission.json', line: 2 }] });
    const exists = findingOf(
      'image-exists-and-is-public',
      named(imageOf('lab/sleep', { kind: 'refused', likely: null }), files),
    );
    expect(exists.outcome).toBe('not-applicable');
  });

  test('the base of its own Dockerfile, given by the reader', () => {
    const files: Files = { Dockerfile: 'FROM ghcr.io/other/base:1\n' };
    const reference = referenceOf('ghcr.io/other/base');
    const snapshot = { ...snapshotOf(files, { images: [publicImage({ reference })] }) };
    const both = { ...snapshot, subject: { ...snapshot.subject, image: reference } };
    expect(findingOf(id, both).outcome).toBe('fail');
  });
});
