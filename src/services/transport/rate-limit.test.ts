import { describe, expect, test } from 'vitest';
import { type LimitState, limitHeaders, limitReached } from './rate-limit.ts';

const now = Date.UTC(2026, 10, 22, 12);
const later = new Date(now + 1).toISOString();

describe('limitReached', () => {
  test.each<[string, LimitState | null, object | null]>([
    ['nothing is known', null, null],
    ['some are left', { remaining: 1, resetAt: now + 1 }, null],
    ['none is left', { remaining: 0, resetAt: now + 1 }, { kind: 'rate-limit', retryAt: later }],
    ['the hour is over', { remaining: 0, resetAt: now }, null],
    [
      'slower requests are asked for',
      { remaining: 0, resetAt: now + 1, why: 'secondary-limit' },
      { kind: 'secondary-limit', retryAt: later },
    ],
    ['the token was refused', { remaining: 0, resetAt: now + 1, why: 'bad-token' }, { kind: 'bad-token' }],
  ])('%s', (_name, state, expected) => {
    expect(limitReached(state, now)).toEqual(expected);
  });
});

describe('limitHeaders', () => {
  test.each([
    ['both', '14', '1000', { remaining: 14, resetAt: 1_000_000 - 5_000 }],
    ['no reset', '14', null, null],
    ['a garbled count', 'many', '1000', null],
    ['a negative count', '-1', '1000', null],
    ['a number too long', '1', '99999999999', null],
  ])('%s', (_name, remaining, reset, expected) => {
    const header = (name: string) => (name === 'x-ratelimit-remaining' ? remaining : reset);
    expect(limitHeaders(header, { serverTime: 5_000, now: 0 })).toEqual(expected);
  });
});
