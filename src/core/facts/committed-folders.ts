import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type EnvironmentFolder, environmentFoldersOf } from './environment-folders.ts';
import { perSnapshot } from './per-snapshot.ts';
import { listingOf, unlistedParts } from './tree.ts';

/** What installers made and somebody committed, from the whole tree. */
export interface CommittedFolders {
  readonly folders: readonly EnvironmentFolder[];
  /** Whether a part of the list of files is missing, so that counts are the least. */
  readonly isPartial: boolean;
  readonly entries: number;
}

export const committedFoldersFact = perSnapshot((snapshot: Snapshot): Fact<CommittedFolders> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const folders = repository.tree.state === 'read' ? environmentFoldersOf(repository.tree.value) : [];
  const value = { folders, isPartial: listing.unreadFolders.length > 0, entries: listing.total };
  return { state: 'present', value, unread: unlistedParts(listing) };
});
