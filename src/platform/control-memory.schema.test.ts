import { expect, test } from 'vitest';
import { parseKeptAnswer } from './control-memory.schema.ts';

const answer = { request: 'token', status: 403, code: 'DENIED', quote: 'denied' };

test.each<[string, unknown, unknown]>([
  ['an answer', answer, answer],
  ['an answer without a code', { ...answer, code: null }, { ...answer, code: null }],
  ['nothing', undefined, null],
  ['another request', { ...answer, request: 'blob' }, null],
  ['a status as text', { ...answer, status: '403' }, null],
])('%s', (_name, stored, kept) => {
  expect(parseKeptAnswer(stored)).toEqual(kept);
});
