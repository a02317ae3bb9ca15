import { controlMemory } from './control-memory.ts';
import { limitMemory } from './limit-memory.ts';
import { withLock } from './locks.ts';
import { network } from './network.ts';
import { ownVersion } from './own-pages.ts';
import { missingHosts } from './permissions.ts';
import { readerOf } from './reader-id.ts';
import { createSnapshotStore } from './snapshot-store.ts';
import { readToken } from './token.ts';

/** What this browser gives for assessing, the same in the background and in own pages. */
export const assessPlatform = () => ({
  network,
  readToken,
  readerOf,
  limitMemory,
  controlMemory,
  missingHosts,
  snapshots: createSnapshotStore(network.clock.now),
  withLock,
  version: ownVersion(),
});
