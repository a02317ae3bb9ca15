import { describe, expect, test } from 'vitest';
import type { At } from '../../core/model/repository-ref.ts';
import type { ScriptedAnswer } from '../transport/scripted-fetch.test-support.ts';
import { advertisement, scriptedGithub } from './scripted-github.test-support.ts';

const a = 'a'.repeat(40);
const b = 'b'.repeat(40);
const zero = '0'.repeat(40);
const REFS = 'https://github.com/o/r.git/info/refs?service=git-upload-pack';
const COMMITS = 'https://api.github.com/repos/o/r/commits/';
const list = advertisement([
  [a, 'HEAD'],
  [a, 'refs/heads/main'],
  [b, 'refs/heads/work'],
]);
const type = { 'content-type': 'application/x-git-upload-pack-advertisement' };
const head: At = { kind: 'head' };
const ref = (name: string): At => ({ kind: 'ref', name });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function headOf(
  table: Readonly<Record<string, ScriptedAnswer | readonly ScriptedAnswer[]>>,
  at: At = head,
  token: string | null = null,
) {
  const github = scriptedGithub(table, { token });
  const reading = await github.clock.run(github.source.head({ owner: 'o', name: 'r', at }));
  return { reading, requests: github.requests, urls: github.urls() };
}

const readHead = (commit: string | null, branch: string | null, names = { owner: 'o', name: 'r' }) => ({
  state: 'read',
  value: { ...names, commit, ref: branch },
});
const NOT_FOR_TOKEN = 'It does not exist, or it is private and the token may not read it.';
const unreadHead = (kind: string, more: object = {}) => ({ state: 'unread', unread: { kind, ...more } });

