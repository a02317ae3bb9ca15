import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import type { Finding } from '../model/finding.ts';
import { type ImageReference, parseImageReference } from '../model/image-reference.ts';
import { configOf, imageOf, snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import type { ImageConfig, ImageSnapshot, Snapshot } from '../model/snapshot.ts';
import { read, unread, unreadKinds } from '../model/unread.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { general } from '../rubrics/general.ts';
import { runCheck } from './check.ts';
import { checkById } from './index.ts';

type Files = Readonly<Record<string, TestFile>>;

function findingOf(id: string, snapshot: Snapshot, { parameters } = everyCheck): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return runCheck(check, factsOf(snapshot), parameters);
}

function referenceOf(text: string): ImageReference {
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.reference;
}

const PATH = '.github/workflows/docker.yml';
const LOGIN = `      - uses: docker/login-action@v3
        with:
          registry: ghcr.io
          username: \${{ github.actor }}
          password: \${{ secrets.GITHUB_TOKEN }}
`;
const META = `      - uses: docker/metadata-action@v5
        id: meta
        with:
          images: ghcr.io/\${{ github.repository }}
`;
const build = (inputs: string) => `      - uses: docker/build-push-action@v6\n        with:\n${inputs}`;
const PUSH = build('          push: true\n          tags: ${{ steps.meta.outputs.tags }}\n');
const MAY = '    permissions:\n      contents: read\n      packages: write\n';
const workflow = (steps: string, permissions = MAY, on = '{ push: { branches: [main] } }') =>
  `on: ${on}\njobs:\n  image:\n    runs-on: ubuntu-latest\n${permissions}    steps:\n${steps}`;

describe('workflow-publishes-the-image', () => {
  const judged = (text: string, files: Files = {}) =>
    findingOf('workflow-publishes-the-image', snapshotOf({ ...files, [PATH]: text }));
  const readOnly = '    permissions:\n      contents: read\n';

  test.each([
    ['the course’s template', workflow(LOGIN + META + PUSH), 'pass'],
    ['permissions of the whole workflow', `permissions: write-all\n${workflow(LOGIN + META + PUSH, '')}`, 'pass'],
    ['a secret of one’s own', workflow(LOGIN.replace('GITHUB_TOKEN', 'CR_PAT') + META + PUSH, readOnly), 'pass'],
    [
      'by a script',
      workflow(
        '      - run: |\n          echo "${{ secrets.GITHUB_TOKEN }}" | docker login ghcr.io -u x --password-stdin\n          docker push ghcr.io/lab/sleep\n',
      ),
      'pass',
    ],
    ['Docker Hub', workflow('      - run: docker push lab/sleep\n', readOnly), 'pass'],
    [
      'a secret that is named as the run’s own token',
      workflow(LOGIN.replace('GITHUB_TOKEN', 'token') + META + PUSH, readOnly),
      'pass',
    ],
    ['by compose', workflow(`${LOGIN}      - run: docker compose -f a.yml push\n`), 'pass'],
    ['permissions without packages', workflow(LOGIN + META + PUSH, readOnly), 'fail'],
    ['none at all', workflow(LOGIN + META + PUSH, '    permissions: {}\n'), 'fail'],
    ['a job that takes them back', `permissions: write-all\n${workflow(LOGIN + META + PUSH, readOnly)}`, 'fail'],
    ['no log-in', workflow(META + PUSH), 'fail'],
    ['no name', workflow(LOGIN + build('          push: true\n')), 'fail'],
    ['a log-in and no push', workflow(LOGIN + META + build('          context: .\n')), 'fail'],
    ['permissions that the file does not tell', workflow(LOGIN + META + PUSH, ''), 'unknown'],
    ['an action that may log in', workflow(`      - uses: ./.github/actions/log-in\n${META}${PUSH}`, ''), 'unknown'],
    ['a script that may log in', workflow(`      - run: ./log-in.sh\n${META}${PUSH}`, readOnly), 'unknown'],
    ['a script that may push', workflow(`${LOGIN}      - run: docker build . && make push\n`), 'not-applicable'],
    ['a builder', workflow(`${LOGIN}      - run: docker buildx create --use\n`, readOnly), 'not-applicable'],
    ['a build as a test', workflow('      - run: docker build .\n'), 'not-applicable'],
    ['the same by the action', workflow(META + build('          push: false\n')), 'not-applicable'],
    ['tests', workflow('      - run: pytest\n'), 'not-applicable'],
    ['no YAML', 'on: [docker', 'not-applicable'],
  ])('%s', (_name, text, outcome) => {
    expect(judged(text).outcome).toBe(outcome);
  });

  test.each([
    ['a test', '      - run: docker build .\n', 'builds the image and does not push it, as a test does.'],
    ['a script', '      - run: docker build . && sh push.sh\n', 'whether it also pushes it is not seen.'],
    ['an old action', '      - uses: docker/build-push-action@v1\n', 'is seen to build and push an image.'],
  ])('says what it makes of %s', (_name, steps, words) => {
    expect(judged(workflow(steps)).summary).toContain(words);
  });

  test('says what is missing, and what tags its runs make', () => {
    expect(judged(workflow(LOGIN + META + PUSH)).notes).toEqual(['It makes the tag `main` of ghcr.io/lab/sleep.']);
    const failed = judged(workflow(LOGIN + META + PUSH, readOnly));
    expect(failed.fix?.ways[0].paste).toContain('packages: write');
    expect(failed.evidence).toMatchObject([
      { path: PATH, line: 5, quote: 'permissions:' },
      { path: PATH, line: 17 },
    ]);
  });

  test('capitals are lowered by docker/metadata-action alone', () => {
    const named = (text: string) => {
      const snapshot = snapshotOf({ [PATH]: text });
      const head = read({ owner: 'Lab', name: 'Sleep', commit: null, ref: 'main' });
      const repository = snapshot.repository === null ? null : { ...snapshot.repository, head };
      return findingOf('workflow-publishes-the-image', { ...snapshot, repository });
    };
    expect(named(workflow(LOGIN + META + PUSH)).outcome).toBe('pass');
    const failed = named(
      workflow(LOGIN + build('          push: true\n          tags: ghcr.io/${{ github.repository }}:v1\n')),
    );
    expect(failed).toMatchObject({ outcome: 'fail', evidence: [{ line: 17 }] });
    expect(failed.fix?.ways[0].paste).toBe('ghcr.io/lab/sleep');
  });

  test('a workflow in another folder is none that runs', () => {
    const nested = { [`.github/workflows/${PATH}`]: workflow(LOGIN + META + PUSH) };
    const finding = findingOf('workflow-publishes-the-image', snapshotOf(nested));
    expect(finding.outcome).toBe('not-applicable');
    expect(finding.notes[0]).toContain(`GitHub does not run .github/workflows/${PATH}`);
  });

  test('one that was not read may push', () => {
    const other = { '.github/workflows/a.yml': { unread: { kind: 'timeout' as const } } };
    expect(judged(workflow(META + PUSH), other)).toMatchObject({ outcome: 'unknown', why: { kind: 'timeout' } });
    expect(judged(workflow(LOGIN + META + PUSH), other).outcome).toBe('pass');
    expect(findingOf('workflow-publishes-the-image', snapshotOf({ 'run.py': '' })).outcome).toBe('not-applicable');
  });
});

