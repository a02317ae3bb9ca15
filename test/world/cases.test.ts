import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { emptySnapshot, takeSnapshot } from '../../src/app/take-snapshot.ts';
import { codeSource } from '../../src/command-line/code-source.ts';
import { checks } from '../../src/core/checks/index.ts';
import { planRounds } from '../../src/core/model/limits.ts';
import type { Report } from '../../src/core/model/report.ts';
import { head } from '../../src/core/model/repository-ref.ts';
import type { RepositorySource } from '../../src/core/model/sources.ts';
import { judge } from '../../src/core/report/judge.ts';
import { everyCheck } from '../../src/core/rubrics/every-check.ts';
import { anonymous } from '../../src/services/github/api.ts';
import { githubSource } from '../../src/services/github/github-source.ts';
import { localGitSource } from '../../src/services/local-git/local-source.ts';
import { registrySource } from '../../src/services/registry/registry-source.ts';
import { noLimitMemory } from '../../src/services/transport/rate-limit.ts';
import { createTransport } from '../../src/services/transport/transport.ts';
import { buildCases, type WorldCase } from './build-cases.ts';
import { readImages } from './image-from-description.ts';
import { startWorld } from './start-world.ts';
import { traps } from './traps.ts';
import { worldFetch } from './world-fetch.mjs';

const place = mkdtempSync(join(tmpdir(), 'reprise-cases-'));
const cases = await buildCases(place);
const token = 'github_pat_of_the_cases';
const world = await startWorld({ repositories: cases, images: readImages(), tokens: [token] });

afterAll(async () => {
  await world.close();
  rmSync(place, { recursive: true, force: true });
});

/** Outcomes that a check has no words for. */
const neverGiven: Readonly<Record<string, readonly string[]>> = {
  'readme-exists': ['not-applicable'],
  'environment-folder-is-not-committed': ['not-applicable'],
  'repository-holds-no-secrets': ['not-applicable'],
  'repository-is-citable': ['fail', 'not-applicable'],
};

const readAt = '2026-11-22T12:00:00.000Z';
const clock = {
  now: () => Date.parse(readAt),
  sleep: (ms: number, signal?: AbortSignal) => pause(ms, undefined, { ref: false, ...(signal && { signal }) }),
};
const transport = createTransport({ fetch: worldFetch(world.port, world.certificate, { keepAlive: true }), clock });
const control = { get: async () => null, set: async () => {} };
const images = registrySource({ transport, clock, control, mayAsk: async (name) => name === 'ghcr.io' });
const github = (credential: string | null) =>
  githubSource({
    transport,
    reader: credential === null ? anonymous : { id: 'mine', token: credential },
    limitMemory: noLimitMemory,
  });

async function reportOf({ owner, name }: WorldCase, repositories: RepositorySource): Promise<Report> {
  const begun = emptySnapshot({ repository: { owner, name, at: head }, image: null }, readAt);
  const snapshot = await takeSnapshot(begun, everyCheck, { repositories, images, checks, code: codeSource('all') });
  return judge(snapshot, everyCheck, { rubricHash: 'none', version: '0', checks });
}

/** A list that GitHub cuts is cut nowhere else. */
const firstReport = (one: WorldCase): Promise<Report> =>
  one.truncatedAfter === undefined ? localReport(one) : reportOf(one, github(null));

const localReport = async (one: WorldCase): Promise<Report> =>
  reportOf(one, localGitSource(await world.gitOf(one), one));

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  let first: Report | null = null;

  test(`gives what it expects: ${one.proves}`, async () => {
    first = await firstReport(one);
    const { findings } = first;
    const given = Object.fromEntries(findings.map(({ check, outcome }) => [check, outcome]));
    expect(given).toMatchObject(one.expected);
    for (const [check, words] of Object.entries(one.mentions)) {
      const finding = JSON.stringify(findings.find((one) => one.check === check));
      for (const word of words) expect(finding).toContain(word);
    }
  });

  test('is judged alike, byte for byte, from disk, from GitHub, and from GitHub with a token', async () => {
    const local = JSON.stringify(first);
    world.reset();
    const withoutToken = await reportOf(one, github(null));
    if (one.visibility === 'public') expect(JSON.stringify(withoutToken)).toBe(local);
    else expect(new Set(withoutToken.findings.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
    // Of a list that was cut, the root is asked for by itself.
    expect(world.calls('api.github.com')).toBeLessThanOrEqual(one.truncatedAfter === undefined ? 1 : 2);
    world.reset();
    expect(JSON.stringify(await reportOf(one, github(token)))).toBe(local);
    expect(world.calls('raw.githubusercontent.com')).toBe(0);
    // One for each round of texts, and one for the code.
    expect(world.log.filter(({ path }) => path === '/graphql').length).toBeLessThanOrEqual(planRounds + 1);
    expect(world.log.filter(({ headers }) => headers.cookie !== null)).toEqual([]);
  });
});

describe('the cases together', () => {
  test('show every trap', () => {
    const shown = new Set(cases.flatMap((one) => one.traps));
    expect([...shown].sort()).toEqual([...traps].sort());
  });

  test.each(checks.map(({ id }) => id))('show %s passing, failing and not applying', (id) => {
    const expected = cases.flatMap((one) =>
      Object.entries(one.expected).flatMap(([check, outcome]) => (check.split(':')[0] === id ? [outcome] : [])),
    );
    const never = neverGiven[id] ?? [];
    const outcomes = ['pass', 'fail', 'not-applicable'].filter((outcome) => !never.includes(outcome));
    expect([...new Set(expected)]).toEqual(expect.arrayContaining(outcomes));
  });
});
