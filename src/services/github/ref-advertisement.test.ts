import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { type AdvertisedRef, createAdvertisementReader } from './ref-advertisement.ts';
import { advertisement } from './scripted-github.test-support.ts';

const a = 'a'.repeat(40);
const b = 'b'.repeat(40);
const zero = '0'.repeat(40);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function readIn(bytes: Uint8Array, ends: readonly number[]) {
  const refs: AdvertisedRef[] = [];
  const reader = createAdvertisementReader((ref) => refs.push(ref));
  const states = [...ends, bytes.length].map((end) => reader.read(bytes.subarray(0, end)));
  return { refs, state: states.at(-1), branch: reader.defaultBranch() };
}

const refs = [
  [a, 'HEAD'],
  [a, 'refs/heads/main'],
  [b, 'refs/tags/v1'],
] as const;

describe('createAdvertisementReader', () => {
  test('tells every ref in order, and the branch of HEAD', () => {
    expect(readIn(bytesOf(advertisement(refs, 'main')), [])).toEqual({
      refs: refs.map(([id, name]) => ({ id, name })),
      state: 'whole',
      branch: 'main',
    });
  });

  test.each([
    ['an empty repository', advertisement([[zero, 'capabilities^{}']]), 'empty'],
    ['no ref line at all', advertisement([]), 'empty'],
    ['a list that goes on', advertisement(refs).slice(0, -8), 'more'],
    ['a page', '<!doctype html>', 'odd'],
    ['another service', '001f# service=git-receive-pack\n0000', 'odd'],
    ['no mark after the service', '001e# service=git-upload-pack\n0009hello', 'odd'],
    ['a line that is no ref', `${advertisement(refs).slice(0, -4)}0009hello`, 'odd'],
    ['nothing', '', 'more'],
  ])('%s', (_name, text, state) => {
    expect(readIn(bytesOf(text), []).state).toBe(state);
  });

  test('a branch without a symref, and shallow lines', () => {
    const text = `${advertisement([[a, 'HEAD']], null).slice(0, -4)}0035shallow ${b}\n0000`;
    expect(readIn(bytesOf(text), [])).toEqual({ refs: [{ id: a, name: 'HEAD' }], state: 'whole', branch: null });
  });

  test('never throws, and any cutting into pieces gives the same', () => {
    const good = bytesOf(advertisement(refs));
    const spoiled = fc
      .tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }))
      .map(([at, byte]) => good.with(at, byte));
    fc.assert(
      fc.property(fc.oneof(fc.constant(good), spoiled), fc.array(fc.nat({ max: good.length })), (bytes, cuts) => {
        expect(
          readIn(
            bytes,
            cuts.toSorted((x, y) => x - y),
          ),
        ).toEqual(readIn(bytes, []));
      }),
      runs,
    );
  });
});
