import { findAnchor, isReady, type Rung } from './badge-anchors.ts';

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
 * Keeps the one badge beside the best anchor while the page changes under it, until `signal` ends it: one observer, coalesced
 * by frame. At every look `onLook` runs first, and `onPlace` before the badge is placed. After too many re-placements the badge
 * withdraws to the corner, and from there out of the page.
 */
export function keepMounted(
  host: HTMLElement,
  onLook: () => void,
  onPlace: (rung: Rung) => void,
  signal: AbortSignal,
): void {
  let isPending = false;
  let replacements: number[] = [];
  let quarrels = 0;
  let pausedUntil = 0;
  let waitingSince: number | undefined;

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
    const patience = quarrels || (anchor && isReady(anchor)) ? 0 : anchor ? REACT_AT_MOST : CORNER_AFTER;
    waitingSince = patience ? (waitingSince ?? now()) : undefined;
    if (now() - (waitingSince ?? 0) < patience) setTimeout(schedule, LOOK_AGAIN);
    else place(anchor?.element, anchor?.rung ?? 'corner');
  };

  const place = (before: Element | undefined, rung: Rung): void => {
    onPlace(rung);
    const isAfter = !before || before.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (isAfter && host.parentNode === (before?.parentNode ?? document.body)) return;
    replacements = [...replacements.filter((time) => now() - time < QUARREL_WITHIN), now()];
    if (replacements.length > (quarrels ? REPLACEMENTS_IN_CORNER : REPLACEMENTS)) {
      quarrels += 1;
      replacements = [];
      schedule();
    }
    if (quarrels > 1) host.remove();
    else if (before) before.after(host);
    else document.body.append(host);
  };

  const observer = new MutationObserver(schedule);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-color-mode'] });
  addEventListener('resize', schedule, { signal });
  const leaveSnapshot = (): void => {
    pausedUntil = now() + SNAPSHOT;
    host.remove();
    setTimeout(schedule, SNAPSHOT);
  };
  addEventListener('turbo:before-cache', leaveSnapshot, { signal, capture: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
  schedule();
}
