/** Runs the work while no other page or the background runs work under the same name (Web Locks, shared by all own pages). */
export const withLock = <T>(name: string, run: () => Promise<T>): Promise<T> =>
  navigator.locks.request(name, run) as Promise<T>;
