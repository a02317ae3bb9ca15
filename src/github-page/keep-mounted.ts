import { findAnchor, isReady, type Rung } from './badge-anchors.ts';

/** More re-placements than that within ten seconds, and something else wants the place: to the corner, then out of the page. */
const QUARREL = 20;
const QUARREL_IN_CORNER = 24;
const QUARREL_WITHIN = 10_000;
/** So long React may take to load, and GitHub to show a place at all. */
const PATIENCE = 3_000;
const LOOK_AGAIN = 250;
/** What gives no sign (a better place, another address, an update of the extension) is looked for ever more slowly, down to this. */
const PULSE = 5_000;
/** Turbo copies the page a moment after it announced it; the badge stays out for so long. */
const SNAPSHOT = 400;
/** `Node.DOCUMENT_POSITION_FOLLOWING`: every byte is loaded on every page of GitHub. */
const FOLLOWING = 4;

/**
 * Keeps the one badge beside the best anchor while the page changes under it, until `signal` ends it. It watches what the
 * badge stands in, not the page: what a busy page does elsewhere costs nothing. `runLook` runs every look at the page, or
 * not; `onPlace` hears the place that was found and may refuse it. Gives what looks at the page again soon.
 */
export function keepMounted(
  host: HTMLElement,
  runLook: (look: () => void) => void,
  onPlace: (rung: Rung) => boolean,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  let pause = LOOK_AGAIN;
  let replacements = 0;
  let patientUntil = 0;

  const begin = (): void => {
    due = Infinity;
    runLook(look);
  };

  const lookIn = (milliseconds: number): void => {
    const at = performance.now() + milliseconds;
    if (at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(begin, milliseconds);
  };

  const schedule = (): void => {
    // Out of the page, it comes back with the next frame; in its place it has time. A hidden page gets no frames: there the
    // pulse brings it back.
    if (host.isConnected) lookIn(LOOK_AGAIN);
    else if (due) requestAnimationFrame(begin);
  };

  const look = (): void => {
    // Copies: out of Turbo's snapshot, of an earlier version of Reprise, or made by the page.
    for (const other of [...document.getElementsByTagName(host.localName)]) if (other !== host) other.remove();
    const isCornered = replacements > QUARREL;
    const anchor = isCornered ? undefined : findAnchor();
    if (isCornered || (anchor && isReady(anchor))) patientUntil = 0;
    else patientUntil ||= performance.now() + PATIENCE;
    if (performance.now() < patientUntil) pause = LOOK_AGAIN;
    else place(anchor?.element, anchor?.rung ?? 'corner');
    watch();
    lookIn(pause);
    pause = Math.min(pause * 1.5, PULSE);
  };

  const place = (before: Element | undefined, rung: Rung): void => {
    if (!onPlace(rung) || replacements > QUARREL_IN_CORNER) {
      host.remove();
      return;
    }
    const isAfter = !before || before.compareDocumentPosition(host) & FOLLOWING;
    if (isAfter && host.parentNode === (before?.parentNode ?? document.body)) return;
    pause = LOOK_AGAIN;
    replacements += 1;
    setTimeout(() => {
      // Once it is a quarrel it stays one.
      if (replacements <= QUARREL) replacements -= 1;
    }, QUARREL_WITHIN);
    if (before) before.after(host);
    else document.body.append(host);
  };

  const observer = new MutationObserver(schedule);
  const watch = (): void => {
    observer.disconnect();
    // Every ancestor, for React and Turbo replace any of them; of the colours only `html` tells.
    for (let node: Node | null = host.parentNode ?? document.documentElement; node; node = node.parentNode)
      observer.observe(node, { childList: true, attributeFilter: ['data-color-mode'] });
  };

  addEventListener('resize', schedule, { signal });
  const leaveSnapshot = (): void => {
    host.remove();
    due = Infinity;
    lookIn(SNAPSHOT);
    // Nothing comes earlier.
    due = 0;
  };
  addEventListener('turbo:before-cache', leaveSnapshot, { signal, capture: true });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
    host.remove();
  });
  begin();
  return schedule;
}
