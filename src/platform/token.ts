import browser from 'webextension-polyfill';
import type { DescribedToken } from '../core/model/token.ts';
import { withDatabase } from './database.ts';
import { describeToken } from './token-description.ts';

const KEY = 'token';

/**
 * The reader's GitHub token. It lies in `storage.session` (gone with the browser, hidden from pages), or, when it is to be
 * remembered, in the extension's own database; never in `storage.local`, which content scripts can read in Firefox.
 */
export async function readToken(): Promise<string | null> {
  return (await readSession()) ?? (await readRemembered());
}

/** Keeps a token in exactly one place. False when the browser could not keep it. */
export async function saveToken(token: string, remember: boolean): Promise<boolean> {
  await wipeToken();
  if (remember) return withDatabase((database) => database.put('secrets', token, KEY).then(() => true), false);
  try {
    await browser.storage.session.set({ [KEY]: token });
    return true;
  } catch {
    return false;
  }
}

/** Removes the token from wherever it is. */
export async function wipeToken(): Promise<boolean> {
  const forgotten = await withDatabase((database) => database.delete('secrets', KEY).then(() => true), false);
  try {
    await browser.storage.session.remove(KEY);
    return forgotten;
  } catch {
    return false;
  }
}

/** What a page may show of the token, or null when there is none. */
export async function describeSavedToken(): Promise<DescribedToken | null> {
  const session = await readSession();
  if (session !== null) return describeToken(session, false);
  const remembered = await readRemembered();
  return remembered === null ? null : describeToken(remembered, true);
}

async function readSession(): Promise<string | null> {
  try {
    const { [KEY]: kept } = await browser.storage.session.get(KEY);
    return typeof kept === 'string' ? kept : null;
  } catch {
    return null;
  }
}

const readRemembered = (): Promise<string | null> =>
  withDatabase(async (database) => (await database.get('secrets', KEY)) ?? null, null);
