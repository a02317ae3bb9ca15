import { parseHead } from '../core/model/snapshot.schema.ts';
import type { Head } from '../core/model/snapshot.ts';
import { type Database, withDatabase } from './database.ts';
import { keysToEvict } from './snapshot-eviction.ts';

const CAPACITY_BYTES = 50 * 1_024 * 1_024;

/** The extension's cache of snapshots in IndexedDB: plain JSON, at most 50 MB, the longest unused dropped first. */
export interface SnapshotStore {
  readonly readHead: (key: string) => Promise<{ head: Head; readAt: number } | null>;
  readonly writeHead: (key: string, head: Head, readAt: number) => Promise<void>;
  readonly readSnapshot: (key: string) => Promise<unknown>;
  readonly writeSnapshot: (key: string, snapshot: unknown) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Drops every entry whose key begins so, for example those read with a token that was wiped. */
  readonly clearWhere: (prefix: string) => Promise<void>;
}

/** `now` gives milliseconds since 1970. A fault of the storage is a cache without entries, never an error. */
export function createSnapshotStore(now: () => number): SnapshotStore {
  return {
    readHead: (key) =>
      withDatabase(async (database) => {
        const kept = await database.get('heads', key);
        const head = parseHead(kept?.head);
        return kept === undefined || head === null ? null : { head, readAt: kept.readAt };
      }, null),
    writeHead: (key, head, readAt) =>
      withDatabase(async (database) => void (await database.put('heads', { head, readAt }, key)), undefined),
    readSnapshot: (key) => withDatabase((database) => readSnapshot(database, key, now()), null),
    writeSnapshot: (key, snapshot) =>
      withDatabase((database) => writeSnapshot(database, key, JSON.stringify(snapshot), now()), undefined),
    clear: () => clearWhere(''),
    clearWhere,
  };
}

async function readSnapshot(database: Database, key: string, usedAt: number): Promise<unknown> {
  const text = await database.get('snapshots', key);
  if (text === undefined) return null;
  await database.put('uses', { bytes: text.length, usedAt }, key);
  return JSON.parse(text);
}

async function writeSnapshot(database: Database, key: string, text: string, usedAt: number): Promise<void> {
  const change = database.transaction(['snapshots', 'uses'], 'readwrite');
  const snapshots = change.objectStore('snapshots');
  const uses = change.objectStore('uses');
  await snapshots.put(text, key);
  await uses.put({ bytes: text.length, usedAt }, key);
  const [keys, values] = await Promise.all([uses.getAllKeys(), uses.getAll()]);
  const all = values.map((use, index) => ({ key: keys[index] ?? '', ...use }));
  const evicted = keysToEvict(all, CAPACITY_BYTES);
  await Promise.all(evicted.flatMap((old) => [snapshots.delete(old), uses.delete(old)]));
  await change.done;
}

const clearWhere = (prefix: string): Promise<void> =>
  withDatabase(async (database) => {
    // Every key that begins with the prefix lies between it and the prefix followed by the last character.
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    await Promise.all((['heads', 'snapshots', 'uses'] as const).map((store) => database.delete(store, range)));
  }, undefined);
