import { effect, type ReadonlySignal } from '@preact/signals';
import type { Screen } from '../views/popup/screen.ts';

export interface AskAgainParts {
  readonly screen: ReadonlySignal<Screen>;
  readonly refresh: () => Promise<void>;
  readonly now: () => number;
}

/** A reset is given in whole seconds, by a clock that is not ours; and a time that is past must not make a loop. */
const AFTER = 2_000;
const SHORTEST = 5_000;

/** Looks again by itself when the time comes that a limit has named, for as long as the page is open. */
export function askAgainInTime({ screen, refresh, now }: AskAgainParts): void {
  effect(() => {
    const shown = screen.value;
    const retryAt = shown.kind === 'judged' && !shown.isReading ? shown.judged.obstacle?.retryAt : undefined;
    if (retryAt === undefined) return undefined;
    const timer = setTimeout(() => void refresh(), Math.max(SHORTEST, Date.parse(retryAt) - now() + AFTER));
    return () => clearTimeout(timer);
  });
}
