import { expect, test } from 'vitest';
import { bytesWords, numberWord } from './amounts.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [101_000_000, '101 MB'],
  [1_730_000_000, '1.7 GB'],
])('%i bytes read %s', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words);
});

test.each([
  [3, 'three'],
  [40, '40'],
])('%i is %s', (count, word) => {
  expect(numberWord(count)).toBe(word);
});
