import { findAnchor, isReady } from './badge-anchors.ts';

const QUARREL_WITHIN = 10_000;
const REPLACEMENTS = 20;
const REPLACEMENTS_IN_CORNER = 3;
const CORNER_AFTER = 2_000;
const REACT_AT_MOST = 6_000;
const LOOK_AGAIN = 250;
/** Turbo copies the page a moment after it announced it; the badge stays out for so long. */
const SNAPSHOT = 400;

const now = (): number => performance.now();

/**
 * Keeps the one badge beside the best anchor while the page changes under it: one observer, coalesced by frame. `onLook` runs
 * first at every look. After too many re-placements the badge withdraws to the corner, and from there out of the page. Gives
 * what to call when another page begins: quarrels about the place are then forgotten.
 */
export function keepMounted(host: HTMLElement, onLook: () => void, signal: AbortSignal): () => void {
  let isPending = false;
  let replacements: number[] = [];
  let quarrels = 0;
  let pausedUntil = 0;
  let waitingSince = 0;

  const schedule = (): void => {
    if (isPending) return;
    isPending = true;
    // A hidden page gets no frames.
    if (document.hidden) setTimeout(look, LOOK_AGAIN);
    else requestAnimationFrame(look);
  };

  const look = (): void => {
    isPending = false;
    if (!signal.aborted) onLook();
    if (signal.aborted || now() < pausedUntil) return;
    // Copies: out of Turbo's snapshot, of an earlier version of Reprise, or made by the page.
    for (const other of [...document.getElementsByTagName(host.localName)]) if (other !== host) other.remove();
    const anchor = quarrels ? undefined : findAnchor();
    const patience = quarrels ? 0 : !anchor ? CORNER_AFTER : isReady(anchor) ? 0 : REACT_AT_MOST;
    waitingSince = patience && (waitingSince || now());
    if (patience && now() - waitingSince < patience) {
      setTimeout(schedule, LOOK_AGAIN);
      return;
    }
    host.dataset['place'] = anchor?.rung ?? 'corner';
    host.dataset['mode'] = document.documentElement.dataset['colorMode'] ?? '';
    const before = anchor?.element;
    const parent = before?.parentNode ?? document.body;
    const isAfter = !before || before.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (host.parentNode === parent && isAfter) return;
    replacements = [...replacements.filter((time) => now() - time < QUARREL_WITHIN), now()];
    if (replacements.length > (quarrels ? REPLACEMENTS_IN_CORNER : REPLACEMENTS)) {
      quarrels += 1;
      replacements = [];
    }
    if (quarrels > 1) host.remove();
    else if (before && !quarrels) before.after(host);
    else document.body.append(host);
  };

  const restart = (): void => {
    replacements = [];
    quarrels = waitingSince = 0;
    schedule();
  };
  const observer = new MutationObserver(schedule);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-color-mode'] });
  addEventListener('resize', schedule, { signal });
  addEventListener(
    'turbo:before-cache',
    () => {
      pausedUntil = now() + SNAPSHOT;
      host.remove();
      setTimeout(schedule, SNAPSHOT);
    },
    { signal, capture: true },
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
  schedule();
  return restart;
}
