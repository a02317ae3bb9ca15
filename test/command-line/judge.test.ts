import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { accepted } from '../../src/core/model/border.schema.ts';
import { reportSchema } from '../../src/core/model/report.schema.ts';
import type { Report } from '../../src/core/model/report.ts';
import { buildCases } from '../world/build-cases.ts';
import { readImages } from '../world/image-from-description.ts';
import { startWorld } from '../world/start-world.ts';

const place = mkdtempSync(join(tmpdir(), 'reprise-judge-'));
const cases = await buildCases(place);
const token = 'github_pat_of_the_command_line';
const world = await startWorld({ repositories: cases, images: readImages(), tokens: [token] });
const folderOf = (name: string) => cases.find((one) => one.name === name)?.directory ?? '';

beforeEach(() => world.reset());
afterAll(async () => {
  await world.close();
  rmSync(place, { recursive: true, force: true });
});

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the script behind `npm run judge`, led into the world; without the world there is no network at all. */
function judge(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const program = spawn(process.execPath, ['scripts/judge.mjs', ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${join(process.cwd(), 'test/world/route-fetch.mjs')}`,
      REPRISE_WORLD_PORT: String(world.port),
      REPRISE_WORLD_CERTIFICATE: world.certificatePath,
      ...environment,
    },
  });
  let output = '';
  let errors = '';
  program.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  program.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
  return new Promise((resolve) => program.on('close', (code) => resolve({ code, output, errors })));
}

const report = ({ output }: Run): Report => JSON.parse(output) as Report;
const outcomes = (run: Run) =>
  Object.fromEntries(report(run).findings.map((finding) => [finding.check, finding.outcome]));

describe('a folder', () => {
  test('is judged without any request, and the image is not looked at', async () => {
    const run = await judge([folderOf('sleep-and-screen-time'), '--json']);
    expect(run).toMatchObject({ code: 0, errors: '' });
    expect(outcomes(run)).toMatchObject({ 'readme-exists': 'pass', 'image-exists-and-is-public': 'unknown' });
    expect(world.log).toEqual([]);
  });

  test('with --image asks the registry and nobody else', async () => {
    const run = await judge([
      folderOf('sleep-and-screen-time'),
      '--json',
      '--image',
      'ghcr.io/sample-class/sleep-and-screen-time',
    ]);
    expect(outcomes(run)).toMatchObject({ 'image-exists-and-is-public': 'pass' });
    expect(new Set(world.log.map(({ host }) => host))).toEqual(
      new Set(['ghcr.io', 'pkg-containers.githubusercontent.com']),
    );
  });

  test.each([
    ['./there-is-none', 'There is no folder “./there-is-none”.'],
    ['./package.json', '“./package.json” is a file, neither a folder nor a zip.'],
  ])('%s is refused in one sentence', async (folder, problem) => {
    expect(await judge([folder])).toEqual({ code: 2, output: '', errors: `${problem}\n` });
  });
});

describe('a repository on GitHub', () => {
  test('costs one call to the API, sends no cookie, and is reported by the published schema', async () => {
    const run = await judge(['sample-class/sleep-and-screen-time', '--json']);
    expect(run).toMatchObject({ code: 0, errors: '' });
    expect(accepted(reportSchema, report(run))).toEqual(report(run));
    expect(report(run)).toMatchObject({ state: 'done', counts: { toFix: 0, tips: 0, notLookedAt: 0 } });
    expect(outcomes(run)).toMatchObject({
      'readme-says-how-to-run': 'pass',
      'environment-yml-is-valid': 'pass',
      'dockerfile-is-valid': 'pass',
      'image-exists-and-is-public': 'pass',
      'image-is-built-for-required-platform': 'pass',
    });
    expect(world.calls('api.github.com')).toBe(1);
  });

  test('is the same whatever way it is named', async () => {
    const names = [
      'sample-class/sleep-and-screen-time',
      'https://github.com/Sample-Class/sleep-and-screen-time.git',
      'github.com/sample-class/sleep-and-screen-time/tree/main',
    ];
    const runs = await Promise.all(names.map((name) => judge([name, '--json'])));
    const commits = new Set(runs.map((run) => report(run).commit));
    expect(commits.size).toBe(1);
    expect(new Set(runs.map((run) => JSON.stringify(outcomes(run)))).size).toBe(1);
  });

  test('prints a table for people', async () => {
    const { code, output } = await judge(['sample-class/library-noise-levels']);
    expect(code).toBe(0);
    expect(output).toContain('sample-class/library-noise-levels · General');
    expect(output).toMatch(/Read .* by reprise 0\.1\.0, which looks at 10 things for this rubric\.\n$/);
  });

  test('that is not there gives exit code 3 and no failure', async () => {
    const run = await judge(['sample-class/nobody-made-this', '--json']);
    expect(run.code).toBe(3);
    expect(Object.values(outcomes(run)).every((outcome) => outcome === 'unknown')).toBe(true);
  });

  test('offline gives exit code 3 and sends nothing', async () => {
    const run = await judge(['sample-class/sleep-and-screen-time', '--offline']);
    expect(run.code).toBe(3);
    expect(run.output).toContain('Could not look. No request was sent, as --offline asks.');
    expect(world.log).toEqual([]);
  });

  test('with a token sends it to the API alone', async () => {
    const run = await judge(['sample-class/sleep-and-screen-time', '--json', '--token-from-env', 'MY_TOKEN'], {
      MY_TOKEN: token,
    });
    expect(run.code).toBe(0);
    const withToken = world.log.filter(({ headers }) => headers.authorization?.startsWith('Bearer gith') === true);
    expect(new Set(withToken.map(({ host }) => host))).toEqual(new Set(['api.github.com']));
    expect(world.log.filter(({ headers }) => headers.cookie !== null)).toEqual([]);
    expect(run.output).not.toContain(token);
  });
});

describe('an image', () => {
  test('is judged with no call to any host but the registry', async () => {
    const run = await judge([
      'ghcr.io/sample-class/sleep-and-screen-time',
      '--rubric',
      'methodology-assignment-6',
      '--json',
    ]);
    expect(report(run)).toMatchObject({ state: 'done', counts: { toFix: 0, tips: 0, fine: 7, notLookedAt: 0 } });
    expect(world.calls('github.com') + world.calls('api.github.com') + world.calls('raw.githubusercontent.com')).toBe(
      0,
    );
  });

  test('on another registry is not asked for', async () => {
    const run = await judge(['quay.io/sample/image', '--rubric', 'methodology-assignment-6', '--json']);
    expect(run.code).toBe(3);
    expect(report(run).findings[0]).toMatchObject({ outcome: 'unknown', why: { kind: 'permission-needed' } });
    expect(world.log).toEqual([]);
  });
});

test.each([
  [[], 'No subject was given. Try `npm run judge -- --help`.'],
  [['one', 'two'], 'One subject at a time: “two” is too much.'],
  [
    ['a/b', '--rubric', 'none'],
    'There is no rubric “none”; there are general, dsc180-capstone, methodology-assignment-6, every-check.',
  ],
  [['a/b', '--code', 'some'], '--code takes none, small, all, not “some”.'],
  [['a/b', '--token-from-env', 'NOT_SET_ANYWHERE'], 'The environment variable NOT_SET_ANYWHERE is empty or not set.'],
  [
    ['ghcr.io/nothing'],
    'A slash is missing: a path on ghcr.io looks like “ghcr.io/owner/name”, not “ghcr.io/nothing”. A folder begins with “./” or “/”.',
  ],
])('%j is refused in one sentence', async (args, problem) => {
  expect(await judge(args)).toEqual({ code: 2, output: '', errors: `${problem}\n` });
});

test.each([
  ['nonsense'],
  ['a b/c'],
  ['https://example.org'],
  ['--nonsense'],
  ['../nowhere/at/all'],
  ['javascript:alert(1)'],
])('%s is refused in one line', async (text) => {
  const { code, output, errors } = await judge([text]);
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(errors).toMatch(/^[^\n]+\n$/);
});

test('a token given where a name belongs is not printed', async () => {
  const secret = `ghp_${'a1B2'.repeat(9)}`;
  const runs = await Promise.all([
    judge(['a/b', '--token-from-env', secret]),
    judge([`https://x:${secret}@github.com/settings`]),
  ]);
  for (const { code, output, errors } of runs) {
    expect(code).toBe(2);
    expect(output + errors).not.toContain(secret);
  }
});

test('a reader that stops early is no fault', async () => {
  const program = spawn(process.execPath, ['dist/cli/cli.js', folderOf('sleep-and-screen-time'), '--json']);
  program.stdout.destroy();
  let errors = '';
  program.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
  expect(await new Promise((resolve) => program.on('close', resolve))).toBe(0);
  expect(errors).toBe('');
});

test('--help tells the options', async () => {
  const { code, output } = await judge(['--help']);
  expect(code).toBe(0);
  expect(output).toContain('--token-from-env NAME');
});
