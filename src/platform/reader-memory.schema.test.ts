import { expect, test } from 'vitest';
import { parseDismissals, parseLooks } from './reader-memory.schema.ts';

const look = { at: '2026-11-24T10:00:00.000Z', outcomes: { a: 'fault' }, change: { fixed: [], appeared: ['a'] } };

test('what was kept is read again', () => {
  const subjects = { 'github.com/lab/sleep': { 'readme-exists': 'a draft' } };
  expect(parseDismissals({ version: 1, subjects })).toEqual(subjects);
  expect(parseLooks({ version: 1, looks: [['key', look]] })).toEqual([['key', look]]);
});

test.each([
  undefined,
  null,
  'text',
  {},
  { version: 2, subjects: {}, looks: [] },
  { version: 1, subjects: { a: { check: 7 } }, looks: [['key', { ...look, outcomes: { a: 'odd' } }]] },
  { version: 1, subjects: { a: { check: 'x'.repeat(201) } }, looks: [['key']] },
])('%j is an empty memory', (stored) => {
  expect(parseDismissals(stored)).toEqual({});
  expect(parseLooks(stored)).toEqual([]);
});
