import type { Head } from '../core/model/snapshot.ts';

/** Where snapshots are kept between readings. Keys are made by `assess-subject`; a failing cache behaves like an empty one. */
export interface SnapshotCache {
  /** The last known head under the key and when it was read (ms since 1970). */
  readonly readHead: (key: string) => Promise<{ readonly head: Head; readonly readAt: number } | null>;
  readonly writeHead: (key: string, head: Head, readAt: number) => Promise<void>;
  /** A snapshot as it was written, not yet checked. */
  readonly readSnapshot: (key: string) => Promise<unknown>;
  readonly writeSnapshot: (key: string, snapshot: unknown) => Promise<void>;
}

/** A cache that keeps nothing: for the command line and for reading anew. */
export const noCache: SnapshotCache = {
  readHead: async () => null,
  writeHead: async () => {},
  readSnapshot: async () => null,
  writeSnapshot: async () => {},
};
