import type { Driver } from '../test/browser/driver.ts';

/** Empties what the extension has read and remembers of the limits, so that the next look is a cold one. */
export async function forgetEverythingRead(driver: Driver): Promise<void> {
  const own = await driver.openOwnPage('src/entries/options.html');
  await own.evaluate(async () => {
    await ((globalThis as { browser?: typeof chrome }).browser ?? chrome).storage.session.clear();
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('reprise');
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
  });
  await own.close();
  await driver.page.bringToFront();
}
