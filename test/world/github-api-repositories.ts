import { head } from '../../src/core/model/repository-ref.ts';
import type { TreeEntry } from '../../src/core/model/snapshot.ts';
import { absent, type Reading, read } from '../../src/core/model/unread.ts';
import { type Answer, decodedPart, jsonAnswer, type WorldRequest } from './answer.ts';
import { apiError, notFoundInApi } from './github-api-headers.ts';
import type { ServedRepository } from './served-repositories.ts';

const MODES = {
  file: ['100644', 'blob'],
  executable: ['100755', 'blob'],
  symlink: ['120000', 'blob'],
  submodule: ['160000', 'commit'],
  folder: ['040000', 'tree'],
} as const;

const MOST_ENTRIES = 100_000;
const MOST_BYTES = 7 * 1024 * 1024;
// A snapshot lacks its largest files only; GitHub would tell their size.
const SIZE_OF_LACKING_FILE = 100_000_000;

const emptyRepository = apiError(409, 'Git Repository is empty.', 'https://docs.github.com/rest/git/trees#get-a-tree');

const urlOf = ({ described }: ServedRepository): string =>
  `https://api.github.com/repos/${described.owner}/${described.name}`;

/** `GET /repos/{owner}/{name}` with the fields that matter here. */
export async function answerRepository(repository: ServedRepository): Promise<Answer> {
  const { described, id, git } = repository;
  const found = await git.head(head);
  const times = {
    created_at: '2025-01-06T17:00:00Z',
    updated_at: '2025-03-14T17:00:00Z',
    pushed_at: '2025-03-14T17:00:00Z',
  };
  return jsonAnswer(200, {
    id,
    name: described.name,
    full_name: `${described.owner}/${described.name}`,
    owner: { login: described.owner, id: 1, type: 'Organization' },
    private: described.visibility === 'private',
    visibility: described.visibility,
    html_url: `https://github.com/${described.owner}/${described.name}`,
    description: null,
    fork: false,
    archived: false,
    disabled: false,
    default_branch: (found.state === 'read' ? found.value.ref : null) ?? 'main',
    language: null,
    license: null,
    size: found.state === 'read' ? 108 : 0,
    topics: [],
    ...times,
  });
}

/** `GET …/git/trees/{ref}`: any value of `recursive` turns recursion on. */
export async function answerTree(request: WorldRequest, repository: ServedRepository, ref: string): Promise<Answer> {
  const found = await treeish(repository, decodedPart(ref));
  if (found.state !== 'read')
    return found.state === 'unread' && found.unread.kind === 'empty-repository' ? emptyRepository : notFoundInApi;
  const listing = await repository.list(found.value);
  if (listing === null) return notFoundInApi;
  const isRecursive = request.query.has('recursive');
  const wanted = isRecursive ? listing : listing.filter(({ path }) => !path.includes('/'));
  const most = isRecursive ? Math.min(repository.described.truncatedAfter ?? MOST_ENTRIES, MOST_ENTRIES) : MOST_ENTRIES;
  const { tree, truncated } = cut(
    wanted.map((entry) => treeEntry(repository, entry)),
    most,
  );
  return jsonAnswer(200, { sha: found.value, url: `${urlOf(repository)}/git/trees/${found.value}`, tree, truncated });
}

/** `GET …/commits/{ref}`: the commit's id alone for the `sha` media type; 422 for a name that is no ref. */
export async function answerCommit(request: WorldRequest, repository: ServedRepository, ref: string): Promise<Answer> {
  const found = await treeish(repository, decodedPart(ref));
  if (found.state === 'unread' && found.unread.kind === 'empty-repository') return emptyRepository;
  if (found.state !== 'read')
    return apiError(
      422,
      `No commit found for SHA: ${ref}`,
      'https://docs.github.com/rest/commits/commits#get-a-commit',
    );
  if (/\bsha\b/.test(request.headers.accept ?? ''))
    return {
      status: 200,
      // Of this form the entity tag is the commit itself.
      headers: { 'content-type': 'application/vnd.github.sha', etag: `"${found.value}"` },
      body: found.value,
    };
  return jsonAnswer(200, { sha: found.value, url: `${urlOf(repository)}/commits/${found.value}` });
}

/** A commit or tree by its id, HEAD, or a ref by its whole name, with or without its place (`heads/main`, `main`). */
async function treeish({ git, list }: ServedRepository, ref: string): Promise<Reading<string>> {
  const found = await git.head(head);
  if (found.state !== 'read') return found;
  if (ref === 'HEAD') return found.value.commit === null ? absent : read(found.value.commit);
  if (/^[0-9a-f]{40}$/.test(ref)) {
    const commit = await git.head({ kind: 'commit', id: ref });
    if (commit.state === 'read' && commit.value.commit !== null) return read(commit.value.commit);
    return (await list(ref)) === null ? absent : read(ref);
  }
  const refs = await git.refs();
  const names = [ref, `refs/${ref}`, `refs/heads/${ref}`, `refs/tags/${ref}`].filter((name) =>
    name.startsWith('refs/'),
  );
  const named = names.flatMap((name) => refs.filter((one) => one.name === name))[0];
  return named === undefined ? absent : read(named.peeled ?? named.id);
}

const treeEntry = (repository: ServedRepository, { path, kind, id, bytes }: TreeEntry): object => {
  const [mode, type] = MODES[kind];
  const size = type === 'blob' ? { size: bytes ?? SIZE_OF_LACKING_FILE } : {};
  const url = type === 'commit' ? {} : { url: `${urlOf(repository)}/git/${type}s/${id}` };
  return { path, mode, type, sha: id, ...size, ...url };
};

function cut(entries: readonly object[], most: number): { tree: readonly object[]; truncated: boolean } {
  let bytes = 0;
  const fitting = entries.slice(0, most).findIndex((entry) => {
    bytes += JSON.stringify(entry).length + 1;
    return bytes > MOST_BYTES;
  });
  const tree = entries.slice(0, fitting === -1 ? most : fitting);
  return { tree, truncated: tree.length < entries.length };
}

/** `GET …/git/blobs/{id}`: the bytes for the raw media type, else base64 in lines of 60. */
export async function answerBlob(request: WorldRequest, repository: ServedRepository, id: string): Promise<Answer> {
  const bytes = await repository.git.blob(id);
  if (bytes === null) return notFoundInApi;
  if (/\braw\b/.test(request.headers.accept ?? '')) {
    const type = 'application/vnd.github.raw+json; charset=utf-8';
    return { status: 200, headers: { 'content-type': type, etag: `"${id}"` }, body: bytes, gzip: true };
  }
  const content = Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,60}/g, '$&\n');
  const url = `${urlOf(repository)}/git/blobs/${id}`;
  return jsonAnswer(200, { sha: id, node_id: `B_${id}`, size: bytes.length, url, content, encoding: 'base64' });
}
