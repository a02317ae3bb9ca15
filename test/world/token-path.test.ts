import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type AssessContext, assessSubject, type Depth } from '../../src/app/assess-subject.ts';
import { noCache } from '../../src/app/snapshot-cache.ts';
import { checks } from '../../src/core/checks/index.ts';
import { type At, head } from '../../src/core/model/repository-ref.ts';
import type { Head, TreeEntry } from '../../src/core/model/snapshot.ts';
import type { RepositorySource } from '../../src/core/model/sources.ts';
import { general } from '../../src/core/rubrics/general.ts';
import { anonymous } from '../../src/services/github/api.ts';
import { githubSource } from '../../src/services/github/github-source.ts';
import { localGitSource } from '../../src/services/local-git/local-source.ts';
import { openLocalRepository } from '../../src/services/local-git/open-repository.ts';
import type { LimitState } from '../../src/services/transport/rate-limit.ts';
import { createTransport } from '../../src/services/transport/transport.ts';
import { buildCases } from './build-cases.ts';
import { startWorld } from './start-world.ts';
import { worldFetch } from './world-fetch.mjs';

const place = mkdtempSync(join(tmpdir(), 'reprise-token-path-'));
const token = 'github_pat_of_the_token_path';
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

/** What is read another way by each road: encodings, marks, sizes, links, names that need escapes. */
const oddTexts: Readonly<Record<string, string>> = {
  'README.md': base64('\ufeff# With a mark\r\n'),
  'utf16.yml': base64(Buffer.from('\ufeffname: a\n', 'utf16le')),
  'latin1.md': base64(Uint8Array.from([0x61, 0xe9, 0x0a])),
  'picture.md': base64(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])),
  'large.md': base64('x'.repeat(600 * 1_024)),
  'empty.md': '',
  'a folder/what? 100% #1: “two”.md': base64('odd name\n'),
  'lfs.md': base64(`version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`),
};

function describeCase(name: string, more: object): void {
  mkdirSync(join(place, 'from', name), { recursive: true });
  const bytes = oddTexts;
  const symlinks = { 'link.md': 'README.md' };
  const description = { proves: 'Roads are alike.', expected: {}, owner: 'roads', bytes, symlinks, ...more };
  writeFileSync(join(place, 'from', name, 'case.json'), JSON.stringify(description));
}
const branches = { v1: { 'README.md': 'branch\n' }, 'deep/er': { 'README.md': 'deep\n' } };
const tags = {
  'v1/x': { branch: 'main', message: 'one' },
  deep: { branch: 'v1' },
  'v2.0': { branch: 'v1', message: 'two' },
};
describeCase('open', { branches, tags });
describeCase('closed', { branches, tags, visibility: 'private' });
const cases = await buildCases(join(place, 'built'), join(place, 'from'));
const world = await startWorld({ repositories: cases, tokens: [token] });
const opened = await openLocalRepository(cases[0]?.directory ?? '');
if (!opened.ok) throw new Error(opened.problem);

afterAll(async () => {
  opened.repository.close();
  await world.close();
  rmSync(place, { recursive: true, force: true });
});
beforeEach(() => world.reset());

let now = Date.parse('2026-11-24T20:00:00Z');
const clock = {
  now: () => now,
  sleep: (ms: number, signal?: AbortSignal) => pause(ms, undefined, { ref: false, ...(signal && { signal }) }),
};
const transport = createTransport({ fetch: worldFetch(world.port, world.certificate), clock });

/** A reader's source, with the memory that its pages share. */
function reader(credential: string | null, memory = new Map<string, LimitState>()): RepositorySource {
  const keyOf = (slot: { reader: string; resource: string }) => `${slot.reader} ${slot.resource}`;
  return githubSource({
    transport,
    reader: credential === null ? anonymous : { id: 'mine', token: credential },
    limitMemory: {
      read: async (slot) => memory.get(keyOf(slot)) ?? null,
      write: async (slot, state) => void memory.set(keyOf(slot), state),
    },
  });
}

const roads: readonly (readonly [string, string, RepositorySource])[] = [
  ['from disk', 'open', localGitSource(opened.repository, { owner: 'roads', name: 'open' })],
  ['without a token', 'open', reader(null)],
  ['with a token', 'open', reader(token)],
  ['private, with a token', 'closed', reader(token)],
];

const headOf = async (source: RepositorySource, name: string, at: At = head): Promise<Head> => {
  const given = await source.head({ owner: 'roads', name, at });
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  return given.value;
};

