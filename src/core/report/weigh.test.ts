import { describe, expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Level, RowAside } from '../model/rubric.ts';
import { imageOf, snapshotOf } from '../model/snapshot.test-support.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type AskedFinding, weigh } from './weigh.ts';

const failed = (check: string, change: Partial<Finding> = {}): Finding => ({
  check,
  outcome: 'fail',
  summary: 'Bad.',
  evidence: [],
  notes: [],
  fix: null,
  why: null,
  ...change,
});

const asked = (finding: Finding, level: Level, when?: RowAside['when']): AskedFinding => ({
  row: {
    id: 'row',
    statement: 'Is good',
    checks: [{ check: finding.check, level }],
    ...(when === undefined ? {} : { aside: { when, statement: 'Also here' } }),
  },
  asked: { check: finding.check, level },
  finding,
});

const FILES = {
  Dockerfile: 'FROM python:3.12-slim\n',
  'run.py': '',
  'environment.yml': 'dependencies: [python=3.12]\n',
};
const CONDA = '# Sleep\n\n```\nconda env create -f environment.yml\npython run.py\n```\n';
const DOCKER = '# Sleep\n\n```\ndocker build -t sleep .\ndocker run sleep\n```\n';
const withReadme = (readme: string) => snapshotOf({ ...FILES, 'README.md': readme });
const dockerfileFails = asked(failed('dockerfile-is-valid'), 'required', 'readme-leads-elsewhere');

describe('where the README leads past Docker', () => {
  test.each<[string, Snapshot, readonly AskedFinding[], Level, true | undefined]>([
    ['to conda, the row steps aside', withReadme(CONDA), [], 'recommended', true],
    ['nowhere, and there is an environment file, it does too', withReadme('# Sleep\n'), [], 'recommended', true],
    ['to Docker, it stays', withReadme(DOCKER), [], 'required', undefined],
    [
      'nowhere, and a Dockerfile is all there is, it stays',
      snapshotOf({ 'README.md': '# Sleep\n', Dockerfile: 'FROM python:3.12\n' }),
      [],
      'required',
      undefined,
    ],
    [
      'to an environment that is broken, it stays',
      withReadme(CONDA),
      [asked(failed('environment-yml-is-valid'), 'required')],
      'required',
      undefined,
    ],
  ])('%s', (_name, snapshot, others, level, aside) => {
    const [first] = weigh([dockerfileFails, ...others], snapshot);
    expect(first).toMatchObject({ level });
    expect(first?.aside).toBe(aside);
  });

  test('what is only information stays so', () => {
    const one = asked(failed('dockerfile-is-valid'), 'information', 'readme-leads-elsewhere');
    expect(weigh([one], withReadme(CONDA))[0]).toMatchObject({ level: 'information' });
  });
});

describe('where the image itself was judged', () => {
  const one = asked(failed('dockerfile-is-valid'), 'required', 'image-was-judged');
  const image = (access: Parameters<typeof imageOf>[1]) =>
    snapshotOf({ 'README.md': 'docker pull ghcr.io/lab/sleep\n' }, { images: [imageOf('lab/sleep', access)] });

  test('what the Dockerfile foretells is information, and says so', () => {
    expect(weigh([one], image({ kind: 'public' }))[0]).toMatchObject({
      level: 'information',
      aside: true,
      notes: ['An image was built all the same; it may not build again today.'],
    });
  });

  test('an image that nobody can pull is no evidence', () => {
    expect(weigh([one], image({ kind: 'refused', likely: null }))[0]).toMatchObject({ level: 'required', notes: [] });
  });
});

test.each<[Level, Level, Finding['outcome'], Level]>([
  ['required', 'recommended', 'fail', 'recommended'],
  ['information', 'recommended', 'fail', 'information'],
  ['required', 'recommended', 'pass', 'required'],
])('a check at %s whose verdict is worth at most %s and is a %s counts as %s', (level, atMost, outcome, expected) => {
  const one = asked(failed('environment-is-declared', { atMost, outcome }), level);
  expect(weigh([one], snapshotOf({}))[0]?.level).toBe(expected);
});
