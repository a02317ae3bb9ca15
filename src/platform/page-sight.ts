/** Whether anybody can see this page now. */
export const isInSight = (): boolean => document.visibilityState === 'visible';

/** Waits until the page is seen; ends early when the signal is aborted. */
export function whenInSight(signal: AbortSignal): Promise<void> {
  return new Promise((wake) => {
    const look = () => {
      if (!isInSight() && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      wake();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
    look();
  });
}

/** Calls back on the Escape key, unless something nearer has taken it, until the signal is aborted. */
export function onEscape(stop: () => void, signal: AbortSignal): void {
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) stop();
  };
  document.addEventListener('keydown', listen, { signal });
}