describe('a tag that a workflow makes', () => {
  const missing = (tags: readonly string[], tag: string | null = null) =>
    imageOf(
      'lab/sleep',
      { kind: 'public' },
      {
        reference: { registry: 'ghcr.io', path: 'lab/sleep', tag, digest: null },
        manifest: { state: 'absent' },
        tags: read(tags),
      },
    );
  const files = { [PATH]: workflow(LOGIN + META + PUSH) };
  const id = 'image-has-the-tag-people-pull';

  test('is told where the one that people pull is missing', () => {
    const finding = findingOf(id, snapshotOf(files, { images: [missing(['old'])] }));
    expect(finding.outcome).toBe('fail');
    expect(finding.notes).toEqual([`The workflow ${PATH} makes the tag \`main\`.`]);
  });

  test('is the one that is judged where it is there', () => {
    const reference = referenceOf('ghcr.io/lab/sleep:main');
    const images = [missing(['main']), imageOf('', { kind: 'public' }, { reference, config: read(configOf()) })];
    const snapshot = snapshotOf(files, { images });
    expect(findingOf(id, snapshot).outcome).toBe('fail');
    expect(findingOf('image-is-built-for-required-platform', snapshot).outcome).toBe('pass');
  });

  test('a file that names the image tells more than the workflow', () => {
    const named = snapshotOf({ ...files, 'README.md': 'docker pull ghcr.io/lab/sleep:1.0\n' });
    const image = factsOf({ ...named, images: [missing([], '1.0')] }).image();
    expect(image).toMatchObject({ value: { candidate: { reference: { tag: '1.0' } } } });
  });
});

const ids = (...digits: readonly number[]) => digits.map((digit) => `sha256:${String(digit).repeat(64)}`);
const steps = (...all: readonly string[]) =>
  all.map((createdBy) => ({ createdBy, created: null, emptyLayer: /^(?:CMD|ENV|USER)/.test(createdBy) }));
