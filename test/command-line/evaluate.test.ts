import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildCases } from '../world/build-cases.ts';

const place = mkdtempSync(join(tmpdir(), 'reprise-evaluate-'));
const cases = await buildCases(join(place, 'made'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const caseOf = (name: string) => {
  const found = cases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
};

/** `OWNER+NAME/repo`, as label files expect it. */
function layOut(name: string): string {
  const { owner, directory } = caseOf(name);
  mkdirSync(join(place, 'clones', `${owner}+${name}`), { recursive: true });
  symlinkSync(directory, join(place, 'clones', `${owner}+${name}`, 'repo'));
  return `${owner}/${name}`;
}

const write = (name: string, labels: unknown): string => {
  writeFileSync(join(place, name), typeof labels === 'string' ? labels : JSON.stringify(labels));
  return join(place, name);
};

const evaluate = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/evaluate.mjs', ...args], { encoding: 'utf8' });

test('labels are compared, an unknown commit is judged at HEAD and said, a missing repository is said', () => {
  const repository = layOut('commute-survey');
  const labels = write('labels.json', [
    {
      repository,
      commit: '0'.repeat(40),
      labels: { 'readme-exists': 'pass', 'environment-yml-is-valid': 'pass', 'a-check-of-tomorrow': 'fail' },
      images: [],
      notes: { 'environment-yml-is-valid': 'It looked fine.' },
    },
    { repository: 'lab/nobody-made-this', commit: '', labels: { 'readme-exists': 'pass' } },
  ]);
  const { status, stdout, stderr } = evaluate(labels, join(place, 'clones'));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^readme-exists +1\/1/m);
  expect(stdout).toMatch(/^environment-yml-is-valid +0\/1 +0\/1 +–$/m);
  expect(stdout).toContain(`${repository} · environment-yml-is-valid: labelled pass, judged fail`);
  expect(stdout).toContain('The labeller: It looked fine.');
  expect(stdout).toContain(`${repository} was judged at HEAD: the labelled commit is not there.`);
  expect(stdout).toContain('lab/nobody-made-this is not there.');
  expect(stdout).not.toContain('a-check-of-tomorrow');
});

test('Dockerfiles are found by the beginning of their blob’s id', () => {
  const repository = layOut('sleep-and-screen-time');
  const { directory } = caseOf('sleep-and-screen-time');
  const git = spawnSync('git', ['-C', directory, 'rev-parse', 'HEAD:Dockerfile'], { encoding: 'utf8' });
  const labels = write('dockerfiles.json', [
    {
      source: `${repository}@${git.stdout.slice(0, 12)}`,
      path: 'Dockerfile',
      labels: { 'dockerfile-is-valid': 'pass', 'dockerfile-pins-base-image': 'pass' },
    },
  ]);
  const { status, stdout } = evaluate(labels, join(place, 'clones'), '--dockerfiles', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout).agreements).toMatchObject([
    { check: 'dockerfile-is-valid', agreed: 1, of: 1 },
    { check: 'dockerfile-pins-base-image', agreed: 1, of: 1 },
  ]);
});

test.each([
  [['none.json', '.'], 'is no file of JSON.'],
  [[write('text.json', 'labels'), '.'], 'is no file of JSON.'],
  [[write('other.json', [{ name: 'x' }]), '.'], 'does not hold labels of this kind.'],
  [[write('empty.json', []), '.'], 'Nothing could be compared.'],
  [[], 'Usage: npm run evaluate'],
])('%j is refused in words', (args, words) => {
  const { status, stdout, stderr } = evaluate(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(words);
});
