import { limits } from '../../core/model/limits.ts';
import type { Head, TextFile, TreeEntry } from '../../core/model/snapshot.ts';
import type { TextWish } from '../../core/model/sources.ts';
import { type Reading, read, type Unread, type UnreadKind } from '../../core/model/unread.ts';
import { decodeText } from '../git-objects/decode-text.ts';
import { askApiAs, type GithubParts } from './api.ts';
import { blobsByGraphql } from './blobs-by-graphql.ts';
import { checkedText, refusedEntry } from './checked-text.ts';
import { rawText } from './raw-text.ts';

const RAW_BLOB = 'application/vnd.github.raw+json';
// Beyond it GraphQL gives the beginning only.
const MOST_BY_GRAPHQL = 512 * 1_024;

/** After these, asking for each text by itself may still help; after the others it would be in vain, or make things worse. */
const ONE_BY_ONE: ReadonlySet<UnreadKind> = new Set([
  'server-error',
  'timeout',
  'rate-limit',
  'bad-format',
  'too-big',
  'not-found-or-private',
  'forbidden',
]);

/**
 * The texts of one round with a token, in the order asked for: one GraphQL query gives nearly all. What it does not give to
 * the byte (another encoding than UTF-8, more than 512 KB) comes as a blob of the REST API, one after the other as GitHub
 * asks; and where the organisation forbids the token, from the raw host, since the repository may be public.
 */
export async function textsByApi(
  head: Head,
  wishes: readonly TextWish[],
  parts: GithubParts,
): Promise<readonly Reading<TextFile>[]> {
  const queried = wishes.map(({ entry }) => entry).filter(isForGraphql);
  const given = await blobsByGraphql(head, new Set(queried.map(({ id }) => id)), parts);
  const blobs = given.state === 'read' ? given.value : new Map<string, Uint8Array>();
  const fault = given.state === 'unread' ? given.unread : null;
  const texts: Reading<TextFile>[] = [];
  for (const wish of wishes) texts.push(await textOf(head, wish, blobs.get(wish.entry.id), fault, parts));
  return texts;
}

const isForGraphql = (entry: TreeEntry): boolean =>
  refusedEntry(entry) === null && (entry.bytes ?? 0) <= MOST_BY_GRAPHQL;

async function textOf(
  head: Head,
  wish: TextWish,
  blob: Uint8Array | undefined,
  fault: Unread | null,
  parts: GithubParts,
): Promise<Reading<TextFile>> {
  const { entry, maxBytes } = wish;
  if (blob !== undefined) return decodeText(blob, entry, maxBytes);
  if (fault !== null && !ONE_BY_ONE.has(fault.kind)) return refusedEntry(entry) ?? { state: 'unread', unread: fault };
  const byToken =
    fault?.kind === 'forbidden'
      ? ({ state: 'unread', unread: fault } as const)
      : await checkedText(head, wish, () => restBlob(head, entry, parts));
  if (byToken.state !== 'unread' || byToken.unread.kind !== 'forbidden') return byToken;
  const public_ = await rawText(head, wish, parts);
  return public_.state === 'read' ? public_ : byToken;
}

async function restBlob(head: Head, entry: TreeEntry, parts: GithubParts): Promise<Reading<Uint8Array>> {
  const path = `git/blobs/${entry.id}`;
  const question = { path, accept: RAW_BLOB, shape: 'bytes', maxBytes: limits.textTransferBytes } as const;
  const given = await askApiAs(parts.reader, head, question, parts);
  return given.ok ? read(given.answer.bytes) : { state: 'unread', unread: given.unread };
}
