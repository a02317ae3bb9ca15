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
import { openLocalRepository } from '../../src/services/local-git/open-repository.ts';
import { registrySource } from '../../src/services/registry/registry-source.ts';
import { noLimitMemory } from '../../src/services/transport/rate-limit.ts';
import { createTransport } from '../../src/services/transport/transport.ts';
import { buildCases, type WorldCase } from './build-cases.ts';
import { readImages } from './image-from-description.ts';
import { startWorld } from './start-world.ts';
import { worldFetch } from './world-fetch.mjs';

const place = mkdtempSync(join(tmpdir(), 'reprise-cases-'));
const cases = await buildCases(place);
const token = 'github_pat_of_the_cases';
const world = await startWorld({ repositories: cases, images: readImages(), tokens: [token] });

afterAll(async () => {
  await world.close();
  rmSync(place, { recursive: true, force: true });
});

const readAt = '2026-11-22T12:00:00.000Z';
const clock = {
  now: () => Date.parse(readAt),
  sleep: (ms: number, signal?: AbortSignal) => pause(ms, undefined, { ref: false, ...(signal && { signal }) }),
};
const transport = createTransport({ fetch: worldFetch(world.port, world.certificate), clock });
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

async function localReport(one: WorldCase): Promise<Report> {
  const opened = await openLocalRepository(one.directory);
  if (!opened.ok) throw new Error(opened.problem);
  try {
    return await reportOf(one, localGitSource(opened.repository, one));
  } finally {
    opened.repository.close();
  }
}

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  test(`gives what it expects: ${one.proves}`, async () => {
    const { findings } = await localReport(one);
    const given = Object.fromEntries(findings.map(({ check, outcome }) => [check, outcome]));
    expect(given).toMatchObject(one.expected);
  });

  test('is judged alike, byte for byte, from disk, from GitHub, and from GitHub with a token', async () => {
    world.reset();
    const local = JSON.stringify(await localReport(one));
    const withoutToken = await reportOf(one, github(null));
    if (one.visibility === 'public') expect(JSON.stringify(withoutToken)).toBe(local);
    else expect(new Set(withoutToken.findings.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
    expect(world.calls('api.github.com')).toBeLessThanOrEqual(1);
    world.reset();
    expect(JSON.stringify(await reportOf(one, github(token)))).toBe(local);
    expect(world.calls('raw.githubusercontent.com')).toBe(0);
    // One for each round of texts, and one for the code.
    expect(world.log.filter(({ path }) => path === '/graphql').length).toBeLessThanOrEqual(planRounds + 1);
    expect(world.log.filter(({ headers }) => headers.cookie !== null)).toEqual([]);
  });
});
