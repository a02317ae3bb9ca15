import { expect, test } from 'vitest';
import { parseKeptLimit } from './limit-memory.schema.ts';

const kept = { remaining: 14, resetAt: 2_000 };

test.each<[string, unknown, unknown]>([
  ['a count', kept, kept],
  ['a refused token', { ...kept, why: 'bad-token' }, { ...kept, why: 'bad-token' }],
  ['another reason', { ...kept, why: 'mood' }, null],
  ['nothing', undefined, null],
  ['a count without its end', { remaining: 14 }, null],
  ['a negative count', { ...kept, remaining: -1 }, null],
  ['a text', { ...kept, remaining: '14' }, null],
])('%s', (_name, stored, limit) => {
  expect(parseKeptLimit(stored)).toEqual(limit);
});
