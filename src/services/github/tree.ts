import * as v from 'valibot';
import { accepted, fields, figure } from '../../core/model/border.schema.ts';
import { limits } from '../../core/model/limits.ts';
import type { EntryKind, Head, Tree, TreeEntry } from '../../core/model/snapshot.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { askApi, type GithubParts } from './api.ts';

const JSON_OF_GITHUB = 'application/vnd.github+json';

const treeSchema = fields({
  truncated: v.boolean(),
  tree: v.array(
    fields({
      path: v.string(),
      mode: v.string(),
      sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
      size: v.optional(figure),
    }),
  ),
});
type GivenTree = v.InferOutput<typeof treeSchema>;

/**
 * The listing of all files in one call. GitHub cuts it beyond 100,000 entries or 7 MB; then the root is asked for by
 * itself, so that its names are whole, and every folder below it counts as unread.
 */
export async function treeAt(head: Head, parts: GithubParts): Promise<Reading<Tree>> {
  const listed = await ask(head, '?recursive=1', parts);
  if (listed.state !== 'read') return listed;
  const { value } = listed;
  const entries = value.tree.slice(0, limits.treeEntries.most).map(entryOf);
  const isWhole = !value.truncated && entries.length === value.tree.length;
  return isWhole ? read({ entries, unreadFolders: [] }) : read(await withWholeRoot(head, entries, parts));
}

async function withWholeRoot(head: Head, came: readonly TreeEntry[], parts: GithubParts): Promise<Tree> {
  const listed = await ask(head, '', parts);
  if (listed.state !== 'read' || listed.value.truncated) return { entries: came, unreadFolders: [''] };
  const root = listed.value.tree.map(entryOf);
  const below = came.filter((entry) => entry.path.includes('/'));
  return {
    entries: [...root, ...below],
    unreadFolders: root.filter((entry) => entry.kind === 'folder').map((entry) => entry.path),
  };
}

async function ask(head: Head, query: string, parts: GithubParts): Promise<Reading<GivenTree>> {
  const given = await askApi(
    head,
    {
      path: `git/trees/${head.commit ?? 'HEAD'}${query}`,
      accept: JSON_OF_GITHUB,
      shape: 'json',
      maxBytes: limits.treeBytes,
    },
    parts,
  );
  if (!given.ok) return { state: 'unread', unread: given.unread };
  const tree = accepted(treeSchema, given.answer.json);
  return tree === null ? unread('bad-format', { detail: 'The listing of files is not in GitHub’s form.' }) : read(tree);
}

const KINDS: Readonly<Record<string, EntryKind>> = {
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
  '040000': 'folder',
};

const entryOf = ({ path, mode, sha, size }: GivenTree['tree'][number]): TreeEntry => ({
  path,
  kind: KINDS[mode] ?? 'file',
  id: sha,
  bytes: size ?? null,
});
