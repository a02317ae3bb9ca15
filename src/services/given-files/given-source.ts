import type { GivenFile, GivenFolder } from '../../core/model/given-folder.ts';
import { limits } from '../../core/model/limits.ts';
import { folderOwner } from '../../core/model/repository-ref.ts';
import type { TextFile, Tree, TreeEntry } from '../../core/model/snapshot.ts';
import type { RepositorySource } from '../../core/model/sources.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { decodeText } from '../git-objects/decode-text.ts';
import { withoutIgnored } from './without-ignored.ts';

/**
 * Files as they lie on the reader's computer as a source of readings, without any network. What `.gitignore` keeps out of a
 * repository is left out. There is no commit, so nothing is kept and no line has an address.
 */
export function givenSource(folder: GivenFolder): RepositorySource {
  const byPath = new Map(folder.files.map((file) => [file.path, file]));
  return {
    head: async () => read({ owner: folderOwner, name: folder.name, commit: null, ref: null }),
    tree: () => listing(folder),
    text: async (_head, entry, maxBytes) => {
      const file = byPath.get(entry.path);
      return file === undefined ? unread('bad-format', { detail: 'It is no file.' }) : textOf(file, entry, maxBytes);
    },
  };
}

async function listing({ files, unreadFolders }: GivenFolder): Promise<Reading<Tree>> {
  if (files.length > limits.treeEntries.most) return unread('too-big', { detail: limits.treeEntries.sentence });
  const kept = await withoutIgnored(files);
  const folders = new Set(kept.flatMap(({ path }) => foldersAbove(path)));
  const entries: TreeEntry[] = [
    ...[...folders].map((path) => ({ path, kind: 'folder' as const, id: `given:${path}`, bytes: null })),
    ...kept.map(({ path, kind, bytes }) => ({ path, kind, id: `given:${path}`, bytes })),
  ];
  return read({ entries: entries.sort((one, other) => (one.path < other.path ? -1 : 1)), unreadFolders });
}

const foldersAbove = (path: string): readonly string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
};

async function textOf(file: GivenFile, entry: TreeEntry, maxBytes: number): Promise<Reading<TextFile>> {
  const bytes = await file.read(limits.textTransferBytes.most);
  return bytes.state === 'read' ? decodeText(bytes.value, entry, maxBytes) : bytes;
}
