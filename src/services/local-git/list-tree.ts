import { isCommitId } from '../../core/model/repository-ref.ts';
import type { EntryKind, TreeEntry } from '../../core/model/snapshot.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { runGit } from './run-git.ts';

const KINDS: Readonly<Record<string, EntryKind>> = {
  '040000': 'folder',
  '100644': 'file',
  '100664': 'file',
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
};

/** The recursive listing of a commit or tree, folders included, in git's own order, as GitHub's API gives it. */
export async function listTree(gitDirectory: string, id: string): Promise<Reading<readonly TreeEntry[]>> {
  if (!isCommitId(id)) return unread('not-found-or-private', { detail: `“${id}” is not an object’s id.` });
  const answer = await runGit(gitDirectory, [`--git-dir=${gitDirectory}`, 'ls-tree', '-r', '-t', '-l', '-z', id]);
  if (answer.code !== 0) return unread('truncated', { detail: answer.complaint.split('\n')[0] ?? '' });
  const entries = answer.output.toString('utf8').split('\0').flatMap(entryOf);
  return read(entries);
}

// `MODE TYPE ID SIZE\tPATH`; the size is padded, `-` for what is no blob and `BAD` for a blob that is missing.
function entryOf(record: string): TreeEntry[] {
  const found = /^(\d{6}) \w+ ([0-9a-f]{40}) +(\S+)\t([\s\S]+)$/.exec(record);
  if (found === null) return [];
  const [, mode = '', id = '', size = '', path = ''] = found;
  return [{ path, kind: KINDS[mode] ?? 'file', id, bytes: /^\d+$/.test(size) ? Number(size) : null }];
}
