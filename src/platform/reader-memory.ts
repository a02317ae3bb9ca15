import browser from 'webextension-polyfill';
import { type Dismissals, noDismissals } from '../core/model/dismissals.ts';
import type { Look } from '../core/model/look.ts';
import { withLock } from './locks.ts';
import { memoryVersion, parseDismissals, parseLooks } from './reader-memory.schema.ts';

const DISMISSALS = 'dismissals';
const LOOKS = 'looks';
// About one kilobyte each.
const MOST_LOOKS = 100;

async function read(key: string): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch {
    return undefined;
  }
}

/** False when the browser could not keep it, for example because its storage is full. */
async function write(key: string, value: object): Promise<boolean> {
  try {
    await browser.storage.local.set({ [key]: { version: memoryVersion, ...value } });
    return true;
  } catch {
    return false;
  }
}

/** What the reader dismissed in a repository or image. */
export async function readDismissals(subject: string): Promise<Dismissals> {
  const subjects = parseDismissals(await read(DISMISSALS));
  return Object.hasOwn(subjects, subject) ? (subjects[subject] ?? noDismissals) : noDismissals;
}

/** Keeps the reason, or forgets it when it is null. Two pages at once lose nothing. */
export const keepDismissal = (subject: string, check: string, reason: string | null): Promise<boolean> =>
  withLock(DISMISSALS, async () => {
    const subjects = parseDismissals(await read(DISMISSALS));
    const { [check]: _old, ...others } = Object.hasOwn(subjects, subject) ? (subjects[subject] ?? {}) : {};
    const reasons = reason === null ? others : { ...others, [check]: reason };
    const { [subject]: _before, ...rest } = subjects;
    return write(DISMISSALS, { subjects: Object.keys(reasons).length === 0 ? rest : { ...rest, [subject]: reasons } });
  });

/** Keeps a look in the place of the one before it under the same key, from which it is made. */
export const rememberLook = (key: string, next: (before: Look | null) => Look): Promise<Look> =>
  withLock(LOOKS, async () => {
    const kept = parseLooks(await read(LOOKS));
    const look = next(kept.find(([one]) => one === key)?.[1] ?? null);
    const others = kept.filter(([one]) => one !== key);
    await write(LOOKS, { looks: [...others.slice(1 - MOST_LOOKS), [key, look]] });
    return look;
  });

/** Forgets every look whose key begins so, for example those of a token that was wiped. */
export const forgetLooks = (prefix: string): Promise<boolean> =>
  withLock(LOOKS, async () =>
    write(LOOKS, { looks: parseLooks(await read(LOOKS)).filter(([key]) => !key.startsWith(prefix)) }),
  );