const NAMED = { 'README.md': 'We measure sleep.\n\n    docker pull ghcr.io/lab/sleep\n' };
const BASE = 'ghcr.io/lab/base:2024.1';
const BELOW = ['ADD rootfs.tar in /', 'ENV A=b'];
const baseConfig = (change: Partial<ImageConfig> = {}) =>
  configOf({ created: '2026-01-01T00:00:00Z', diffIds: ids(1, 2), history: steps(...BELOW), ...change });
const baseImage = (change: Partial<ImageSnapshot> = {}, config: Partial<ImageConfig> = {}, name = BASE) =>
  imageOf('', { kind: 'public' }, { reference: referenceOf(name), config: read(baseConfig(config)), ...change });
const own = (config: Partial<ImageConfig>) =>
  imageOf('lab/sleep', { kind: 'public' }, { config: read(configOf({ created: '2026-02-01T00:00:00Z', ...config })) });

describe('image-is-built-on-the-declared-base', () => {
  const judged = (
    config: Partial<ImageConfig>,
    { base = baseImage(), from = BASE, files = {} }: { base?: ImageSnapshot | null; from?: string; files?: Files } = {},
  ) =>
    findingOf(
      'image-is-built-on-the-declared-base',
      snapshotOf(
        { ...NAMED, Dockerfile: `FROM ${from}\nRUN make\n`, ...files },
        { images: [own(config), ...(base === null ? [] : [base])] },
      ),
    );
  const moving = 'ghcr.io/lab/base:stable';

  test.each<[string, Finding, string]>([
    ['its layers first', judged({ diffIds: ids(1, 2, 3) }), 'pass'],
    ['through an earlier stage', judged({ diffIds: ids(1, 2, 3) }, { from: `${BASE} AS a\nFROM a` }), 'pass'],
    ['of several stages the last', judged({ diffIds: ids(1, 2) }, { from: `scratch AS a\nFROM ${BASE}` }), 'pass'],
    ['other layers', judged({ diffIds: ids(7, 8, 9) }), 'fail'],
    ['a base that was built anew since', judged({ diffIds: ids(1, 8, 9) }), 'unknown'],
    [
      'a newer base',
      judged({ diffIds: ids(7, 8, 9) }, { base: baseImage({}, { created: '2026-03-01T00:00:00Z' }) }),
      'unknown',
    ],
    ['a date of no meaning', judged({ diffIds: ids(7, 8), created: '1970-01-01T00:00:00Z' }), 'unknown'],
    ['a tag that moves', judged({ diffIds: ids(7, 8) }, { from: moving, base: baseImage({}, {}, moving) }), 'unknown'],
    ['another processor', judged({ diffIds: ids(7, 8), architecture: 'arm64' }), 'unknown'],
    ['its layers with a wrong label', judged({ diffIds: ids(1, 2, 3), architecture: 'arm64' }), 'pass'],
    ['one layer', judged({ diffIds: ids(7) }), 'unknown'],
    ['several Dockerfiles', judged({ diffIds: ids(7, 8) }, { files: { 'a/Dockerfile': 'FROM a\n' } }), 'unknown'],
    ['no layers told', judged({ diffIds: [] }), 'unknown'],
    ['a base that was not asked for', judged({ diffIds: ids(1, 2) }, { base: null }), 'unknown'],
    ['a base that only the build tells', judged({ diffIds: ids(1, 2) }, { from: '$BASE' }), 'not-applicable'],
    ['nothing as the base', judged({ diffIds: ids(1, 2) }, { from: 'scratch' }), 'not-applicable'],
    [
      'no Dockerfile',
      findingOf('image-is-built-on-the-declared-base', snapshotOf(NAMED, { images: [own({})] })),
      'not-applicable',
    ],
  ])('%s', (_name, finding, outcome) => {
    expect(finding.outcome).toBe(outcome);
    if (outcome === 'fail') expect(finding.evidence.map(({ kind }) => kind)).toEqual(['line', 'config', 'config']);
  });

  test('what was shared is said where that decides nothing', () => {
    expect(judged({ diffIds: ids(1, 8, 9) }).summary).toContain(`1 of the 2 layers of ${BASE} are in the image`);
  });

  test.each(unreadKinds)('is unknown when the base could not be asked (%s)', (kind) => {
    const base = imageOf('', { kind }, { reference: referenceOf(BASE) });
    expect(judged({ diffIds: ids(1, 2) }, { base })).toMatchObject({ outcome: 'unknown', why: { kind } });
  });
});

