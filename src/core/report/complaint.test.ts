import { expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { snapshotOf } from '../model/snapshot.test-support.ts';
import { general } from '../rubrics/general.ts';
import { complaintAbout, issueAddress } from './complaint.ts';
import { judge } from './judge.ts';

const settings = { rubricHash: '0'.repeat(64), version: '0.1.0', checks };
const report = judge(
  snapshotOf({ 'secret-plan.txt': '', 'environment.yml': 'dependencies:\n\t- quoted\n' }),
  general,
  settings,
);
const repository = { owner: 'lab', name: 'sleep' };
const [readme, environment] = ['readme-exists', 'environment-yml-is-valid'].map((check) =>
  report.findings.find((finding) => finding.check === check),
);
if (readme === undefined || environment === undefined) throw new Error('there are no such findings');

test('a public issue holds the check, its words and the link to the line, and no quote', () => {
  const { title, body } = complaintAbout({ finding: environment, report, repository, isPrivate: false });
  expect(title).toBe('Wrong verdict: environment-yml-is-valid');
  expect(body).toMatch(/blob\/[0-9a-f]{40}\/environment\.yml\?plain=1#L2/);
  expect(body).toContain('Reprise 0.1.0');
  expect(body).not.toContain('quoted');
});

test('a token in its words is not in the issue either', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const spoken = { ...environment, summary: `It holds ${token}.` };
  const { body } = complaintAbout({ finding: spoken, report, repository, isPrivate: false });
  expect(body).toContain('redacted');
  expect(body).not.toContain('a1B2');
});

test.each([readme, environment])('of what may be private nothing is named, and that is said ($check)', (finding) => {
  const { title, body } = complaintAbout({ finding, report, repository, isPrivate: true });
  expect(`${title} ${body}`).not.toMatch(/lab|sleep|environment\.yml|github\.com/);
  expect(body).toContain('names are left out');
  expect(body).toContain(finding.check);
});

test.each([
  ['words', 'a & b = c # d\n"é"'],
  ['too many', 'ü'.repeat(9_000)],
  ['half a character', 'a\ud83d'],
])('the address holds the edited text: %s', (_name, body) => {
  const address = issueAddress({ title: 'A title', body });
  expect(address.length).toBeLessThanOrEqual(7_000);
  const url = new URL(address);
  expect(url.pathname).toMatch(/^\/[\w-]+\/[\w-]+\/issues\/new$/);
  expect(body.startsWith(url.searchParams.get('body') ?? '?')).toBe(true);
  expect(url.searchParams.get('body')?.length).toBeGreaterThan(0);
});
