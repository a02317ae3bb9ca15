import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['python', 'python', 0],
  ['python', 'pyton', 1],
  ['python', 'pythons', 1],
  ['python', 'pithon', 1],
  ['python', 'pyhton', 1],
  ['datascience', 'datasciense', 1],
  ['norebook', 'notebook', 1],
  ['abcd', 'badc', 2],
  ['', 'ab', 2],
  ['python', 'ruby', 3],
  ['a', 'abcdef', 3],
])('from %s to %s', (one, other, distance) => {
  expect(editDistance(one, other, 2)).toBe(distance);
  expect(editDistance(other, one, 2)).toBe(distance);
});
