// What takes no longer than this needs no word.
const NOTICEABLE_MS = 400;

/**
 * Runs the work while no other page or the background runs work under the same name (Web Locks, shared by all own pages).
 * `onWait` is called when the other takes noticeably long.
 */
export function withLock<T>(name: string, run: () => Promise<T>, onWait?: () => void): Promise<T> {
  const timer = onWait === undefined ? undefined : setTimeout(onWait, NOTICEABLE_MS);
  return navigator.locks.request(name, () => {
    clearTimeout(timer);
    return run();
  }) as Promise<T>;
}
