import { describe, expect, test } from 'vitest';
import { fakeClock } from '../transport/fake-clock.test-support.ts';
import { type ScriptedAnswer, scriptedFetch } from '../transport/scripted-fetch.test-support.ts';
import { createTransport } from '../transport/transport.ts';
import { anonymous } from './api.ts';
import { githubSource } from './github-source.ts';
import { scriptedGithub } from './scripted-github.test-support.ts';

const commit = 'c'.repeat(40);
const id = 'a'.repeat(40);
const BASE = 'https://api.github.com/repos/o/r/git/trees/';
const WHOLE = `${BASE}${commit}?recursive=1`;
const given = (path: string, mode = '100644', size: number | undefined = 3) => ({
  path,
  mode,
  type: 'blob',
  sha: id,
  size,
});
const folder = (path: string) => ({ path, mode: '040000', type: 'tree', sha: id });
const listing = (tree: readonly object[], truncated = false): ScriptedAnswer => ({
  body: { sha: id, url: BASE, truncated, tree },
  headers: { 'content-type': 'application/json; charset=utf-8' },
});

async function treeOf(
  table: Readonly<Record<string, ScriptedAnswer | readonly ScriptedAnswer[]>>,
  options: Parameters<typeof scriptedGithub>[1] & { readonly at?: string | null } = {},
) {
  const github = scriptedGithub(table, options);
  const head = { owner: 'o', name: 'r', commit: options.at === undefined ? commit : options.at, ref: null };
  return { reading: await github.clock.run(github.source.tree(head)), ...github };
}

describe('a whole listing', () => {
  test('one call, and every kind of entry', async () => {
    const tree = [
      given('README.md'),
      given('run.sh', '100755'),
      given('data', '120000'),
      folder('src'),
      { ...given('lib', '160000'), size: undefined },
    ];
    const { reading, urls, requests } = await treeOf({ [WHOLE]: listing(tree) });
    expect(reading).toEqual({
      state: 'read',
      value: {
        entries: [
          { path: 'README.md', kind: 'file', id, bytes: 3 },
          { path: 'run.sh', kind: 'executable', id, bytes: 3 },
          { path: 'data', kind: 'symlink', id, bytes: 3 },
          { path: 'src', kind: 'folder', id, bytes: null },
          { path: 'lib', kind: 'submodule', id, bytes: null },
        ],
        unreadFolders: [],
      },
    });
    expect(urls()).toEqual([WHOLE]);
    // Each further header would cost a preflight.
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({ accept: 'application/vnd.github+json' });
  });

  test('at HEAD when there is no commit', async () => {
    const { reading } = await treeOf({ [`${BASE}HEAD?recursive=1`]: listing([]) }, { at: null });
    expect(reading).toEqual({ state: 'read', value: { entries: [], unreadFolders: [] } });
  });
});

describe('a cut listing', () => {
  const cut = listing([given('a.txt'), folder('src'), given('src/a.py')], true);
  test('the root is made whole, and every folder counts as unread', async () => {
    const root = listing([given('a.txt'), folder('src'), folder('test'), given('z.txt')]);
    const { reading } = await treeOf({ [WHOLE]: cut, [BASE + commit]: root });
    expect(reading).toMatchObject({ state: 'read', value: { unreadFolders: ['src', 'test'] } });
    const paths = reading.state === 'read' ? reading.value.entries.map(({ path }) => path) : [];
    expect(paths).toEqual(['a.txt', 'src', 'test', 'z.txt', 'src/a.py']);
  });

  test.each([
    ['cannot be had', { status: 404 }],
    ['is cut too', listing([given('a.txt')], true)],
  ])('when the root %s, all counts as unread', async (_name, root) => {
    const { reading } = await treeOf({ [WHOLE]: cut, [BASE + commit]: root });
    expect(reading).toMatchObject({ state: 'read', value: { unreadFolders: [''] } });
  });
});

