// Turbo's (2022) and GitHub's own (2022; react-done 2026-07) are private, so hints only. Chromium 102 and Firefox 147 have
// `navigation`, which tells of every change of address; the badge compares the address at every look besides.
const EVENTS = 'turbo:load turbo:render soft-nav:react-done soft-nav:end popstate pageshow visibilitychange';

/** Calls `onChange` whenever another page may be shown, or this one is seen again. */
export function watchNavigation(onChange: (event: Event) => void, signal: AbortSignal): void {
  const options = { signal, capture: true };
  for (const name of EVENTS.split(' ')) addEventListener(name, onChange, options);
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', onChange, options);
}
