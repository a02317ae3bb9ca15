import { limits } from '../../core/model/limits.ts';
import type { Head, TextFile, TreeEntry } from '../../core/model/snapshot.ts';
import { type Reading, read, type Unread, unread } from '../../core/model/unread.ts';
import { blobId } from '../git-objects/blob-id.ts';
import { decodeText } from '../git-objects/decode-text.ts';
import { refusalOf } from '../transport/refusal.ts';
import { askApi, type GithubParts } from './api.ts';

/** Repositories whose texts the raw host does not give (private ones), by `owner/name`; kept for the life of a source. */
export type UnservedByRaw = Set<string>;

const RAW_BLOB = 'application/vnd.github.raw+json';
const TRIES = 2;

/**
 * One text at the head, from the raw host, or by the API where that serves nothing and there is a token. What arrives is
 * checked against the blob id and asked for once more when it differs; nothing of a wrong answer is kept.
 */
export async function textOf(
  head: Head,
  entry: TreeEntry,
  maxBytes: number,
  parts: GithubParts,
  unserved: UnservedByRaw,
): Promise<Reading<TextFile>> {
  if (entry.kind !== 'file' && entry.kind !== 'executable') {
    return unread('bad-format', { detail: `The entry is no file but a ${entry.kind}.` });
  }
  if ((entry.bytes ?? 0) > limits.textTransferBytes.most) {
    return unread('too-big', { detail: limits.textTransferBytes.sentence });
  }
  let length = 0;
  for (let number = 0; number < TRIES; number += 1) {
    const given = await bytesOf(head, entry, parts, unserved);
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

async function bytesOf(
  head: Head,
  entry: TreeEntry,
  parts: GithubParts,
  unserved: UnservedByRaw,
): Promise<Reading<Uint8Array>> {
  const key = `${head.owner}/${head.name}`.toLowerCase();
  if (unserved.has(key)) return fromApi(head, entry, parts);
  const asked = await parts.transport.get({
    url: `https://raw.githubusercontent.com/${head.owner}/${head.name}/${head.commit ?? 'HEAD'}/${encodedPath(entry)}`,
    shape: 'text',
    maxBytes: limits.textTransferBytes,
  });
  if (!asked.ok) return { state: 'unread', unread: asked.unread };
  if (asked.answer.status === 200) return read(asked.answer.bytes);
  const refused = refusalOf(asked.answer);
  if (refused.kind !== 'not-found-or-private') return { state: 'unread', unread: refused };
  if ((await parts.token()) === null) return unread(head.commit === null ? 'stale' : refused.kind);
  unserved.add(key);
  return fromApi(head, entry, parts);
}

const encodedPath = ({ path }: TreeEntry): string => path.split('/').map(encodeURIComponent).join('/');

async function fromApi(head: Head, entry: TreeEntry, parts: GithubParts): Promise<Reading<Uint8Array>> {
  const given = await askApi(
    head,
    { path: `git/blobs/${entry.id}`, accept: RAW_BLOB, shape: 'bytes', maxBytes: limits.textTransferBytes },
    parts,
  );
  return given.ok ? read(given.answer.bytes) : { state: 'unread', unread: given.unread };
}
