import { type Limit, type Limits, limits } from '../model/limits.ts';
import type { RepositorySnapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { isCode } from './is-code.ts';
import { oncePer } from './per-snapshot.ts';
import { isFile, type Listing } from './tree.ts';

/** The files of code of a listing: those that are looked into, in their order, and why others are not. */
export interface CodeEntries {
  readonly within: readonly TreeEntry[];
  readonly beyond: readonly UnreadPart[];
  /** The bound above which somebody must ask for it; null for code so small that nobody need. */
  readonly tooLarge: Limit | null;
}

/** The code of a listing within the product's own bounds. */
export const codeEntriesOf = oncePer((listing: Listing): CodeEntries => codeEntriesWithin(listing, limits));

/** The code of a listing within any bounds: what lies at the root first, then `src`, then notebooks, then the rest by depth. */
export function codeEntriesWithin({ entries }: Listing, most: Limits): CodeEntries {
  const files = entries
    .flatMap((entry) => (isFile(entry) && isCode(entry.path) ? { entry, worth: worthOf(entry.path) } : []))
    .sort((one, other) => one.worth - other.worth || (one.entry.path < other.entry.path ? -1 : 1))
    .map(({ entry }) => entry);
  const isTooLarge = (entry: TreeEntry) => sizeOf(entry) > most.codeFileBytes.most;
  const fitting = files.filter((entry) => !isTooLarge(entry));
  const within = beginningOf(fitting, most);
  const left = fitting.length - within.length;
  const met = within.length === most.codeFiles.most ? most.codeFiles : most.codeBytes;
  return {
    within,
    beyond: [
      ...files.filter(isTooLarge).map(({ path }) => partOf(path, 'too-big', most.codeFileBytes)),
      ...(left === 0 ? [] : [partOf(filesWords(left), 'not-asked', met)]),
    ],
    tooLarge: boundMet(fitting, most),
  };
}

/** As many as fit; the first that does not ends it, so that it is the beginning of one list. */
function beginningOf(files: readonly TreeEntry[], most: Limits): readonly TreeEntry[] {
  let bytes = 0;
  const end = files.findIndex((entry, index) => {
    bytes += sizeOf(entry);
    return index >= most.codeFiles.most || bytes > most.codeBytes.most;
  });
  return end < 0 ? files : files.slice(0, end);
}

function boundMet(files: readonly TreeEntry[], { smallCodeFiles, smallCodeBytes }: Limits): Limit | null {
  if (files.length > smallCodeFiles.most) return smallCodeFiles;
  return files.reduce((sum, entry) => sum + sizeOf(entry), 0) > smallCodeBytes.most ? smallCodeBytes : null;
}

/** What of the code was not looked into, as parts of a fact: all of it, single files that failed, what is beyond the bounds. */
export function unreadCode({ code }: RepositorySnapshot, listing: Listing): readonly UnreadPart[] {
  const { within, beyond, tooLarge } = codeEntriesOf(listing);
  const waiting = entriesNotIn(code, within).length;
  const failed = code.flatMap(({ path, reading }) =>
    reading.state === 'unread' ? [{ what: path, ...reading.unread }] : [],
  );
  if (waiting === 0) return [...failed, ...beyond];
  const what = waiting === within.length ? 'the code' : filesWords(waiting);
  return [partOf(what, 'not-asked', waiting === within.length ? tooLarge : null), ...failed, ...beyond];
}

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

const partOf = (what: string, kind: UnreadPart['kind'], met: Limit | null): UnreadPart => ({
  what,
  kind,
  ...(met === null ? {} : { detail: met.sentence }),
});

/** Lower comes first: by place, then by depth. A path has 4,096 characters at most. */
const worthOf = (path: string): number => rank(path) * 4_096 + path.split('/').length;

function rank(path: string): number {
  if (!path.includes('/')) return 0;
  if (path.startsWith('src/')) return 1;
  return /^notebooks?\/|\.ipynb$/i.test(path) ? 2 : 3;
}
