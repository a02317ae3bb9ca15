import { limits } from '../../core/model/limits.ts';
import type { Head, TextFile, Tree, TreeEntry } from '../../core/model/snapshot.ts';
import type { RepositorySource } from '../../core/model/sources.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { blobId } from '../git-objects/blob-id.ts';
import { decodeText } from '../git-objects/decode-text.ts';
import type { LocalRepository } from './open-repository.ts';

/** A repository on disk as a source of readings; `names` stand in for the owner and name that a folder does not have. */
export function localGitSource(
  repository: LocalRepository,
  names: { readonly owner: string; readonly name: string },
): RepositorySource {
  return {
    head: async ({ at }) => {
      const found = await repository.head(at);
      return found.state === 'read' ? read({ owner: names.owner, name: names.name, ...found.value }) : found;
    },
    tree: (head) => readTree(repository, head),
    text: (_head, entry, maxBytes) => readText(repository, entry, maxBytes),
  };
}

async function readTree(repository: LocalRepository, head: Head): Promise<Reading<Tree>> {
  if (head.commit === null) return unread('not-found-or-private', { detail: 'No commit is known.' });
  const listing = await repository.list(head.commit);
  if (listing.state !== 'read') return listing;
  if (listing.value.length > limits.treeEntries.most) return unread('too-big', { detail: limits.treeEntries.sentence });
  return read({ entries: listing.value, unreadFolders: [] });
}

async function readText(repository: LocalRepository, entry: TreeEntry, maxBytes: number): Promise<Reading<TextFile>> {
  if (entry.kind === 'folder' || entry.kind === 'submodule')
    return unread('bad-format', { detail: `The entry is no file but a ${entry.kind}.` });
  if (entry.bytes !== null && entry.bytes > limits.textTransferBytes.most)
    return unread('too-big', { detail: limits.textTransferBytes.sentence });
  const bytes = await repository.blob(entry.id);
  if (bytes === null) return unread('truncated', { detail: 'This copy of the repository lacks the file’s content.' });
  if ((await blobId(bytes)) !== entry.id) return unread('bad-digest');
  return decodeText(bytes, entry, maxBytes);
}
