import { describe, expect, test } from 'vitest';
import { type Limit, limits } from '../model/limits.ts';
import { snapshotOf } from '../model/snapshot.test-support.ts';
import type { CodeReading, TreeEntry } from '../model/snapshot.ts';
import { unread } from '../model/unread.ts';
import { codeEntriesOf, codeEntriesWithin, unreadCode } from './code-entries.ts';
import { type Listing, listingOf } from './tree.ts';

const file = (path: string, bytes = 10, kind: TreeEntry['kind'] = 'file'): TreeEntry => ({
  path,
  kind,
  id: path.padEnd(40, '0'),
  bytes,
});
const listing = (entries: readonly TreeEntry[]): Listing => ({ entries, total: entries.length, unreadFolders: [] });
const files = (count: number, bytes?: number) =>
  Array.from({ length: count }, (_, index) => file(`${index}.py`, bytes));
const around = ({ most }: Limit): readonly number[] => [most - 1, most, most + 1];
const parts = (entries: readonly TreeEntry[]) => codeEntriesWithin(listing(entries), limits).beyond;

test('what lies at the root comes first, then src, then notebooks, then the rest; links and other files are none', () => {
  const paths = ['lib/deep/a.py', 'lib/b.py', 'z.ipynb', 'notebooks/c.py', 'src/x/d.py', 'src/e.py', 'run.py', 'a.py'];
  const others = [file('README.md'), file('data.csv'), file('link.py', 5, 'symlink'), file('sub.py', 0, 'submodule')];
  const { within } = codeEntriesWithin(listing([...others, ...paths.map((path) => file(path))]), limits);
  expect(within.map(({ path }) => path)).toEqual([
    'a.py',
    'run.py',
    'z.ipynb',
    'src/e.py',
    'src/x/d.py',
    'notebooks/c.py',
    'lib/b.py',
    'lib/deep/a.py',
  ]);
});

describe('somebody must ask for code', () => {
  test('of more than so many files', () => {
    const met = around(limits.smallCodeFiles).map((count) => codeEntriesOf(listing(files(count))).tooLarge);
    expect(met).toEqual([null, null, limits.smallCodeFiles]);
  });

  test('of more than so many bytes', () => {
    const met = around(limits.smallCodeBytes).map((bytes) => codeEntriesOf(listing([file('a.py', bytes)])).tooLarge);
    expect(met).toEqual([null, null, limits.smallCodeBytes]);
  });

  test('and it is said why it was not looked into', () => {
    const paths = Object.fromEntries(
      Array.from({ length: limits.smallCodeFiles.most + 1 }, (_, at) => [`${at}.py`, '']),
    );
    const reading = listingOf(snapshotOf(paths));
    if (reading.state !== 'read') throw new Error('no listing');
    const part = { what: 'the code', kind: 'not-asked', detail: limits.smallCodeFiles.sentence };
    expect(unreadCode(reading.repository, reading.listing)).toEqual([part]);
  });
});

describe('of a listing', () => {
  test('so many files at most', () => {
    const { most, sentence } = limits.codeFiles;
    expect([most - 1, most].map((count) => parts(files(count)))).toEqual([[], []]);
    const over = codeEntriesOf(listing(files(most + 2)));
    expect(over.within).toHaveLength(most);
    expect(over).toMatchObject({
      beyond: [{ what: '2 files of code', kind: 'not-asked', detail: sentence }],
      tooLarge: limits.smallCodeFiles,
    });
  });

  test('so many bytes at most', () => {
    const { most, sentence } = limits.codeBytes;
    const five = (last: number) => [...files(5, most / 5 - 1), file('last.py', last)];
    expect([4, 5].map((last) => parts(five(last)))).toEqual([[], []]);
    expect(parts(five(6))).toEqual([{ what: 'one file of code', kind: 'not-asked', detail: sentence }]);
  });

  test('no file that is too large, and the others all the same', () => {
    const { most, sentence } = limits.codeFileBytes;
    const entries = (bytes: number) => [file('a.py', bytes), file('b.py')];
    expect([most - 1, most].map((bytes) => parts(entries(bytes)))).toEqual([[], []]);
    const over = codeEntriesOf(listing(entries(most + 1)));
    expect(over.within.map(({ path }) => path)).toEqual(['b.py']);
    expect(over).toMatchObject({ beyond: [{ what: 'a.py', kind: 'too-big', detail: sentence }], tooLarge: null });
  });
});

test.each<[string, readonly string[], readonly string[]]>([
  ['nothing', [], ['the code: not-asked']],
  ['a part', ['a.py'], ['2 files of code: not-asked']],
  ['all', ['a.py', 'b.py', 'c.py'], []],
  ['one with a fault', ['a.py', 'b.py', '!c.py'], ['c.py: timeout']],
])('when %s was looked into, the parts that are missing are told', (_name, looked, expected) => {
  const code = looked.map((path): CodeReading => {
    const value = {
      imports: [],
      machinePaths: [],
      harmlessPaths: [],
      openedFiles: [],
      writtenFiles: [],
      installs: [],
      problem: null,
    };
    const reading = path.startsWith('!') ? unread('timeout') : ({ state: 'read', value } as const);
    return { path: path.replace('!', ''), id: 'a'.repeat(40), reading };
  });
  const snapshot = snapshotOf({ 'a.py': '', 'b.py': '', 'c.py': '' }, { code });
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') throw new Error('no listing');
  const told = unreadCode(reading.repository, reading.listing).map(({ what, kind }) => `${what}: ${kind}`);
  expect(told).toEqual(expected);
});
