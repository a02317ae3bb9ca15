import browser from 'webextension-polyfill';
import { type KeptLimit, parseKeptLimit } from './limit-memory.schema.ts';

/** What GitHub counts apart; `reader` is an id of the token, never the token. */
interface Slot {
  readonly reader: string;
  readonly resource: 'core' | 'graphql';
}

const keyOf = ({ reader, resource }: Slot): string => `limit:${reader}:${resource}`;

/** Remembers GitHub's hourly counts for all pages of this session; losing one costs one request. */
export const limitMemory = {
  async read(slot: Slot): Promise<KeptLimit | null> {
    const key = keyOf(slot);
    try {
      return parseKeptLimit((await browser.storage.session.get(key))[key]);
    } catch {
      return null;
    }
  },

  async write(slot: Slot, limit: KeptLimit): Promise<void> {
    try {
      await browser.storage.session.set({ [keyOf(slot)]: limit });
    } catch {
      // Then GitHub tells it again with its next answer.
    }
  },

  /** Forgets a reader whose token was wiped. */
  async forget(reader: string): Promise<void> {
    try {
      await browser.storage.session.remove([
        keyOf({ reader, resource: 'core' }),
        keyOf({ reader, resource: 'graphql' }),
      ]);
    } catch {
      // It is gone with the session.
    }
  },
};
