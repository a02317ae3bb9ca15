import { type Limit, limits } from '../../core/model/limits.ts';
import type { Clock } from './clock.ts';

export type Waited<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'late'; readonly limit: Limit }
  | { readonly kind: 'cancelled' };

/** Waits for one answer: for each step no longer than its limit, for all steps together no longer than `totalWait`. */
export interface Patience {
  readonly within: <T>(limit: Limit, work: () => Promise<T>) => Promise<Waited<T>>;
}

export function createPatience(clock: Clock, signal: AbortSignal | undefined): Patience {
  const end = clock.now() + limits.totalWait.most;

  async function within<T>(limit: Limit, work: () => Promise<T>): Promise<Waited<T>> {
    if (signal?.aborted === true) return { kind: 'cancelled' };
    const left = end - clock.now();
    const met = left < limit.most ? limits.totalWait : limit;
    if (left <= 0) return { kind: 'late', limit: met };
    const timer = new AbortController();
    const waits = [settled(work), late(Math.min(left, limit.most), met, timer), cancelled(signal, timer)];
    const first = await Promise.race(waits);
    timer.abort();
    return first;
  }

  const late = async (wait: number, limit: Limit, timer: AbortController): Promise<Waited<never>> => {
    // A sleep that rejects was aborted, and then nobody listens any more.
    await clock.sleep(wait, timer.signal).catch(() => undefined);
    return { kind: 'late', limit };
  };

  return { within };
}

async function settled<T>(work: () => Promise<T>): Promise<Waited<T>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

const cancelled = (signal: AbortSignal | undefined, timer: AbortController): Promise<Waited<never>> =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true, signal: timer.signal });
  });
