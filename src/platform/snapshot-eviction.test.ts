import { expect, test } from 'vitest';
import { keysToEvict } from './snapshot-eviction.ts';

const uses = [
  { key: 'newest', bytes: 40, usedAt: 3 },
  { key: 'oldest', bytes: 30, usedAt: 1 },
  { key: 'older', bytes: 30, usedAt: 2 },
];

test.each([
  [100, []],
  [99, ['oldest']],
  [70, ['oldest']],
  [69, ['oldest', 'older']],
  [40, ['oldest', 'older']],
  [39, ['oldest', 'older', 'newest']],
])('room for %i bytes evicts %j', (capacity, evicted) => {
  expect(keysToEvict(uses, capacity)).toEqual(evicted);
});