describe('the head', () => {
  test('commit and default branch, with no header of ours', async () => {
    const { reading, requests } = await headOf({ [REFS]: { body: list, headers: type } });
    expect(reading).toEqual(readHead(a, 'main'));
    expect([...(requests[0]?.headers ?? [])]).toEqual([]);
  });

  test('nothing is read after the first ref', async () => {
    const first = bytesOf(list.slice(0, list.indexOf('refs/heads/work')));
    expect((await headOf({ [REFS]: { pieces: [first], breaks: true } })).reading).toEqual(readHead(a, 'main'));
  });

  test('after a renaming the new name', async () => {
    const url = 'https://github.com/Newer/name.git/info/refs?service=git-upload-pack';
    const { reading } = await headOf({ [REFS]: { body: list, url } });
    expect(reading).toEqual(readHead(a, 'main', { owner: 'Newer', name: 'name' }));
  });

  test('a repository without a commit', async () => {
    const { reading } = await headOf({ [REFS]: { body: advertisement([[zero, 'capabilities^{}']]) } });
    expect(reading).toEqual(unreadHead('empty-repository'));
  });

  test.each([
    ['a server that fails', { status: 503 }],
    ['a log-in page', { body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['another host', { body: list, url: 'https://evil.example/' }],
    ['rubbish', { body: 'rubbish' }],
    ['a list without HEAD', { body: advertisement([[a, 'refs/heads/main']], null) }],
    ['a list that breaks off', { pieces: [bytesOf('001e# se')], breaks: true }],
    ['a limit', { status: 429 }],
    ['a refusal', { status: 403 }],
    ['a network error', { fails: new TypeError() }],
  ])('without a commit: %s', async (_name, answer) => {
    expect((await headOf({ [REFS]: answer })).reading).toEqual(readHead(null, null));
  });

  test.each([
    [401, 'not-found-or-private'],
    [404, 'not-found-or-private'],
    [410, 'gone'],
    [451, 'gone'],
  ])('HTTP %i', async (status, kind) => {
    const { reading, urls } = await headOf({ [REFS]: { status } });
    expect(reading).toEqual(unreadHead(kind));
    expect(urls).toHaveLength(1);
  });
});

describe('a private repository with a token', () => {
  const refused = { status: 401, headers: { 'www-authenticate': 'Basic realm="GitHub"' } };
  test('by the API, where alone the token goes', async () => {
    const { reading, requests } = await headOf({ [REFS]: refused, [`${COMMITS}HEAD`]: { body: a } }, head, 'secret');
    expect(reading).toEqual(readHead(a, null));
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([null, 'Bearer secret']);
    expect(requests[1]?.headers.get('accept')).toBe('application/vnd.github.sha');
  });

  test('a branch with a slash and a folder behind it', async () => {
    const table = {
      [REFS]: refused,
      [`${COMMITS}heads%2Fdata`]: { status: 422, body: '{"message":"No commit found for SHA: data"}' },
      [`${COMMITS}heads%2Fdata%2F2026`]: { body: `${b}\n` },
    };
    expect((await headOf(table, ref('data/2026/raw'), 'secret')).reading).toEqual(readHead(b, 'data/2026'));
  });

  test.each([
    ['no such repository', 404, {}, { kind: 'not-found-or-private', detail: NOT_FOR_TOKEN }],
    ['empty', 409, {}, { kind: 'empty-repository' }],
    ['bad token', 401, {}, { kind: 'bad-token' }],
    ['no such commit', 422, {}, { kind: 'not-found-or-private' }],
    ['no commit in the answer', 200, { body: 'hello' }, { kind: 'bad-format', detail: 'GitHub named no commit.' }],
  ])('%s', async (_name, status, more, unread) => {
    const { reading } = await headOf({ [REFS]: refused, [`${COMMITS}HEAD`]: { status, ...more } }, head, 'secret');
    expect(reading).toEqual({ state: 'unread', unread });
  });

  test('a long path is not tried for ever', async () => {
    const asked = 'a/b/c/d/e/f';
    const missing = { status: 404 };
    const table = Object.fromEntries(
      ['heads', 'tags'].flatMap((place) =>
        ['a', 'a/b', 'a/b/c', 'a/b/c/d'].map((name) => [COMMITS + encodeURIComponent(`${place}/${name}`), missing]),
      ),
    );
    const { reading, urls } = await headOf({ ...table, [REFS]: refused }, ref(asked), 'secret');
    expect(reading).toEqual(unreadHead('not-found-or-private', { detail: NOT_FOR_TOKEN }));
    expect(urls).toHaveLength(9);
  });
});

describe('a branch before a tag, as in git’s own list', () => {
  const refused = { status: 401 };
  const missing = { status: 422 };
  test.each([
    ['a branch', 'v1/x', { 'heads/v1': { body: b }, 'tags/v1/x': { body: a } }, readHead(b, 'v1')],
    ['only a tag', 'v1', { 'heads/v1': missing, 'tags/v1': { body: a } }, readHead(a, 'v1')],
    ['a tag by its full name', 'refs/tags/v1', { 'heads/v1': { body: b }, 'tags/v1': { body: a } }, readHead(a, 'v1')],
  ])('%s', async (_name, asked, commits, expected) => {
    const byAddress = Object.entries(commits).map(([name, answer]) => [COMMITS + encodeURIComponent(name), answer]);
    const table = { [REFS]: refused, ...Object.fromEntries(byAddress) };
    expect((await headOf(table, ref(asked), 'secret')).reading).toEqual(expected);
  });
});

describe('what is held already', () => {
  const refused = { status: 401 };
  const held = { owner: 'o', name: 'r', commit: a, ref: null };
  const lookAgain = async (answer: ScriptedAnswer, known: typeof held | { ref: string } = held, token = 'secret') => {
    const github = scriptedGithub({ [REFS]: refused, [`${COMMITS}HEAD`]: answer }, { token });
    const asked = github.source.head({ owner: 'o', name: 'r', at: head }, { ...held, ...known });
    const reading = await github.clock.run(asked);
    return { reading, tags: github.requests.map(({ headers }) => headers.get('if-none-match')) };
  };

  test.each([
    ['still the same', { status: 304 }, a],
    ['another', { body: b }, b],
  ])('%s', async (_name, answer, commit) => {
    expect(await lookAgain(answer)).toEqual({ reading: readHead(commit, null), tags: [null, `"${a}"`] });
  });

  test('a commit of another place is no answer', async () => {
    expect((await lookAgain({ body: b }, { ref: 'main' })).tags).toEqual([null, null]);
  });

  test('304 for what was not held is no commit', async () => {
    const github = scriptedGithub({ [REFS]: refused, [`${COMMITS}HEAD`]: { status: 304 } }, { token: 'secret' });
    const reading = await github.clock.run(github.source.head({ owner: 'o', name: 'r', at: head }));
    expect(reading).toMatchObject({ state: 'unread', unread: { kind: 'bad-format' } });
  });
});

describe('the list is refused, and the API tells the commit, so that the reading can be kept', () => {
  test.each([
    ['too many requests', { status: 429 }],
    ['a refusal', { status: 403 }],
    ['a server that fails', { status: 503 }],
    ['rubbish', { body: 'rubbish' }],
  ])('%s', async (_name, answer) => {
    const table = { [REFS]: answer, [`${COMMITS}HEAD`]: { body: b }, [`${COMMITS}heads%2Fwork`]: { body: b } };
    expect((await headOf(table)).reading).toEqual(readHead(b, null));
    expect((await headOf(table, ref('work'))).reading).toEqual(readHead(b, 'work'));
  });

  test.each([
    ['no network', { fails: new TypeError() }],
    ['a log-in page', { body: '<html>', headers: { 'content-type': 'text/html' } }],
  ])('not with %s', async (_name, answer) => {
    expect((await headOf({ [REFS]: answer, [`${COMMITS}HEAD`]: { body: b } })).urls).not.toContain(`${COMMITS}HEAD`);
  });
});

describe('another place', () => {
  test('a commit is taken as it is, without a request', async () => {
    const { reading, urls } = await headOf({}, { kind: 'commit', id: b });
    expect(reading).toEqual(readHead(b, null));
    expect(urls).toEqual([]);
  });

  test('a time is not looked for', async () => {
    const { reading, urls } = await headOf({}, { kind: 'latest-before', time: '2026-11-01T00:00:00Z' });
    expect(reading).toMatchObject(unreadHead('not-asked'));
    expect(urls).toEqual([]);
  });

  test.each([
    ['a branch', 'work', { body: list }, readHead(b, 'work')],
    ['a branch and a folder', 'work/data', { body: list }, readHead(b, 'work')],
    [
      'no such branch',
      'nothing',
      { body: list },
      unreadHead('not-found-or-private', { detail: 'There is no branch or tag “nothing”.' }),
    ],
    ['no list', 'work', { fails: new TypeError() }, unreadHead('blocked')],
    ['a failing server', 'work', { status: 500 }, unreadHead('server-error', { detail: 'HTTP 500' })],
    [
      'rubbish',
      'work',
      { body: 'rubbish' },
      unreadHead('bad-format', { detail: 'The list of branches and tags is not in git’s form.' }),
    ],
  ])('%s', async (_name, name, answer, expected) => {
    expect((await headOf({ [REFS]: answer }, ref(name))).reading).toEqual(expected);
  });

  test('nothing is read after the branch', async () => {
    const first = bytesOf(list.replace(/0000$/, ''));
    const last = bytesOf(`003e${b} refs/pull/1/head\n`);
    expect((await headOf({ [REFS]: { pieces: [first, last], breaks: true } }, ref('work'))).reading).toEqual(
      readHead(b, 'work'),
    );
  });

  test.each([
    ['found before the bound', 'main', readHead(a, 'main')],
    [
      'not found before it',
      'zzz',
      unreadHead('too-big', { detail: 'The list of branches and tags is larger than 4 MB.' }),
    ],
  ])('a list beyond the bound: %s', async (_name, name, expected) => {
    const many = Array.from({ length: 70_000 }, (_, index) => [b, `refs/pull/${index}/head`] as const);
    const body = advertisement([[a, 'HEAD'], [a, 'refs/heads/main'], ...many]);
    expect((await headOf({ [REFS]: { body } }, ref(name))).reading).toEqual(expected);
  });
});
