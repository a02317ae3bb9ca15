import { describe, expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { accepted } from '../model/border.schema.ts';
import { parseImageReference } from '../model/image-reference.ts';
import { reportSchema } from '../model/report.schema.ts';
import { rubricSchema } from '../model/rubric.schema.ts';
import { parseSnapshot } from '../model/snapshot.schema.ts';
import { configOf, imageOf, snapshotOf, withoutTree } from '../model/snapshot.test-support.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { read } from '../model/unread.ts';
import { allRubrics } from '../rubrics/all-rubrics.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { general } from '../rubrics/general.ts';
import { methodologyAssignment6 } from '../rubrics/methodology-assignment-6.ts';
import { badgeOf } from './badge-of.ts';
import { evidenceLink } from './evidence-link.ts';
import { headlineOf } from './headline.ts';
import { judge } from './judge.ts';
import { rowStates, rowsOf } from './rows.ts';
import { scored } from './safety-notices.ts';
import { toTable } from './to-table.ts';

const settings = { rubricHash: '0'.repeat(64), version: '0.1.0', checks };
const PROSE = '# Sleep\n\nMeasures sleep at home.\n\n    conda env create -f environment.yml\n    python run.py\n\n';
const report = (snapshot: Snapshot, rubric = general) => judge(snapshot, rubric, settings);

const good = snapshotOf(
  {
    'README.md': `${PROSE}docker pull ghcr.io/sleep/x\n`,
    'environment.yml': 'dependencies: [python=3.12, pandas=2.2.3]\n',
    'run.py': '',
  },
  { images: [imageOf('sleep/x', { kind: 'public' }, { config: read(configOf()) })] },
);
const bad = snapshotOf({ 'README.md': '# Sleep\n', 'environment.yml': 'dependencies: python\n', 'run.py': '' });
const privateImage = snapshotOf(
  {
    'README.md': `${PROSE}docker pull ghcr.io/sleep/x\n`,
    'environment.yml': 'dependencies: [python=3.12]\n',
    'run.py': '',
  },
  { images: [imageOf('sleep/x', { kind: 'refused', likely: 'private' })] },
);
const half = snapshotOf({ 'README.md': PROSE, 'environment.yml': { unread: { kind: 'timeout' } }, 'run.py': '' });
const limited = withoutTree(good, { kind: 'rate-limit', retryAt: '2026-11-24T21:05:00.000Z' });
const offline = withoutTree(good, { kind: 'offline' });

describe('a registry that may not be asked', () => {
  const hub = parseImageReference('lab/tools:1');
  if (!hub.ok) throw new Error(hub.problem);
  const unasked = imageOf('', { kind: 'permission-needed' }, { reference: hub.reference });
  const files = {
    'README.md': `${PROSE}docker pull lab/tools:1\n`,
    'environment.yml': 'dependencies: [python=3.12]\n',
  };
  const snapshot = snapshotOf({ ...files, 'run.py': '' }, { images: [unasked] });

  test('leaves nothing unfinished and counts for nothing', () => {
    const made = report(snapshot);
    expect(made.state).toBe('done');
    expect(badgeOf(made)).toEqual({ kind: 'nothing-missing' });
    const [exists] = made.findings.filter(({ check }) => check === 'image-is-built-for-required-platform');
    expect(exists).toMatchObject({ outcome: 'unknown', level: 'information' });
    expect(rowsOf(made, general).find(({ id }) => id === 'image-can-be-pulled')?.state).toBe('not-asked');
  });

  test('is named where all else is in order', () => {
    const rows = general.rows.filter(({ id }) => id === 'image-can-be-pulled' || id === 'how-to-run');
    const short = { ...general, rows };
    const { sentence } = headlineOf(report(snapshot, short), short);
    expect(sentence).toBe('What was looked at is in order; a registry was not asked.');
  });

  test('is all there is where the reader gave the image', () => {
    const given = { ...snapshot, subject: { repository: null, image: hub.reference }, repository: null };
    expect(report(given).state).toBe('not finished');
    expect(badgeOf(report(given)).kind).toBe('could-not-look');
  });
});

test('the address of a file is named by the branch that was found', () => {
  const at = { kind: 'ref', name: 'main/README.md' } as const;
  const snapshot = { ...good, subject: { repository: { owner: 'lab', name: 'sleep', at }, image: null } };
  expect(report(snapshot).subject).toBe('lab/sleep@main');
});

test.each<[string, Snapshot, object]>([
  ['good', good, { kind: 'nothing-missing' }],
  ['bad', bad, { kind: 'to-fix', count: 2 }],
  ['a failed recommendation', privateImage, { kind: 'tips', count: 1 }],
  ['a required check that was not looked at', half, { kind: 'not-finished' }],
  ['GitHub’s limit', limited, { kind: 'waiting', until: '2026-11-24T21:05:00.000Z' }],
  ['offline', offline, { kind: 'could-not-look', why: 'offline' }],
])('the badge for %s', (_name, snapshot, expected) => {
  expect(badgeOf(report(snapshot))).toEqual(expected);
});

test.each<[string, Snapshot, string]>([
  ['good', good, 'Nothing required is missing'],
  ['bad', bad, '2 to fix'],
  ['a failed recommendation', privateImage, '1 tip'],
  ['half', half, 'Not finished'],
  ['offline', offline, 'Could not look'],
])('the headline for %s', (_name, snapshot, title) => {
  const headline = headlineOf(report(snapshot), general);
  expect(headline.title).toBe(title);
  expect(headline.sentence).toMatch(/[.!?]$/);
  expect(`${headline.title} ${headline.sentence}`).not.toMatch(/\b(?:runs|works|reproducible)\b/i);
});

describe('every report', () => {
  const snapshots = { good, bad, privateImage, half, limited, offline };
  test.each(
    Object.entries(snapshots).flatMap(([name, snapshot]) =>
      allRubrics.map((rubric) => [name, rubric.id, snapshot, rubric] as const),
    ),
  )(
    '%s under %s follows the published schema, is the same twice, and counts what it holds',
    (_name, _id, snapshot, rubric) => {
      const made = report(snapshot, rubric);
      expect(accepted(reportSchema, JSON.parse(JSON.stringify(made)))).toEqual(made);
      expect(JSON.stringify(report(structuredClone(snapshot), rubric))).toBe(JSON.stringify(made));
      expect(made.counts.notLookedAt).toBe(scored(made.findings).filter(({ outcome }) => outcome === 'unknown').length);
      expect(toTable(made, rubric)).toContain(made.subject);
      expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
    },
  );
});

test('no fault of ours or GitHub’s becomes a failure', () => {
  for (const snapshot of [limited, offline]) {
    expect(report(snapshot).counts.toFix).toBe(0);
    expect(report(snapshot).findings.every((finding) => finding.outcome === 'unknown')).toBe(true);
  }
});

test('a list of which nothing applies finds nothing in order', () => {
  const refused = imageOf('lab/sleep', { kind: 'refused', likely: null });
  const made = report(snapshotOf({ 'README.md': PROSE }, { images: [refused] }), methodologyAssignment6);
  expect(badgeOf(made)).toEqual({ kind: 'check' });
  expect(headlineOf(made, methodologyAssignment6).title).toBe('Nothing here to judge');
  expect(made.image).toBeNull();
});

test('of guesses only the public one is shown', () => {
  const files = { 'README.md': `${PROSE}docker build -t tool .\n` };
  const images = [imageOf('lab/sleep', { kind: 'refused', likely: null }), imageOf('lab/tool', { kind: 'public' })];
  expect(report(snapshotOf(files, { images })).image?.candidates.map(({ reference }) => reference)).toEqual([
    'ghcr.io/lab/tool',
  ]);
});

test('rows come worst first', () => {
  const mixed = snapshotOf({ 'README.md': PROSE, 'environment.yml': 'dependencies: python\n' });
  const states = rowsOf(report(mixed), general).map((row) => row.state);
  expect(states).toEqual(states.toSorted((one, other) => rowStates.indexOf(one) - rowStates.indexOf(other)));
  expect(new Set(states)).toEqual(new Set(['to-fix', 'not-looked-at', 'fine', 'not-applicable']));
});

test('an image alone needs no repository, and a repository without an image says so', () => {
  const alone: Snapshot = {
    ...good,
    subject: { repository: null, image: { registry: 'ghcr.io', path: 'sleep/x', tag: null, digest: null } },
    repository: null,
  };
  expect(report(alone, methodologyAssignment6)).toMatchObject({
    subject: 'ghcr.io/sleep/x',
    counts: { toFix: 0, tips: 0, fine: 7, notLookedAt: 0 },
    state: 'done',
  });
  const outcomes = (prefix: string) =>
    new Set(
      report(alone)
        .findings.filter(({ check }) => check.startsWith(prefix))
        .map(({ outcome }) => outcome),
    );
  expect(outcomes('readme-')).toEqual(new Set(['not-applicable']));
  expect(outcomes('environment-')).toEqual(new Set(['not-applicable']));
  expect(outcomes('dockerfile-')).toEqual(new Set(['not-applicable']));
  expect(outcomes('image-')).toEqual(new Set(['pass', 'not-applicable']));
});

test('submodules, folders of a truncated listing and unread files are listed as not looked at', () => {
  const snapshot = snapshotOf(
    { 'README.md': PROSE, lib: { kind: 'submodule' }, 'environment.yml': { unread: { kind: 'bad-digest' } } },
    { unreadFolders: ['data'] },
  );
  expect(report(snapshot).notRead).toEqual([
    { what: 'data', why: 'truncated' },
    { what: 'environment.yml', why: 'bad-digest' },
    { what: 'lib (a submodule)', why: 'not-asked' },
  ]);
});

test('a renamed repository and an unknown commit are said', () => {
  const repository = {
    ...good.repository,
    head: { state: 'read', value: { owner: 'sleep', name: 'New', commit: null, ref: null } },
  };
  expect(report({ ...good, repository } as Snapshot).notices).toEqual([
    'lab/sleep is now sleep/New.',
    'The commit could not be learned; the newest state was read.',
  ]);
});

test('a link leads to the line at the commit, with every part of the path encoded', () => {
  const evidence = { kind: 'line', path: 'a b/ü#.yml', line: 3, quote: '' } as const;
  expect(evidenceLink(evidence, { owner: 'o', name: 'r' }, 'c0ffee')).toBe(
    'https://github.com/o/r/blob/c0ffee/a%20b/%C3%BC%23.yml?plain=1#L3',
  );
  expect(evidenceLink(evidence, { owner: 'o', name: 'r' }, null)).toContain('/blob/HEAD/');
  expect(evidenceLink(evidence, { owner: '.', name: 'folder' }, null)).toBeNull();
});

test('a token in a quoted line never reaches a report', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const snapshot = snapshotOf({ 'README.md': `# A\n\nSet your token ${token} first.\n` });
  const made = JSON.stringify(report(snapshot, everyCheck));
  expect(made).toContain('[redacted]');
  expect(made).not.toContain(token);
});

test.each(allRubrics.map((rubric) => [rubric.id, rubric] as const))(
  'the rubric %s follows the published schema',
  (_id, rubric) => {
    expect(accepted(rubricSchema, rubric)).toEqual(rubric);
  },
);
