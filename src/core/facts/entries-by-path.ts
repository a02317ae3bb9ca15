import type { Snapshot, TreeEntry } from '../model/snapshot.ts';
import { perSnapshot } from './per-snapshot.ts';
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
  return { entries: new Map(listed.map((entry) => [entry.path, entry])), filesNamed };
});