async function readAll(source: RepositorySource, name: string) {
  const at = await headOf(source, name);
  const tree = await source.tree(at);
  if (tree.state !== 'read') throw new Error(JSON.stringify(tree));
  const wishes = tree.value.entries.map((entry: TreeEntry) => ({ entry, maxBytes: 300_000 }));
  const texts =
    (await source.texts?.(at, wishes)) ??
    (await Promise.all(wishes.map(({ entry, maxBytes }) => source.text(at, entry, maxBytes))));
  return { commit: at.commit, tree, texts: texts.map((text, index) => [wishes[index]?.entry.path, text]) };
}

describe('every road gives the same', () => {
  test.each(roads.slice(1))('listing and texts: %s', async (_name, name, source) => {
    const [local] = roads;
    if (local === undefined) throw new Error('no roads');
    expect(JSON.stringify(await readAll(source, name))).toBe(JSON.stringify(await readAll(local[2], 'open')));
  });

  test.each(['v1', 'v1/x', 'v1/README.md', 'refs/tags/v1/x', 'refs/heads/v1', 'deep/er', 'deep/other', 'v2.0', 'deep'])(
    'commit for “%s”',
    async (ref) => {
      const found = await Promise.all(
        roads.map(async ([, name, source]) => {
          const { commit, ref: named } = await headOf(source, name, { kind: 'ref', name: ref });
          return { commit, named };
        }),
      );
      expect(found).toEqual(Array(roads.length).fill(found[0]));
    },
  );

  test('with a token in one query, and a blob for each text that is not UTF-8, or large', async () => {
    await readAll(reader(token), 'closed');
    const paths = world.log.filter(({ host }) => host === 'api.github.com').map(({ path }) => path);
    expect(paths.filter((path) => path === '/graphql')).toHaveLength(1);
    expect(paths.filter((path) => path.includes('/git/blobs/'))).toHaveLength(4);
    expect(world.calls('raw.githubusercontent.com')).toBe(0);
  });
});

/** An assessing page with a cache of its own, as badge and popup share one. */
function createContext(source: RepositorySource): AssessContext {
  const heads = new Map<string, { head: Head; readAt: number }>();
  const snapshots = new Map<string, unknown>();
  return {
    repositories: source,
    images: { image: () => Promise.reject(new Error('no image is asked for here')) },
    snapshots: {
      ...noCache,
      readHead: async (key) => heads.get(key) ?? null,
      writeHead: async (key, value, readAt) => void heads.set(key, { head: value, readAt }),
      readSnapshot: async (key) => snapshots.get(key) ?? null,
      writeSnapshot: async (key, snapshot) => void snapshots.set(key, JSON.parse(JSON.stringify(snapshot))),
    },
    withLock: (_name, run) => run(),
    now: clock.now,
    version: '0',
    checks,
    reader: 'mine',
  };
}

const subjectOf = (name: string) => ({ repository: { owner: 'roads', name, at: head }, image: null });

describe('what looking costs', () => {
  const spent = () => ({
    anonymous: 60 - world.limit.remaining,
    core: 5_000 - world.limit.tokenRemaining,
    points: 5_000 - world.limit.graphqlRemaining,
  });
  test.each<[string, string, string | null, object, object]>([
    ['public, no token', 'open', null, { anonymous: 1, core: 0, points: 0 }, { anonymous: 0, core: 0, points: 0 }],
    ['public, token', 'open', token, { anonymous: 0, core: 1, points: 1 }, { anonymous: 0, core: 0, points: 0 }],
    // The commit, the listing, one query; then only "is it still that commit?", which GitHub answers for nothing.
    ['private, token', 'closed', token, { anonymous: 0, core: 2, points: 1 }, { anonymous: 0, core: 0, points: 0 }],
  ])('%s', async (_name, name, credential, first, again) => {
    const context = createContext(reader(credential));
    const look = (depth: Depth) => assessSubject({ subject: subjectOf(name), rubric: general, depth }, context);
    await look('normal');
    expect(spent()).toEqual(first);
    world.reset();
    now += 61_000;
    await look('fresh');
    expect(spent()).toEqual(again);
  });
});

describe('limits are known to all pages', () => {
  test.each([
    ['without a token', null, 'remaining'],
    ['with one', token, 'tokenRemaining'],
  ] as const)('%s', async (_name, credential, count) => {
    const memory = new Map<string, LimitState>();
    world.limit[count] = 0;
    world.limit.reset = Math.floor(now / 1_000) + 600;
    const lookAs = () => reader(credential, memory).tree({ owner: 'roads', name: 'open', commit: null, ref: null });
    const first = await lookAs();
    expect(first).toMatchObject({ state: 'unread', unread: { kind: 'rate-limit' } });
    expect(world.calls('api.github.com')).toBe(1);
    expect(await lookAs()).toMatchObject({ state: 'unread', unread: { kind: 'rate-limit' } });
    expect(world.calls('api.github.com')).toBe(1);
  });
});
