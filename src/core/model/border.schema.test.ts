import * as v from 'valibot';
import { expect, test } from 'vitest';
import { accepted, fields, figure, recordOf } from './border.schema.ts';

const file = fields({ path: v.string(), bytes: v.optional(figure) });
const allOptional = fields({ tags: v.nullish(v.array(v.string())) });
const byLogin = recordOf(v.string(), v.pipe(v.string(), v.maxLength(11)));

test.each<[string, v.GenericSchema, unknown]>([
  ['all keys', file, { path: 'a', bytes: 1 }],
  ['a key that may be left out', file, { path: 'a' }],
  ['nothing of what may be left out', allOptional, {}],
  ['an empty record', byLogin, {}],
  ['a login that is a name of JavaScript’s own', byLogin, JSON.parse('{"constructor":"general"}')],
])('%s: comes back as it is', (_name, schema, value) => {
  expect(accepted(schema, value)).toEqual(value);
});

test('a key that nobody asked for is passed over', () => {
  expect(accepted(file, { path: 'a', url: 'b' })).toEqual({ path: 'a' });
});

test.each<[string, v.GenericSchema, unknown]>([
  ['a list for an object', allOptional, []],
  ['null for an object', allOptional, null],
  ['a text for an object', allOptional, 'tags'],
  ['a missing key', file, { bytes: 1 }],
  ['an endless number', file, JSON.parse('{"path":"a","bytes":1e999}')],
  ['no number', file, { path: 'a', bytes: Number.NaN }],
  ['a list for a record', byLogin, ['general']],
  ['an empty list for a record', byLogin, []],
  ['null for a record', byLogin, null],
  ['a key that is too long', byLogin, { ['x'.repeat(12)]: 'general' }],
  ['another value', byLogin, { someone: 7 }],
])('%s: is refused', (_name, schema, value) => {
  expect(accepted(schema, value)).toBeNull();
});

test('a long list of faults is left at the first', () => {
  let looked = 0;
  const counted = v.pipe(
    v.string(),
    v.check(() => {
      looked += 1;
      return false;
    }),
  );
  expect(accepted(v.array(counted), Array(1_000).fill('a'))).toBeNull();
  expect(looked).toBe(1);
});
