import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Unread } from '../core/model/unread.ts';
import type { Screen } from '../views/popup/screen.ts';
import { askAgainInTime } from './ask-again.ts';

const now = Date.UTC(2026, 10, 24, 12);
beforeEach(() => vi.useFakeTimers({ now }));
afterEach(() => vi.useRealTimers());

const judged = (obstacle: Unread | null, isReading = false) =>
  ({ kind: 'judged', judged: { obstacle }, isReading }) as unknown as Screen;
const limited = (inMs: number): Unread => ({ kind: 'rate-limit', retryAt: new Date(now + inMs).toISOString() });

function watch(first: Screen) {
  const screen = signal(first);
  const refresh = vi.fn(async () => {});
  askAgainInTime({ screen, refresh, now: Date.now });
  return { screen, refresh };
}

test.each<[string, Screen, number, number]>([
  ['not before the time', judged(limited(60_000)), 61_999, 0],
  ['once, a little after it', judged(limited(60_000)), 600_000, 1],
  ['a time that is past is not asked at once', judged(limited(-60_000)), 4_999, 0],
  ['a fault without a time', judged({ kind: 'offline' }), 600_000, 0],
  ['nothing in the way', judged(null), 600_000, 0],
  ['while it is being read', judged(limited(60_000), true), 600_000, 0],
  ['another screen', { kind: 'nothing-here' }, 600_000, 0],
])('%s', (_name, screen, passed, calls) => {
  const { refresh } = watch(screen);
  vi.advanceTimersByTime(passed);
  expect(refresh).toHaveBeenCalledTimes(calls);
});

test('what is shown next takes the old time away', () => {
  const { screen, refresh } = watch(judged(limited(60_000)));
  screen.value = judged(null);
  vi.advanceTimersByTime(600_000);
  expect(refresh).not.toHaveBeenCalled();
});
