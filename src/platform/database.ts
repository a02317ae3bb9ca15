import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';

interface RepriseDatabase extends DBSchema {
  heads: { key: string; value: { head: unknown; readAt: number } };
  snapshots: { key: string; value: string };
  uses: { key: string; value: { bytes: number; usedAt: number } };
  secrets: { key: string; value: string };
}

export type Database = IDBPDatabase<RepriseDatabase>;

const NAME = 'reprise';
const VERSION = 1;
const STORES = ['heads', 'snapshots', 'uses', 'secrets'] as const;

let opened: Promise<Database> | null = null;

const forget = (): void => {
  opened = null;
};

function open(): Promise<Database> {
  opened ??= openOrRebuild();
  opened.catch(forget);
  return opened;
}

/** A database of another version, or without our stores, is a cache that nobody can use: it is made anew. */
async function openOrRebuild(): Promise<Database> {
  const known = await openOnce().catch(() => null);
  if (known !== null && STORES.every((store) => known.objectStoreNames.contains(store))) return known;
  known?.close();
  await deleteDB(NAME);
  return openOnce();
}

const openOnce = (): Promise<Database> =>
  openDB<RepriseDatabase>(NAME, VERSION, {
    upgrade(database) {
      for (const store of STORES) database.createObjectStore(store);
    },
    // A newer Reprise in another page must not wait for this one.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });

/** Runs one piece of work on the extension's own database; any fault of the storage gives `otherwise`. */
export async function withDatabase<T>(run: (database: Database) => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await run(await open());
  } catch {
    return otherwise;
  }
}

/** Empties everything: snapshots, heads and a remembered token. */
export const clearDatabase = (): Promise<boolean> =>
  withDatabase(async (database) => {
    await Promise.all(STORES.map((store) => database.clear(store)));
    return true;
  }, false);
