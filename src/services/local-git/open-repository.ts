import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type At, isCommitId } from '../../core/model/repository-ref.ts';
import type { TreeEntry } from '../../core/model/snapshot.ts';
import type { Reading } from '../../core/model/unread.ts';
import { BlobReader } from './blob-reader.ts';
import { findHead, type LocalHead } from './find-head.ts';
import { listTree } from './list-tree.ts';
import { runGit } from './run-git.ts';

/** A name that git advertises, the object behind it, and for an annotated tag the commit that the tag is put on. */
export interface LocalRef {
  readonly name: string;
  readonly id: string;
  readonly peeled: string | null;
}

/** A git repository on disk, bare or not, read without network, hooks or work tree. `close` ends its git process. */
export interface LocalRepository {
  head(at: At): Promise<Reading<LocalHead>>;
  /** HEAD first (when there is one), then every ref by name, as git advertises them. */
  refs(): Promise<readonly LocalRef[]>;
  /** The whole listing of a commit or tree by its id. */
  list(id: string): Promise<Reading<readonly TreeEntry[]>>;
  /** The full id of a blob whose beginning is given, null when none or several begin so. */
  blobIdOf(beginning: string): Promise<string | null>;
  /** A commit in whose tree the blob lies at the path, null where none is found. */
  commitWith(blob: string, path: string): Promise<string | null>;
  /** The bytes of a blob, null when this copy does not hold it (a snapshot may lack large files). */
  blob(id: string): Promise<Uint8Array | null>;
  close(): void;
}

/** An open repository, or one sentence on why the folder is none that can be read; `isNoRepository`: it is a folder all the same. */
export type OpenedRepository =
  | { readonly ok: true; readonly repository: LocalRepository }
  | { readonly ok: false; readonly problem: string; readonly isNoRepository: boolean };

/** Opens the git repository whose top folder (or bare folder) this is; a repository further up does not count. */
export async function openLocalRepository(directory: string): Promise<OpenedRepository> {
  const place = await realpath(directory).catch(() => null);
  if (place === null) return problem(`There is no folder “${directory}”.`);
  if (!(await stat(place)).isDirectory()) return problem(`“${directory}” is a file, not a folder.`);
  const answer = await runGit(place, ['rev-parse', '--show-object-format', '--absolute-git-dir'], {
    GIT_CEILING_DIRECTORIES: dirname(place),
  });
  if (answer.code === null) return problem('Reading a folder needs git, which could not be started.');
  const [format = '', gitDirectory = ''] = answer.output.toString('utf8').split('\n');
  if (answer.code !== 0 || gitDirectory === '')
    return { ...problem(`“${directory}” is not the top of a git repository.`), isNoRepository: true };
  if (format !== 'sha1') return problem(`“${directory}” names its objects by ${format}; Reprise reads sha1.`);
  return { ok: true, repository: repositoryAt(gitDirectory) };
}

const problem = (sentence: string): Extract<OpenedRepository, { ok: false }> => ({
  ok: false,
  problem: sentence,
  isNoRepository: false,
});

function repositoryAt(gitDirectory: string): LocalRepository {
  const blobs = new BlobReader(gitDirectory);
  return {
    head: (at) => findHead(gitDirectory, at),
    refs: () => allRefs(gitDirectory),
    list: (id) => listTree(gitDirectory, id),
    blobIdOf: (beginning) => blobIdOf(gitDirectory, beginning),
    commitWith: (blob, path) => commitWith(gitDirectory, blob, path),
    blob: (id) => blobs.read(id),
    close: () => blobs.close(),
  };
}

async function blobIdOf(gitDirectory: string, beginning: string): Promise<string | null> {
  if (!/^[0-9a-f]{4,40}$/.test(beginning)) return null;
  const answer = await runGit(gitDirectory, [
    `--git-dir=${gitDirectory}`,
    'rev-parse',
    '--verify',
    '--quiet',
    `${beginning}^{blob}`,
  ]);
  return answer.code === 0 ? answer.output.toString('utf8').trim() : null;
}

/** The commits that brought the blob or took it away: it lies in the former. */
async function commitWith(gitDirectory: string, blob: string, path: string): Promise<string | null> {
  const find = [`--git-dir=${gitDirectory}`, 'log', '--all', '--format=%H', `--find-object=${blob}`];
  const { output } = await runGit(gitDirectory, find);
  for (const commit of output.toString('utf8').split('\n').filter(isCommitId)) {
    const at = [`--git-dir=${gitDirectory}`, 'rev-parse', '--verify', '--quiet', `${commit}:${path}`];
    if ((await runGit(gitDirectory, at)).output.toString('utf8').trim() === blob) return commit;
  }
  return null;
}

async function allRefs(gitDirectory: string): Promise<readonly LocalRef[]> {
  const format = '--format=%(refname) %(objectname) %(*objectname)';
  const answer = await runGit(gitDirectory, [`--git-dir=${gitDirectory}`, 'for-each-ref', format]);
  const refs = answer.output.toString('utf8').split('\n').flatMap(refOf);
  const head = await findHead(gitDirectory, { kind: 'head' });
  const id = head.state === 'read' ? head.value.commit : null;
  return id === null ? refs : [{ name: 'HEAD', id, peeled: null }, ...refs];
}

function refOf(line: string): LocalRef[] {
  const [name = '', id = '', peeled = ''] = line.split(' ');
  return id === '' ? [] : [{ name, id, peeled: peeled === '' ? null : peeled }];
}
