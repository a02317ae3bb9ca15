/** The browser's own fetch, clock and knowledge of being offline, for those who take them as arguments. */
export const network = {
  // Browsers refuse `fetch` as a method of another object, so it is called by its bare name.
  fetch: ((input, init) => fetch(input, init)) as typeof globalThis.fetch,
  clock: { now: () => Date.now(), sleep },
  isOffline: () => navigator.onLine === false,
};

/** Waits; ends early, without an error, when the signal is aborted. */
function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((wake) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      wake();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}