describe('no listing', () => {
  test.each([
    ['not there', { status: 404 }, 'not-found-or-private'],
    ['empty', { status: 409 }, 'empty-repository'],
    ['taken down', { status: 451 }, 'gone'],
    ['anonymous and refused', { status: 401 }, 'not-found-or-private'],
    ['no JSON', { body: 'hello' }, 'bad-format'],
    ['other JSON', { body: { tree: {} } }, 'bad-format'],
    ['an id that is none', listing([{ ...given('a'), sha: '../../x' }]), 'bad-format'],
    ['too large', { body: 'x'.repeat(16 * 1_048_576 + 1) }, 'too-big'],
    ['an address that leads away', { ...listing([]), url: 'https://evil.example/' }, 'intercepted'],
  ])('%s', async (_name, answer, kind) => {
    const { reading } = await treeOf({ [WHOLE]: answer });
    expect(reading).toMatchObject({ state: 'unread', unread: { kind } });
  });

  test('a memory that fails is a mistake of ours, and nothing is thrown', async () => {
    const clock = fakeClock();
    const source = githubSource({
      transport: createTransport({ fetch: scriptedFetch({}).fetch, clock }),
      reader: anonymous,
      limitMemory: { read: () => Promise.reject(new Error('secret')), write: async () => undefined },
    });
    const reading = await source.tree({ owner: 'o', name: 'r', commit, ref: null });
    expect(reading).toEqual({ state: 'unread', unread: { kind: 'internal', detail: 'Error' } });
  });
});

describe('the limit of requests', () => {
  const now = scriptedGithub({}).clock.now();
  const headers = {
    'x-ratelimit-remaining': '14',
    'x-ratelimit-reset': String(now / 1_000 + 60),
    'x-ratelimit-limit': '60',
  };
  const used = { remaining: 0, resetAt: now + 1 };

  test.each([
    ['without a token', null, 'anonymous core'],
    ['with one', 'secret', 'mine core'],
  ])('is remembered: %s', async (_name, token, slot) => {
    const { remembered } = await treeOf({ [WHOLE]: { ...listing([]), headers } }, { token });
    expect(remembered()).toEqual({ [slot]: { remaining: 14, resetAt: now + 60_000 } });
  });

  test('when it is used up, nothing goes out', async () => {
    const { reading, urls } = await treeOf({ [WHOLE]: listing([]) }, { limits: { 'anonymous core': used } });
    expect(reading).toEqual({
      state: 'unread',
      unread: { kind: 'rate-limit', retryAt: new Date(now + 1).toISOString() },
    });
    expect(urls()).toEqual([]);
  });

  test.each([
    ['a token has its own', { limits: { 'anonymous core': used, 'mine graphql': used }, token: 'secret' }],
    ['the hour is over', { limits: { 'anonymous core': { ...used, resetAt: now } } }],
  ])('%s', async (_name, options) => {
    expect((await treeOf({ [WHOLE]: listing([]) }, options)).reading.state).toBe('read');
  });

  test('a refusal for the limit is remembered', async () => {
    const answer = { status: 403, headers: { ...headers, 'x-ratelimit-remaining': '0' } };
    const { reading, remembered } = await treeOf({ [WHOLE]: answer });
    expect(reading).toMatchObject({ state: 'unread', unread: { kind: 'rate-limit' } });
    expect(remembered()).toEqual({ 'anonymous core': { remaining: 0, resetAt: now + 60_000 } });
  });
});

describe('the token', () => {
  test('a bad one is told, and never silently left out', async () => {
    const { reading, urls } = await treeOf({ [WHOLE]: { status: 401 } }, { token: 'secret' });
    expect(reading).toEqual({ state: 'unread', unread: { kind: 'bad-token' } });
    expect(urls()).toHaveLength(1);
  });

  test('a bad one is not sent again for a while: GitHub locks out who goes on', async () => {
    const github = scriptedGithub({ [WHOLE]: { status: 401 } }, { token: 'secret' });
    const tree = () => github.clock.run(github.source.tree({ owner: 'o', name: 'r', commit, ref: null }));
    expect([await tree(), await tree()]).toEqual(Array(2).fill({ state: 'unread', unread: { kind: 'bad-token' } }));
    expect(github.urls()).toHaveLength(1);
  });

  test('one that may not read it is told apart from a repository that is not there', async () => {
    const { reading } = await treeOf({ [WHOLE]: { status: 404 } }, { token: 'secret' });
    const detail = 'It does not exist, or it is private and the token may not read it.';
    expect(reading).toEqual({ state: 'unread', unread: { kind: 'not-found-or-private', detail } });
  });

  const sso = { status: 403, headers: { 'x-github-sso': 'required; url=https://github.com/orgs/a/sso?x=1' } };
  test('one that the organisation forbids is left out for a public repository', async () => {
    const { reading, requests } = await treeOf({ [WHOLE]: [sso, listing([])] }, { token: 'secret' });
    expect(reading.state).toBe('read');
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer secret', null]);
  });

  test('and the organisation’s refusal stays when that gives nothing', async () => {
    const { reading } = await treeOf({ [WHOLE]: [sso, { status: 404 }] }, { token: 'secret' });
    expect(reading).toMatchObject({
      state: 'unread',
      unread: { kind: 'forbidden', detail: expect.stringContaining('single sign-on') },
    });
  });
});
