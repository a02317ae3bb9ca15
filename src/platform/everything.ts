import browser from 'webextension-polyfill';
import { clearDatabase } from './database.ts';

/** Deletes all that Reprise keeps in this browser: settings, token, snapshots, the count of requests. */
export async function deleteEverything(): Promise<boolean> {
  const isCleared = await clearDatabase();
  try {
    await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
    return isCleared;
  } catch {
    return false;
  }
}