describe('base-image-exists', () => {
  const judged = (from: string, ...images: readonly ImageSnapshot[]) =>
    findingOf('base-image-exists', snapshotOf({ Dockerfile: `FROM ${from}\n` }, { images }));
  const arm = { os: 'linux', architecture: 'arm64', variant: null };
  const refused = imageOf('', { kind: 'refused', likely: null }, { reference: referenceOf(BASE) });
  const gone = baseImage({ manifest: { state: 'absent' }, tags: read(['2025.1']) });

  test.each<[string, Finding, string]>([
    ['one that is there', judged(BASE, baseImage()), 'pass'],
    ['one that nobody can pull', judged(BASE, refused), 'fail'],
    ['a tag that is not there', judged(BASE, gone), 'fail'],
    ['another processor', judged(BASE, baseImage({}, { architecture: 'arm64' })), 'fail'],
    ['one of several that is gone', judged(`python:3.12 AS a\nFROM ${BASE}`, gone), 'fail'],
    ['one that was not asked for', judged(BASE), 'unknown'],
    ['a manifest that did not come', judged(BASE, baseImage({ manifest: unread('timeout') })), 'unknown'],
    ['nothing', judged('scratch'), 'not-applicable'],
    ['a base that only the build tells', judged('$BASE'), 'not-applicable'],
    ['no Dockerfile', findingOf('base-image-exists', snapshotOf({ 'run.py': '' })), 'not-applicable'],
  ])('%s', (_name, finding, outcome) => {
    expect(finding.outcome).toBe(outcome);
    if (outcome === 'fail') expect(finding.evidence[0]).toMatchObject({ kind: 'line', path: 'Dockerfile' });
  });

  test('the tags that there are stand beside the missing one', () => {
    expect(judged(BASE, gone).summary).toBe(`ghcr.io has no ${BASE}. It has 2025.1.`);
  });

  test('an index without the platform', () => {
    const { manifest } = baseImage();
    const value = manifest.state === 'read' ? read({ ...manifest.value, platforms: [arm], chosen: arm }) : manifest;
    expect(judged(BASE, baseImage({ manifest: value })).outcome).toBe('fail');
  });

  test('a registry that is not asked is said to be so', () => {
    const hub = imageOf('', { kind: 'permission-needed' }, { reference: referenceOf('python:3.12') });
    expect(judged('python:3.12', hub)).toMatchObject({
      outcome: 'unknown',
      why: { kind: 'permission-needed' },
      summary: 'Docker Hub was not asked for python:3.12.',
    });
  });
});

describe('image-is-built-from-this-dockerfile', () => {
  const DOCKERFILE = `FROM ${BASE}\nUSER root\nLABEL a=b\nARG X\nRUN apt-get update \\\n  && make\nCOPY . /app\nCMD ["/bin/bash"]\n`;
  const MADE = [
    'USER root',
    'LABEL a=b',
    'RUN /bin/sh -c apt-get update   && make # buildkit',
    'COPY . /app # buildkit',
    'CMD ["/bin/bash"]',
  ];
  const judged = (history: readonly string[], files: Files = {}, base: readonly ImageSnapshot[] = [baseImage()]) =>
    findingOf(
      'image-is-built-from-this-dockerfile',
      snapshotOf(
        { ...NAMED, Dockerfile: DOCKERFILE, ...files },
        { images: [own({ history: steps(...history) }), ...base] },
      ),
    );
  const other = MADE.map((step) => step.replace('make', 'make install'));

  test.each<[string, Finding, string]>([
    ['each instruction', judged([...BELOW, ...MADE]), 'pass'],
    ['without the base’s history', judged(['ADD x', ...MADE], {}, []), 'pass'],
    ['labels that were given to the build', judged([...BELOW, ...MADE, 'LABEL c=d']), 'pass'],
    ['another command', judged([...BELOW, ...other]), 'fail'],
    ['another command, without the base’s history', judged(['ADD x', ...other], {}, []), 'fail'],
    ['a step more', judged([...BELOW, ...MADE, 'USER jovyan']), 'fail'],
    ['a step less', judged([...BELOW, ...MADE.slice(0, -1)]), 'fail'],
    ['no history', judged([]), 'unknown'],
    ['several Dockerfiles', judged([...BELOW, ...other], { 'a/Dockerfile': 'FROM a\n' }), 'unknown'],
    ['a Dockerfile that adds nothing', judged(BELOW, { Dockerfile: `FROM ${BASE}\n` }), 'not-applicable'],
  ])('%s', (_name, finding, outcome) => {
    expect(finding.outcome).toBe(outcome);
  });

  test('one step is one', () => {
    const files = { Dockerfile: `FROM ${BASE}\nUSER root\n` };
    expect(judged([...BELOW, 'USER root'], files).summary).toBe(
      'The last step of the image’s history is the instruction of Dockerfile.',
    );
  });

  test('the first difference stands side by side', () => {
    expect(judged([...BELOW, ...other])).toMatchObject({
      summary: 'The image’s history is not that of Dockerfile: line 5, `RUN`, is another step there.',
      evidence: [
        { kind: 'line', line: 5 },
        { kind: 'history', entry: 5, quote: other[2] },
      ],
    });
  });

  test('the stages behind the last one count, others do not', () => {
    const staged = `FROM a AS tools\nRUN other\nFROM ${BASE} AS base\nRUN one\nFROM base\nRUN two\n`;
    expect(judged([...BELOW, 'RUN /bin/sh -c one', '/bin/sh -c two'], { Dockerfile: staged }).outcome).toBe('pass');
  });
});

