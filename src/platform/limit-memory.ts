import browser from 'webextension-polyfill';
import { type KeptLimit, parseKeptLimit } from './limit-memory.schema.ts';

const KEY = 'githubLimit';

/** Remembers GitHub's hourly count for all pages of this session; losing it costs one request. */
export const limitMemory = {
  async read(): Promise<KeptLimit | null> {
    try {
      const { [KEY]: stored } = await browser.storage.session.get(KEY);
      return parseKeptLimit(stored);
    } catch {
      return null;
    }
  },

  async write(limit: KeptLimit): Promise<void> {
    try {
      await browser.storage.session.set({ [KEY]: limit });
    } catch {
      // Then GitHub tells it again with its next answer.
    }
  },
};
