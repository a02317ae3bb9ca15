import { expect, test } from 'vitest';
import { partIn } from './meter.tsx';

test.each([
  ['12 of 15 packages are pinned.', 12, 15],
  ['Pinned: 0 of the 3.', 0, 3],
  ['15 of 15', 15, 15],
])('%s', (text, part, whole) => {
  expect(partIn(text)).toEqual({ part, whole });
});

test.each(['16 of 15', '0 of 0', 'v1.2 of 3.4', '1,200 of 3', 'one of 3', '3 of 4-core machines', 'half', '1 of 2.5'])(
  '“%s” is no part of a whole',
  (text) => {
    expect(partIn(text)).toBeNull();
  },
);
