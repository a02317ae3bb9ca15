import browser from 'webextension-polyfill';
import type { RegistryAnswer } from '../core/model/snapshot.ts';
import { parseKeptAnswer } from './control-memory.schema.ts';

const keyOf = (owner: string): string => `control:${owner}`;

/** Remembers for this session what the registry answers for an image that surely does not exist. */
export const controlMemory = {
  async get(owner: string): Promise<RegistryAnswer | null> {
    const key = keyOf(owner);
    try {
      return parseKeptAnswer((await browser.storage.session.get(key))[key]);
    } catch {
      return null;
    }
  },

  async set(owner: string, answer: RegistryAnswer): Promise<void> {
    try {
      await browser.storage.session.set({ [keyOf(owner)]: answer });
    } catch {
      // Then it is asked for once more.
    }
  },
};
