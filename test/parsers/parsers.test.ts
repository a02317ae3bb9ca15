import { describe, expect, test } from 'vitest';
import { tables } from './run-tables.ts';

describe.each(Object.entries(tables))('%s', (_parser, cases) => {
  test.each(cases)('$name', ({ parse, expected }) => {
    expect(parse()).toEqual(expected);
  });
});
