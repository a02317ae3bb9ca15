import { limits } from '../../core/model/limits.ts';
import type { Head, TextFile, TreeEntry } from '../../core/model/snapshot.ts';
import type { TextWish } from '../../core/model/sources.ts';
import { type Reading, type Unread, unread } from '../../core/model/unread.ts';
import { blobId } from '../git-objects/blob-id.ts';
import { decodeText } from '../git-objects/decode-text.ts';

const TRIES = 2;

/** Why a text is not asked for at all; null when it is. Of a link the text is the path it leads to, as git keeps it. */
export function refusedEntry({ kind, bytes }: TreeEntry): Reading<never> | null {
  if (kind === 'folder' || kind === 'submodule')
    return unread('bad-format', { detail: `The entry is no file but a ${kind}.` });
  if ((bytes ?? 0) > limits.textTransferBytes.most)
    return unread('too-big', { detail: limits.textTransferBytes.sentence });
  return null;
}

/**
 * A text from wherever its bytes come. What arrives is checked against the blob id and asked for once more when it differs;
 * nothing of a wrong answer is kept.
 */
export async function checkedText(
  head: Head,
  { entry, maxBytes }: TextWish,
  bytesOf: () => Promise<Reading<Uint8Array>>,
): Promise<Reading<TextFile>> {
  const refused = refusedEntry(entry);
  if (refused !== null) return refused;
  let length = 0;
  for (let number = 0; number < TRIES; number += 1) {
    const given = await bytesOf();
    if (given.state !== 'read') return given;
    length = given.value.length;
    if ((await blobId(given.value)) === entry.id) return decodeText(given.value, entry, maxBytes);
  }
  return { state: 'unread', unread: mismatch(head, entry, length) };
}

/** Without a commit, the branch may have moved between listing and text. */
function mismatch(head: Head, entry: TreeEntry, length: number): Unread {
  if (head.commit === null) return { kind: 'stale' };
  return { kind: entry.bytes !== null && length < entry.bytes ? 'truncated' : 'bad-digest' };
}
