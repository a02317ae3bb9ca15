import type { Snapshot } from '../model/snapshot.ts';
import { fileName, isFile, listingOf } from './tree.ts';

/** The path of the Dockerfile at the root, else of the one nearest to it; null when none is listed. */
export function dockerfilePathOf(snapshot: Snapshot): string | null {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return null;
  const depth = (path: string) => path.split('/').length;
  const found = reading.listing.entries.filter((entry) => isFile(entry) && fileName(entry.path) === 'Dockerfile');
  return found.toSorted((one, other) => depth(one.path) - depth(other.path))[0]?.path ?? null;
}
