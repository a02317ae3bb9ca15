import { describe, expect, test } from 'vitest';
import type { EntryKind } from '../../core/model/snapshot.ts';
import type { ScriptedAnswer } from '../transport/scripted-fetch.test-support.ts';
import { scriptedGithub } from './scripted-github.test-support.ts';

const commit = 'c'.repeat(40);
// `git hash-object` of "hello\n".
const id = 'ce013625030ba8dba906f756967f9e9ca394464a';
const RAW = `https://raw.githubusercontent.com/o/r/${commit}/`;
const good: ScriptedAnswer = { body: 'hello\n', headers: { 'content-type': 'text/plain; charset=utf-8' } };
const head = (at: string | null = commit) => ({ owner: 'o', name: 'r', commit: at, ref: null });
const entry = (path = 'a.md', more: object = {}) => ({ path, kind: 'file' as EntryKind, id, bytes: 6, ...more });
const hello = { text: 'hello\n', encoding: 'utf-8', bytes: 6, id, cut: false };

async function textOf(
  table: Readonly<Record<string, ScriptedAnswer | readonly ScriptedAnswer[]>>,
  { at = commit, of = entry(), most = 100 }: { at?: string | null; of?: ReturnType<typeof entry>; most?: number } = {},
) {
  const github = scriptedGithub(table);
  const reading = await github.clock.run(github.source.text(head(at), of, most));
  return { reading, urls: github.urls(), requests: github.requests };
}

describe('from the raw host', () => {
  test('whole', async () => {
    const { reading, requests } = await textOf({ [`${RAW}a.md`]: good });
    expect(reading).toEqual({ state: 'read', value: hello });
    expect([...(requests[0]?.headers ?? [])]).toEqual([]);
  });

  test('only the first part is kept, and the whole is checked', async () => {
    const { reading } = await textOf({ [`${RAW}a.md`]: good }, { most: 2 });
    expect(reading).toEqual({ state: 'read', value: { ...hello, text: 'he', cut: true } });
  });

  test.each([
    ['blanks and signs', 'a folder/what? 100% #1.md', 'a%20folder/what%3F%20100%25%20%231.md'],
    ['other letters', 'naïve.md', 'na%C3%AFve.md'],
    ['a page', 'docs/index.html', 'docs/index.html'],
  ])('the path is encoded: %s', async (_name, path, encoded) => {
    const { reading } = await textOf({ [RAW + encoded]: good }, { of: entry(path) });
    expect(reading.state).toBe('read');
  });

  test('at HEAD when there is no commit', async () => {
    const { reading } = await textOf({ 'https://raw.githubusercontent.com/o/r/HEAD/a.md': good }, { at: null });
    expect(reading.state).toBe('read');
  });
});

describe('what arrives is not the blob', () => {
  const HEAD = 'https://raw.githubusercontent.com/o/r/HEAD/a.md';
  test.each([
    ['one wrong answer is put right', commit, [{ body: 'hel' }, good], 'read', undefined],
    ['shorter', commit, { body: 'hel' }, 'unread', 'truncated'],
    ['as long, but another', commit, { body: 'hallo\n' }, 'unread', 'bad-digest'],
    ['without a commit the branch has moved', null, { body: 'hallo\n' }, 'unread', 'stale'],
    ['without a commit and gone', null, { status: 404, body: '404: Not Found' }, 'unread', 'stale'],
  ])('%s', async (_name, at, answer, state, kind) => {
    const { reading, urls } = await textOf({ [`${RAW}a.md`]: answer, [HEAD]: answer }, { at });
    expect(reading.state).toBe(state);
    expect(reading.state === 'unread' ? reading.unread.kind : undefined).toBe(kind);
    expect(urls.length).toBeLessThanOrEqual(2);
  });
});

describe('what is not read', () => {
  test.each(['submodule', 'folder'] as const)('a %s is not asked for', async (kind) => {
    const { reading, urls } = await textOf({}, { of: entry('a', { kind }) });
    expect(reading).toEqual({
      state: 'unread',
      unread: { kind: 'bad-format', detail: `The entry is no file but a ${kind}.` },
    });
    expect(urls).toEqual([]);
  });

  const most = 12 * 1_048_576;
  test.each([
    ['at the bound', most, 1],
    ['over the bound', most + 1, 0],
  ])('by its listed size: %s', async (_name, bytes, asked) => {
    const { urls } = await textOf({ [`${RAW}a.md`]: { status: 404 } }, { of: entry('a.md', { bytes }) });
    expect(urls).toHaveLength(asked);
  });

  test.each([
    ['a limit', { status: 429, body: '429: Too Many Requests' }, 'secondary-limit'],
    ['listed and not there', { status: 404 }, 'server-error'],
    ['a log-in page', { ...good, headers: { 'content-type': 'text/html' } }, 'intercepted'],
    ['larger than listed and than the bound', { body: 'x'.repeat(most + 1) }, 'too-big'],
  ])('%s', async (_name, answer, kind) => {
    const { reading } = await textOf({ [`${RAW}a.md`]: answer });
    expect(reading).toMatchObject({ state: 'unread', unread: { kind } });
  });
});
