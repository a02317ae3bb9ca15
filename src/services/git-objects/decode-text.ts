import type { TextEncoding, TextFile } from '../../core/model/snapshot.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';

interface Form {
  readonly encoding: TextEncoding;
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly mark: readonly number[];
}

const FORMS: readonly Form[] = [
  { encoding: 'utf-8-bom', label: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', label: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', label: 'utf-16be', mark: [0xfe, 0xff] },
];
const PLAIN: Form = { encoding: 'utf-8', label: 'utf-8', mark: [] };

const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n/;
const LFS_SENTENCE = 'It is kept in Git LFS: git itself holds only a pointer to it, and Reprise reads git.';
const MOST_REPLACED_SHARE = 0.01;

/**
 * Decodes a whole file: UTF-8, or UTF-16 by its byte order mark, which is not part of the text. At most `maxBytes` of the
 * file are kept, cut between two characters. Unread (`bad-format`) when the kept part is not a text (a NUL, or more than
 * one percent of it undecodable) and when it is the pointer that Git LFS leaves. Never throws.
 */
export function decodeText(bytes: Uint8Array, entry: { readonly id: string }, maxBytes: number): Reading<TextFile> {
  const form = FORMS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte)) ?? PLAIN;
  const end = keptBytes(bytes, form, maxBytes);
  const text = new TextDecoder(form.label, { ignoreBOM: true }).decode(bytes.subarray(form.mark.length, end));
  if (!isText(text)) return unread('bad-format', { detail: 'It is not text in UTF-8.' });
  if (LFS_POINTER.test(text)) {
    return unread('bad-format', { detail: LFS_SENTENCE });
  }
  return read({ text, encoding: form.encoding, bytes: bytes.length, id: entry.id, cut: end < bytes.length });
}

function keptBytes(bytes: Uint8Array, { label, mark }: Form, maxBytes: number): number {
  if (bytes.length <= maxBytes) return bytes.length;
  const most = Math.max(mark.length, Math.floor(maxBytes) || 0);
  if (label === 'utf-8') return utf8Border(bytes, most);
  const even = most - (most % 2);
  const high = bytes[label === 'utf-16le' ? even - 1 : even - 2] ?? 0;
  const endsInHalfPair = even > mark.length && high >= 0xd8 && high <= 0xdb;
  return endsInHalfPair ? even - 2 : even;
}

/** A character has at most three bytes after its first; more in a row are no UTF-8, and then any place will do. */
function utf8Border(bytes: Uint8Array, most: number): number {
  for (let end = most; end > most - 4 && end >= 0; end -= 1) {
    if (((bytes[end] ?? 0) & 0xc0) !== 0x80) return end;
  }
  return most;
}

/** One stray byte does not make a text unreadable, however short it is. */
function isText(text: string): boolean {
  if (text.includes('\0')) return false;
  const replaced = text.split('\ufffd').length - 1;
  return replaced <= 1 || replaced / text.length <= MOST_REPLACED_SHARE;
}
