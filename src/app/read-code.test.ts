import { describe, expect, test } from 'vitest';
import type { CodeFile } from '../core/model/code-file.ts';
import { limits } from '../core/model/limits.ts';
import type { TextFile, TreeEntry } from '../core/model/snapshot.ts';
import type { RepositorySource, TextWish } from '../core/model/sources.ts';
import { type Reading, read, unread } from '../core/model/unread.ts';
import { type CodeSource, readCode } from './read-code.ts';

const head = { owner: 'noise', name: 'sleep', commit: 'a'.repeat(40), ref: 'main' };
const entryOf = (path: string, bytes = 10): TreeEntry => ({ path, kind: 'file', id: path.padEnd(40, '0'), bytes });
const readsOf = (entries: readonly TreeEntry[]) => entries.map((entry) => ({ what: 'code' as const, entry }));
const many = (count: number, bytes?: number) => Array.from({ length: count }, (_, at) => entryOf(`${at}.py`, bytes));

const found = (quote: string): CodeFile => ({
  imports: [],
  machinePaths: [{ value: quote, line: 1, cell: null, quote }],
  harmlessPaths: [],
  openedFiles: [],
  writtenFiles: [],
  installs: [],
  problem: null,
});
const textOf = ({ path, id }: TreeEntry): Reading<TextFile> =>
  read({ text: `text of ${path}`, encoding: 'utf-8', bytes: 10, id, cut: false });
const silent = async (): Promise<Reading<never>> => unread('internal');

const source = (text: (entry: TreeEntry) => Promise<Reading<TextFile>>): RepositorySource => ({
  head: silent,
  tree: silent,
  text: (_head, entry) => text(entry),
});
const inTurn = source(async (entry) => textOf(entry));
const reader = (change: Partial<CodeSource> = {}): CodeSource => ({
  look: 'asked',
  read: async (_path, text) => read(found(text)),
  ...change,
});

test('each file is read and looked into; its text is not kept', async () => {
  const told: string[] = [];
  const onRead: CodeSource['onRead'] = (files, of) => told.push(`${files.length} of ${of}`);
  const readings = await readCode(head, readsOf(many(3)), inTurn, reader({ onRead }));
  expect(readings).toEqual(many(3).map(({ path, id }) => ({ path, id, reading: read(found(`text of ${path}`)) })));
  expect(told).toEqual(['0 of 3', '1 of 3', '2 of 3', '3 of 3']);
});

test('four are read at once', async () => {
  let now = 0;
  let most = 0;
  const slowly = source(async (entry) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((wake) => setTimeout(wake, 1));
    now -= 1;
    return textOf(entry);
  });
  expect(await readCode(head, readsOf(many(12)), slowly, reader())).toHaveLength(12);
  expect(most).toBe(4);
});

test.each<[string, Partial<RepositorySource>, Partial<CodeSource>, object]>([
  ['whose text has a fault', source(async () => unread('timeout')), {}, { kind: 'timeout' }],
  ['whose source throws', source(() => Promise.reject(new Error('x'))), {}, { kind: 'internal' }],
  ['that the reader fails at', inTurn, { read: () => Promise.reject(new Error('x')) }, { kind: 'internal' }],
  ['that takes too long', inTurn, { read: async () => unread('timeout') }, { kind: 'timeout' }],
  [
    'that was cut',
    source(async () => read({ text: '', encoding: 'utf-8', bytes: 10, id: '', cut: true })),
    {},
    { kind: 'too-big', detail: limits.codeFileBytes.sentence },
  ],
])('a file %s is unread', async (_name, change, how, why) => {
  const [only] = await readCode(head, readsOf(many(1)), { ...inTurn, ...change }, reader(how));
  expect(only?.reading).toEqual({ state: 'unread', unread: why });
});

describe('it ends early', () => {
  test('when that is wished: what was found until then counts, what is under way does not', async () => {
    const stop = new AbortController();
    const neverSecond = source(async (entry) => (entry.path === '0.py' ? textOf(entry) : new Promise(() => {})));
    const onRead: CodeSource['onRead'] = (files) => void (files.length === 1 && stop.abort());
    const readings = await readCode(head, readsOf(many(9)), neverSecond, reader({ onRead, signal: stop.signal }));
    expect(readings.map(({ path }) => path)).toEqual(['0.py']);
    expect(await readCode(head, readsOf(many(9)), neverSecond, reader({ signal: stop.signal }))).toEqual([]);
  });

  test('when the next file would only fail alike', async () => {
    const asked: string[] = [];
    const offline = source(async ({ path }) => {
      asked.push(path);
      return unread('offline');
    });
    const readings = await readCode(head, readsOf(many(50)), offline, reader());
    expect(readings.map(({ reading }) => reading)).toEqual([unread('offline')]);
    expect(asked.length).toBeLessThanOrEqual(4);
  });
});

test('with a source that gives many texts at once they come in batches of so many files and bytes', async () => {
  const asked: number[] = [];
  const texts = async (_head: object, wishes: readonly TextWish[]) => {
    asked.push(wishes.length);
    return wishes.map(({ entry }) => textOf(entry));
  };
  const together = { ...source(silent), texts };
  expect(await readCode(head, readsOf(many(60)), together, reader())).toHaveLength(60);
  expect(asked).toEqual([25, 25, 10]);
  asked.length = 0;
  await readCode(head, readsOf(many(5, 900_000)), together, reader());
  expect(asked).toEqual([2, 2, 1]);
});
