import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import type { TextFile } from '../../core/model/snapshot.ts';
import type { Reading } from '../../core/model/unread.ts';
import { decodeText } from './decode-text.ts';

const entry = { id: 'ce013625030ba8dba906f756967f9e9ca394464a' };
const plenty = 1_000_000;
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string, isLittle: boolean): number[] =>
  [...text].flatMap((character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)).flatMap((unit) =>
      isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
    ),
  );
const decode = (bytes: readonly number[], most = plenty): Reading<TextFile> =>
  decodeText(Uint8Array.from(bytes), entry, most);

describe('decodeText', () => {
  test.each([
    ['UTF-8', utf8('naïve 🐙\r\n'), 'utf-8', 'naïve 🐙\r\n'],
    ['nothing', [], 'utf-8', ''],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8('name: é')], 'utf-8-bom', 'name: é'],
    ['UTF-16, little end first', [0xff, 0xfe, ...utf16('é🐙', true)], 'utf-16le', 'é🐙'],
    ['UTF-16, big end first', [0xfe, 0xff, ...utf16('é🐙', false)], 'utf-16be', 'é🐙'],
    ['a second mark stays', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], 'utf-8-bom', '\ufeff'],
    ['one stray byte in a short text', [...utf8('caf'), 0xe9], 'utf-8', 'caf\ufffd'],
  ])('reads %s', (_name, bytes, encoding, text) => {
    const value = { text, encoding, bytes: bytes.length, id: entry.id, cut: false };
    expect(decode(bytes)).toEqual({ state: 'read', value });
  });

  test.each([
    ['a NUL', [...utf8('abc'), 0], 'It is not text in UTF-8.'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0xd8, 0xff], 'It is not text in UTF-8.'],
    ['UTF-16 without a mark', utf16('name', true), 'It is not text in UTF-8.'],
    ['two bad bytes in 199 characters', [0xe9, ...utf8('a'.repeat(197)), 0xe9], 'It is not text in UTF-8.'],
    [
      'a Git LFS pointer',
      utf8(`version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`),
      'It is kept in Git LFS: git itself holds only a pointer to it, and Reprise reads git.',
    ],
  ])('does not read %s', (_name, bytes, detail) => {
    expect(decode(bytes)).toEqual({ state: 'unread', unread: { kind: 'bad-format', detail } });
  });

  test('two bad bytes in 200 characters are still a text', () => {
    expect(decode([0xe9, ...utf8('a'.repeat(198)), 0xe9]).state).toBe('read');
  });

  test.each([
    ['under the bound', utf8('abc'), 4, 'abc', false],
    ['at the bound', utf8('abc'), 3, 'abc', false],
    ['over the bound', utf8('abc'), 2, 'ab', true],
    ['inside the first character', utf8('é'), 1, '', true],
    ['inside a two-byte character', utf8('aé'), 2, 'a', true],
    ['inside a four-byte character', utf8('a🐙b'), 4, 'a', true],
    ['after a four-byte character', utf8('a🐙b'), 5, 'a🐙', true],
    ['inside a UTF-16 unit', [0xff, 0xfe, ...utf16('ab', true)], 5, 'a', true],
    ['inside a UTF-16 pair', [0xff, 0xfe, ...utf16('a🐙', true)], 6, 'a', true],
    ['inside a UTF-16 pair, big end first', [0xfe, 0xff, ...utf16('a🐙', false)], 6, 'a', true],
    ['inside the mark', [0xef, 0xbb, 0xbf, ...utf8('a')], 1, '', true],
    ['at nothing', utf8('abc'), 0, '', true],
  ])('cuts %s', (_name, bytes, most, text, cut) => {
    expect(decode(bytes, most)).toMatchObject({ state: 'read', value: { text, cut, bytes: bytes.length } });
  });

  test('never throws, and what it cuts is the beginning of the whole', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: -1, max: 70 }), (bytes, most) => {
        const cut = decodeText(bytes, entry, most);
        const whole = decodeText(bytes, entry, plenty);
        if (cut.state !== 'read' || whole.state !== 'read' || whole.value.text.includes('\ufffd')) return true;
        return whole.value.text.startsWith(cut.value.text);
      }),
      runs,
    );
  });

  test('gives back every text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && !text.includes('\ufffd'));
        expect(decode(utf8(text))).toMatchObject({ value: { text, encoding: 'utf-8' } });
      }),
      runs,
    );
  });
});