describe('image-size-is-within-limit', () => {
  const sized = (bytes: number, rubric = everyCheck) => {
    const { manifest } = own({});
    const layers = [{ digest: 'sha256:0', mediaType: 'x', bytes }];
    const value = manifest.state === 'read' ? read({ ...manifest.value, layers }) : manifest;
    const snapshot = snapshotOf(NAMED, { images: [{ ...own({}), manifest: value }] });
    return findingOf('image-size-is-within-limit', snapshot, rubric);
  };

  test('is told in gigabytes', () => {
    expect(sized(1_800_000_000)).toMatchObject({ outcome: 'pass', summary: 'The image has 1.8 GB to download.' });
    expect(sized(15_000_000_001)).toMatchObject({ outcome: 'fail' });
    expect(sized(15_000_000_001).summary).not.toContain('30 GB');
    expect(sized(31_000_000_000).summary).toContain('Over 30 GB it cannot be launched there at all.');
  });

  test('a list without a limit does not ask', () => {
    expect(sized(90_000_000_000, general).outcome).toBe('not-applicable');
  });
});

describe.each(['image-is-built-from-this-dockerfile', 'image-size-is-within-limit', 'image-holds-no-secrets'])(
  '%s',
  (id) => {
    const judged = (image: ImageSnapshot) =>
      findingOf(id, snapshotOf({ ...NAMED, Dockerfile: `FROM ${BASE}\nRUN make\n` }, { images: [image] }));

    test.each(unreadKinds)('is unknown when the image could not be asked (%s)', (kind) => {
      expect(judged(imageOf('lab/sleep', { kind }))).toMatchObject({ outcome: 'unknown', why: { kind } });
      expect(judged({ ...own({}), manifest: unread(kind) })).toMatchObject({ outcome: 'unknown', why: { kind } });
    });

    test('leaves an image that nobody can pull to the check that says so', () => {
      expect(judged(imageOf('lab/sleep', { kind: 'refused', likely: null })).outcome).toBe('not-applicable');
    });
  },
);

describe('repository-is-citable', () => {
  const summaryOf = (files: Files) => {
    const finding = findingOf('repository-is-citable', snapshotOf(files));
    expect(finding.outcome).toBe('pass');
    return finding.summary;
  };

  test.each<[string, Files, string]>([
    [
      'nothing',
      { 'README.md': 'We measure sleep.' },
      'Licence: none · citation file: none · DOI or archived version: none.',
    ],
    [
      'all of it',
      {
        'README.md': '# Sleep\n[![DOI](https://zenodo.org/badge/1.svg)](https://doi.org/10.5281/zenodo.1)',
        LICENSE: '',
        'CITATION.cff': '',
      },
      'Licence: LICENSE · citation file: CITATION.cff · DOI or archived version: README.md line 2.',
    ],
    [
      'literature, data and files elsewhere',
      {
        'README.md': 'See https://doi.org/10.1000/182.\nDownload it from https://zenodo.org/records/1.',
        'a/LICENSE': '',
        'licenses.py': '',
      },
      'Licence: none · citation file: none · DOI or archived version: none.',
    ],
  ])('%s', (_name, files, summary) => {
    expect(summaryOf(files)).toBe(summary);
  });

  test('a README that was not read may tell more', () => {
    const finding = findingOf('repository-is-citable', snapshotOf({ 'README.md': { unread: { kind: 'timeout' } } }));
    expect(finding).toMatchObject({ outcome: 'pass', notes: ['Not everything was read: there may be more.'] });
  });
});
