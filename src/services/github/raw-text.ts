import { limits } from '../../core/model/limits.ts';
import type { Head, TextFile, TreeEntry } from '../../core/model/snapshot.ts';
import type { TextWish } from '../../core/model/sources.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { refusalOf } from '../transport/refusal.ts';
import type { Transport } from '../transport/transport.ts';
import { checkedText } from './checked-text.ts';

/** One text at the head from the raw host, which serves what is public, without a token and without a count. */
export const rawText = (
  head: Head,
  wish: TextWish,
  { transport }: { readonly transport: Transport },
): Promise<Reading<TextFile>> => checkedText(head, wish, () => rawBytes(head, wish.entry, transport));

async function rawBytes(head: Head, entry: TreeEntry, transport: Transport): Promise<Reading<Uint8Array>> {
  const asked = await transport.get({
    url: `https://raw.githubusercontent.com/${head.owner}/${head.name}/${head.commit ?? 'HEAD'}/${encodedPath(entry)}`,
    shape: 'text',
    maxBytes: limits.textTransferBytes,
  });
  if (!asked.ok) return { state: 'unread', unread: asked.unread };
  if (asked.answer.status === 200) return read(asked.answer.bytes);
  const refused = refusalOf(asked.answer);
  if (refused.kind !== 'not-found-or-private') return { state: 'unread', unread: refused };
  // The listing of this very commit names it, so neither the repository nor the reader is at fault.
  return head.commit === null ? unread('stale') : unread('server-error', { detail: LISTED_ONLY });
}

const encodedPath = ({ path }: TreeEntry): string => path.split('/').map(encodeURIComponent).join('/');

const LISTED_ONLY = 'GitHub lists the file, but did not give its text.';
