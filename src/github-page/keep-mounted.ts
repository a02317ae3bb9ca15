import { findAnchor, isReady, type Rung } from './badge-anchors.ts';

/** More re-placements than that within ten seconds, and something else wants the place: to the corner, then out of the page. */
const QUARREL = 20;
const QUARREL_IN_CORNER = 24;
const QUARREL_WITHIN = 10_000;
/** So long React may take to load, and GitHub to show a place at all. */
const PATIENCE = 3_000;
const LOOK_AGAIN = 250;
/** Turbo copies the page a moment after it announced it; the badge stays out for so long. */
const SNAPSHOT = 400;

/**
 * Keeps the one badge beside the best anchor while the page changes under it, until `signal` ends it: one observer, coalesced.
 * `runLook` runs every look at the page, or not; `onPlace` hears the place that was found and may refuse it. Gives what
 * looks at the page again soon.
 */
export function keepMounted(
  host: HTMLElement,
  runLook: (look: () => void) => void,
  onPlace: (rung: Rung) => boolean,
  signal: AbortSignal,
): () => void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let replacements = 0;
  let worst = 0;
  let patientUntil = 0;

  const begin = (): void => {
    clearTimeout(timer);
    timer = undefined;
    frame = 0;
    if (!signal.aborted) runLook(look);
  };

  const schedule = (): void => {
    // Out of the page, it comes back with the next frame; in its place it has time, and a hidden page gets no frames.
    if (host.isConnected || document.hidden) timer ??= setTimeout(begin, LOOK_AGAIN);
    else if (!frame) frame = requestAnimationFrame(begin);
  };

  const look = (): void => {
    // Copies: out of Turbo's snapshot, of an earlier version of Reprise, or made by the page.
    for (const other of [...document.getElementsByTagName(host.localName)]) if (other !== host) other.remove();
    const isCornered = worst > QUARREL;
    const anchor = isCornered ? undefined : findAnchor();
    if (isCornered || (anchor && isReady(anchor))) patientUntil = 0;
    else patientUntil ||= performance.now() + PATIENCE;
    if (performance.now() < patientUntil) setTimeout(schedule, LOOK_AGAIN);
    else place(anchor?.element, anchor?.rung ?? 'corner');
  };

  const place = (before: Element | undefined, rung: Rung): void => {
    if (!onPlace(rung) || worst > QUARREL_IN_CORNER) {
      host.remove();
      return;
    }
    const isAfter = !before || before.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (isAfter && host.parentNode === (before?.parentNode ?? document.body)) return;
    replacements += 1;
    worst = Math.max(worst, replacements);
    setTimeout(() => {
      replacements -= 1;
    }, QUARREL_WITHIN);
    if (before) before.after(host);
    else document.body.append(host);
  };

  const observer = new MutationObserver(schedule);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-color-mode'] });
  addEventListener('resize', schedule, { signal });
  const leaveSnapshot = (): void => {
    host.remove();
    frame = 1;
    setTimeout(begin, SNAPSHOT);
  };
  addEventListener('turbo:before-cache', leaveSnapshot, { signal, capture: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
  schedule();
  return schedule;
}
