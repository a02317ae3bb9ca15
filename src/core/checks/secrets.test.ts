import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import type { Finding } from '../model/finding.ts';
import { configOf, imageOf, snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { read } from '../model/unread.ts';
import { checksum } from '../parse/secrets.ts';
import { complaintAbout } from '../report/complaint.ts';
import { headlineOf } from '../report/headline.ts';
import { judge } from '../report/judge.ts';
import { rowsOf, stateCounts } from '../report/rows.ts';
import { safetyNoticesOf } from '../report/safety-notices.ts';
import { leftToFix, toMarkdown } from '../report/to-markdown.ts';
import { toTable } from '../report/to-table.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { runCheck } from './check.ts';
import { checkById, checks } from './index.ts';

// Put together here, so that no whole token stands in any file.
const SECRET = 'kT7mQ2xW9pLr4ZvB8nYc3HdJ6sGfA5';
const TOKEN = `ghp_${SECRET}${checksum(SECRET)}`;

function findingOf(id: string, snapshot: Snapshot): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return runCheck(check, factsOf(snapshot), everyCheck.parameters);
}

describe('repository-holds-no-secrets', () => {
  const judged = (files: Readonly<Record<string, TestFile>>) =>
    findingOf('repository-holds-no-secrets', snapshotOf(files));

  test.each([
    ['README.md', `# Sleep\ngit clone https://${TOKEN}@github.com/lab/sleep\n`],
    ['Dockerfile', `FROM a\nENV GH_TOKEN=${TOKEN}\n`],
    ['.github/workflows/a.yml', `on: push\nenv: { GH: ${TOKEN} }\n`],
    ['requirements.txt', `numpy\ngit+https://${TOKEN}@github.com/lab/a\n`],
  ])('a live token in %s', (path, text) => {
    const finding = judged({ [path]: text });
    expect(finding).toMatchObject({
      outcome: 'fail',
      evidence: [{ kind: 'line', path, line: 2, quote: '[GitHub token, not shown]' }],
    });
    expect(JSON.stringify(finding)).not.toContain(SECRET);
  });

  test.each([
    ['the lesson’s own line', 'export CR_PAT=9q30thpalagekaef\n'],
    ['a placeholder', `export GH_TOKEN=ghp_${'x'.repeat(36)}\n<your token>\n`],
    ['a variable', 'echo $CR_PAT | docker login ghcr.io -u USER --password-stdin\n'],
    ['the example of AWS', 'AKIAIOSFODNN7EXAMPLE\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'],
  ])('%s is none', (_name, text) => {
    expect(judged({ 'README.md': text }).outcome).toBe('pass');
  });

  test('what was not read may hold one; one that was found stays found', () => {
    const other = { 'environment.yml': { unread: { kind: 'timeout' as const } } };
    expect(judged({ 'README.md': 'We measure.', ...other })).toMatchObject({
      outcome: 'unknown',
      why: { kind: 'timeout' },
    });
    expect(judged({ 'README.md': TOKEN, ...other }).outcome).toBe('fail');
  });

  test('without a text there is nothing to look through', () => {
    expect(judged({}).outcome).toBe('not-applicable');
  });
});

const withImage = (environment: readonly string[], createdBy = 'RUN make'): Snapshot =>
  snapshotOf(
    { 'README.md': 'We measure sleep.\n\n    docker pull ghcr.io/lab/sleep\n' },
    {
      images: [
        imageOf(
          'lab/sleep',
          { kind: 'public' },
          { config: read(configOf({ environment, history: [{ createdBy, created: null, emptyLayer: false }] })) },
        ),
      ],
    },
  );

describe('image-holds-no-secrets', () => {
  test.each<[string, Snapshot, object]>([
    ['settings', withImage([`A=b`, `GH_TOKEN=${TOKEN}`]), { kind: 'config', field: 'Env GH_TOKEN' }],
    ['history', withImage([], `RUN |1 T=${TOKEN} /bin/sh -c make`), { kind: 'history', entry: 1 }],
  ])('a live token in its %s', (_name, snapshot, evidence) => {
    const finding = findingOf('image-holds-no-secrets', snapshot);
    expect(finding).toMatchObject({ outcome: 'fail', evidence: [{ ...evidence, quote: '[GitHub token, not shown]' }] });
    expect(JSON.stringify(finding)).not.toContain(SECRET);
  });

  test('the key that Python’s image is checked by is none', () => {
    const finding = findingOf(
      'image-holds-no-secrets',
      withImage(['GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305']),
    );
    expect(finding.outcome).toBe('pass');
  });
});

describe('a live token is told to nobody but the reader', () => {
  const snapshot = snapshotOf({ 'README.md': `# Sleep\n\nWe measure sleep.\n\nexport A=${TOKEN}\n` });
  const clean = snapshotOf({ 'README.md': '# Sleep\n\nWe measure sleep.\n\nexport A=b\n' });
  const reportOf = (of: Snapshot) => judge(of, everyCheck, { rubricHash: '0', version: '0', checks });
  const report = reportOf(snapshot);
  const parts = (of: typeof report) => ({
    report: of,
    rubric: everyCheck,
    repository: { owner: 'lab', name: 'sleep' },
  });

  test('copied texts, rows and scores are those of a repository without one', () => {
    const other = reportOf(clean);
    expect(toMarkdown(parts(report))).toBe(toMarkdown(parts(other)));
    expect(leftToFix(parts(report))).toBe(leftToFix(parts(other)));
    expect(headlineOf(report, everyCheck)).toEqual(headlineOf(other, everyCheck));
    expect(rowsOf(report, everyCheck)).toEqual(rowsOf(other, everyCheck));
    expect(report.counts).toEqual(other.counts);
    expect(stateCounts(report)).toEqual(stateCounts(other));
  });

  test('a complaint does not say where it stands', () => {
    const finding = report.findings.find(({ check }) => check === 'repository-holds-no-secrets');
    if (finding === undefined) throw new Error('not judged');
    const { body } = complaintAbout({ finding, ...parts(report), isPrivate: false });
    expect(body).not.toContain('README.md');
    expect(body).not.toContain('lab/sleep');
    expect(body).not.toContain('looks like');
  });

  test('the reader’s own terminal says it', () => {
    const table = toTable(report, everyCheck);
    expect(table).toContain('This looks like a live GitHub token: revoke it first. https://github.com/settings/tokens');
    expect(table).toContain('  README.md line 5');
    expect(table).not.toContain(SECRET);
    expect(toTable(reportOf(clean), everyCheck)).not.toContain('live');
  });

  test('each kind has one notice', () => {
    const several = withImage([`A=${TOKEN}`], `RUN |1 T=${TOKEN} make`);
    expect(safetyNoticesOf(reportOf(several))).toMatchObject([
      { page: 'https://github.com/settings/tokens', places: [{ kind: 'config' }, { kind: 'history' }] },
    ]);
    expect(safetyNoticesOf(reportOf(clean))).toEqual([]);
  });
});
