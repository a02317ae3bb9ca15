import { codeEntriesWithin, entriesNotIn } from '../facts/code-entries.ts';
import { listingOf } from '../facts/tree.ts';
import type { Limits } from '../model/limits.ts';
import type { Snapshot, TreeEntry } from '../model/snapshot.ts';

/** How far code is looked into: not at all, where it is small, or as somebody asked for it, up to the bounds. */
export type CodeLook = 'never' | 'when-small' | 'asked';

/** A file of code to look into. */
export interface CodeRead {
  readonly what: 'code';
  readonly entry: TreeEntry;
}

/** What is still to be looked into of a snapshot's code; `isSmall` tells whether nobody need be asked first. */
export interface CodeLeft {
  readonly entries: readonly TreeEntry[];
  readonly isSmall: boolean;
}

const NOTHING: CodeLeft = { entries: [], isSmall: true };

/** The code that nobody looked into yet, within the bounds and in its order; none where there is no list of files. */
export function codeLeft(snapshot: Snapshot, most: Limits): CodeLeft {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return NOTHING;
  const { within, tooLarge } = codeEntriesWithin(reading.listing, most);
  return { entries: entriesNotIn(reading.repository.code, within), isSmall: tooLarge === null };
}

/** The files to look into next. */
export function codeReads(snapshot: Snapshot, most: Limits, look: CodeLook): readonly CodeRead[] {
  if (look === 'never') return [];
  const { entries, isSmall } = codeLeft(snapshot, most);
  return look === 'asked' || isSmall ? entries.map((entry) => ({ what: 'code', entry })) : [];
}
