import { expect, test } from 'vitest';
import { anonymousCallsLeft, parseKeptLimit } from './limit-memory.schema.ts';

const kept = { remaining: 14, resetAt: 2_000, isAnonymous: true };

test.each<[string, unknown, unknown]>([
  ['a count', kept, kept],
  ['nothing', undefined, null],
  ['a count without its end', { remaining: 14, isAnonymous: true }, null],
  ['a negative count', { ...kept, remaining: -1 }, null],
  ['a text', { ...kept, remaining: '14' }, null],
])('%s', (_name, stored, limit) => {
  expect(parseKeptLimit(stored)).toEqual(limit);
});

test.each([
  ['within the hour', kept, 1_999, 14],
  ['after the hour', kept, 2_000, null],
  ['counted with a token', { ...kept, isAnonymous: false }, 1_999, null],
  ['nothing known', null, 1_999, null],
])('%s', (_name, limit, now, left) => {
  expect(anonymousCallsLeft(limit, now)).toBe(left);
});
