import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { createPacketReader, type Packet } from './pkt-line.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const line = (text: string): Packet => ({ kind: 'line', text });
const flush: Packet = { kind: 'flush' };

describe('createPacketReader', () => {
  test.each([
    ['nothing', '', [], false],
    ['half a length', '00', [], false],
    ['half a line', '0009hel', [], false],
    ['a line', '0009hello', [line('hello')], false],
    ['a line with its end', '000ahello\n', [line('hello')], false],
    ['an empty line', '0004', [line('')], false],
    ['a mark between lines', '0005a00000005b', [line('a'), flush, line('b')], false],
    ['capital digits', '000Ahello\n', [line('hello')], false],
    ['no digits', '<html>', [], true],
    ['a line, then none', '0005azzzz', [line('a')], true],
    ['a length that holds not even itself', '0003', [], true],
    ['a length too large', 'fff1', [], true],
  ])('%s', (_name, text, packets, isBroken) => {
    expect(createPacketReader().read(bytesOf(text))).toEqual({ packets, isBroken });
  });

  test('the largest packet is read', () => {
    const { packets } = createPacketReader().read(bytesOf(`fff0${'x'.repeat(65_516)}`));
    expect(packets).toEqual([line('x'.repeat(65_516))]);
  });

  test('never throws, and any cutting into pieces gives the same packets', () => {
    const packet = fc.oneof(
      fc.string().map((text) => `${(bytesOf(text).length + 4).toString(16).padStart(4, '0')}${text}`),
      fc.constant('0000'),
    );
    const stream = fc.oneof(
      fc.array(packet).map((packets) => bytesOf(packets.join(''))),
      fc.uint8Array({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(stream, fc.array(fc.nat({ max: 60 })), (bytes, steps) => {
        const whole = createPacketReader().read(bytes);
        const reader = createPacketReader();
        const ends = steps.map((_step, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
        const reads = [...ends, bytes.length].map((end) => reader.read(bytes.subarray(0, end)));
        expect(reads.flatMap(({ packets }) => packets)).toEqual(whole.packets);
        expect(reads.at(-1)?.isBroken).toBe(whole.isBroken);
      }),
      runs,
    );
  });
});
