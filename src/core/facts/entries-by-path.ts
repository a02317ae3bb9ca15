import type { Snapshot, Tree, TreeEntry } from '../model/snapshot.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';
import { fileName, isFile, listingOf } from './tree.ts';

/** The entries of the listing that may be looked at, by path, and the paths of its files by their last part. */
export interface EntriesByPath {
  readonly entries: ReadonlyMap<string, TreeEntry>;
  readonly filesNamed: ReadonlyMap<string, readonly string[]>;
}

export const entriesByPath = perSnapshot((snapshot: Snapshot): EntriesByPath => {
  const reading = listingOf(snapshot);
  const listed = reading.state === 'read' ? reading.listing.entries : [];
  const filesNamed = new Map<string, string[]>();
  for (const entry of listed) {
    if (!isFile(entry)) continue;
    const name = fileName(entry.path);
    const known = filesNamed.get(name);
    if (known === undefined) filesNamed.set(name, [entry.path]);
    else known.push(entry.path);
  }
  const tree = snapshot.repository?.tree;
  const isAll = tree?.state === 'read' && tree.value.entries.length === listed.length;
  return { entries: isAll ? treeByPath(tree.value) : byPath(listed), filesNamed };
});

const byPath = (entries: readonly TreeEntry[]): ReadonlyMap<string, TreeEntry> =>
  new Map(entries.map((entry) => [entry.path, entry]));

/** Every entry of a tree by its path, also those that are never looked at. */
export const treeByPath = oncePer(({ entries }: Tree) => byPath(entries));
