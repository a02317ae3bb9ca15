import { type Limits, limits } from '../model/limits.ts';
import type { RepositorySnapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { isCode } from './is-code.ts';
import { oncePer } from './per-snapshot.ts';
import { isFile, type Listing } from './tree.ts';

/** The files of code of a listing: those that are looked into, in their order, and why others are not. */
export interface CodeEntries {
  readonly within: readonly TreeEntry[];
  readonly beyond: readonly UnreadPart[];
  /** The size of all that are within. */
  readonly bytes: number;
  /** Whether they are so few and so small that nobody need be asked. */
  readonly isSmall: boolean;
}

/** The code of a listing within the product's own bounds. */
export const codeEntriesOf = oncePer((listing: Listing): CodeEntries => codeEntriesWithin(listing, limits));

/** The code of a listing within any bounds: what lies at the root first, then `src`, then notebooks, then the rest by depth. */
export function codeEntriesWithin({ entries }: Listing, most: Limits): CodeEntries {
  const files = entries.filter((entry) => isFile(entry) && isCode(entry.path)).toSorted(byWorth);
  const isTooLarge = (entry: TreeEntry) => sizeOf(entry) > most.codeFileBytes.most;
  const within: TreeEntry[] = [];
  let bytes = 0;
  let isOver = false;
  const fitting = files.filter((entry) => !isTooLarge(entry));
  for (const entry of fitting.slice(0, most.codeFiles.most)) {
    // The first that does not fit ends it: what is looked into is the beginning of one list.
    isOver ||= bytes + sizeOf(entry) > most.codeBytes.most;
    if (isOver) break;
    within.push(entry);
    bytes += sizeOf(entry);
  }
  const left = fitting.length - within.length;
  return {
    within,
    beyond: [
      ...files.filter(isTooLarge).map(({ path }) => partOf(path, 'too-big', most.codeFileBytes.sentence)),
      ...(left === 0
        ? []
        : [partOf(filesWords(left), 'not-asked', (isOver ? most.codeBytes : most.codeFiles).sentence)]),
    ],
    bytes,
    isSmall: left === 0 && within.length <= most.smallCodeFiles.most && bytes <= most.smallCodeBytes.most,
  };
}

/** What of the code was not looked into, as parts of a fact: all of it, single files that failed, what is beyond the bounds. */
export function unreadCode({ code }: RepositorySnapshot, listing: Listing): readonly UnreadPart[] {
  const { within, beyond } = codeEntriesOf(listing);
  const waiting = entriesNotIn(code, within).length;
  const asked =
    waiting === 0 ? [] : [{ what: waiting === within.length ? 'the code' : filesWords(waiting), kind: NOT_YET }];
  const failed = code.flatMap(({ path, reading }) =>
    reading.state === 'unread' ? [{ what: path, ...reading.unread }] : [],
  );
  return [...asked, ...failed, ...beyond];
}

const NOT_YET = 'not-asked' as const;

/** Those that nobody looked into yet: what is known of a file is known by its blob and its path, which tells the language. */
export function entriesNotIn<Entry extends Pick<TreeEntry, 'path' | 'id'>>(
  code: RepositorySnapshot['code'],
  entries: readonly Entry[],
): readonly Entry[] {
  const known = new Set(code.map(({ path, id }) => `${id} ${path}`));
  return entries.filter(({ path, id }) => !known.has(`${id} ${path}`));
}

const sizeOf = ({ bytes }: TreeEntry): number => bytes ?? 0;

const filesWords = (count: number): string => (count === 1 ? 'one file of code' : `${count} files of code`);

const partOf = (what: string, kind: UnreadPart['kind'], detail: string): UnreadPart => ({ what, kind, detail });

function byWorth(one: TreeEntry, other: TreeEntry): number {
  const difference = rank(one.path) - rank(other.path) || depth(one.path) - depth(other.path);
  return difference !== 0 ? difference : one.path < other.path ? -1 : 1;
}

const depth = (path: string): number => path.split('/').length;

function rank(path: string): number {
  if (!path.includes('/')) return 0;
  if (path.startsWith('src/')) return 1;
  return /^notebooks?\/|\.ipynb$/i.test(path) ? 2 : 3;
}
