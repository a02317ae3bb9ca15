import { expect, test } from 'vitest';
import { agoWords, dateWords, timeWords } from './time.ts';

const now = new Date(2026, 10, 22, 18, 0);

test.each([
  [new Date(2026, 10, 22, 14, 2).toISOString(), '14:02'],
  [new Date(2026, 10, 21, 14, 2).toISOString(), '21 Nov 2026, 14:02'],
  ['not a time', 'not a time'],
])('%s is told as %s', (iso, words) => {
  expect(timeWords(iso, now)).toBe(words);
});

test.each([
  ['2026-11-03T12:00:00Z', '3 Nov 2026'],
  ['1970-01-01T00:00:00Z', null],
  ['soon', null],
])('the date %s is told as %s', (iso, words) => {
  expect(dateWords(iso)).toBe(words);
});

test.each([
  [0, 'just now'],
  [59, 'just now'],
  [60, '1 minute ago'],
  [7_100, '118 minutes ago'],
  [7_200, '2 hours ago'],
  [86_400 * 13, '13 days ago'],
  [86_400 * 15, '2 weeks ago'],
  [86_400 * 620, '20 months ago'],
  [86_400 * 800, '2 years ago'],
  [-60, 'just now'],
])('%i seconds ago is told as %s', (seconds, words) => {
  expect(agoWords(new Date(now.getTime() - seconds * 1_000).toISOString(), now)).toBe(words);
});
