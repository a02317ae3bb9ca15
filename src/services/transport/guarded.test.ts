import { expect, test } from 'vitest';
import { read } from '../../core/model/unread.ts';
import { guarded } from './guarded.ts';

test('a reading passes', async () => {
  expect(await guarded(async () => read(1))).toEqual(read(1));
});

test.each([
  ['an error', new RangeError('secret'), 'RangeError'],
  ['anything else', 'secret', 'unknown'],
])('%s becomes a value, without its message', async (_name, thrown, detail) => {
  const reading = await guarded(async () => Promise.reject(thrown));
  expect(reading).toEqual({ state: 'unread', unread: { kind: 'internal', detail } });
});
