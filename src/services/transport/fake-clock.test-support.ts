import type { Clock } from './clock.ts';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

export interface FakeClock extends Clock {
  /** Waits for the work and lets time pass whenever nothing else goes on. */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
  readonly slept: readonly number[];
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A clock that stands still until `run` moves it from one sleeper to the next. */
export function fakeClock(start = Date.UTC(2026, 10, 22, 12)): FakeClock {
  let now = start;
  let timers: Timer[] = [];
  const slept: number[] = [];

  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const end = () => {
        timers = timers.filter((other) => other !== timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer: Timer = { at: now + milliseconds, ring: end };
      timers.push(timer);
      if (signal === undefined) slept.push(milliseconds);
      signal?.addEventListener('abort', end);
    });

  function ringNext(): void {
    const next = timers.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) return;
    timers = timers.filter((timer) => timer !== next);
    now = Math.max(now, next.at);
    next.ring();
  }

  async function run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const watched = work.finally(() => {
      isDone = true;
    });
    watched.catch(() => undefined);
    for (let turns = 0; !isDone && turns < 10_000; turns += 1) {
      await turn();
      if (turns % 3 === 2 && !isDone) ringNext();
    }
    return watched;
  }

  return { now: () => now, sleep, run, slept };
}
