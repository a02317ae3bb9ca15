import { basename, resolve } from 'node:path';
import type { ImageReference } from '../core/model/image-reference.ts';
import { folderOwner } from '../core/model/repository-ref.ts';
import type { Head } from '../core/model/snapshot.ts';
import type { ImageSource, RepositorySource } from '../core/model/sources.ts';
import { type Reading, type UnreadKind, unread } from '../core/model/unread.ts';
import { localGitSource } from '../services/local-git/local-source.ts';
import { openLocalRepository } from '../services/local-git/open-repository.ts';

/** A folder as a source, with the names it goes by; `problem` is one sentence on why it cannot be read. */
export type OpenedFolder =
  | { readonly ok: true; readonly repositories: RepositorySource; readonly names: Names; readonly close: () => void }
  | { readonly ok: false; readonly problem: string };

interface Names {
  readonly owner: string;
  readonly name: string;
}

/** Opens the git repository at a path. */
export async function openFolder(path: string): Promise<OpenedFolder> {
  const opened = await openLocalRepository(path);
  if (!opened.ok) return opened;
  const names = namesOf(path);
  return {
    ok: true,
    repositories: localGitSource(opened.repository, names),
    names,
    close: () => opened.repository.close(),
  };
}

/** The name of the folder, with the owner that no repository on GitHub can have. */
const namesOf = (path: string): Names => ({
  owner: folderOwner,
  name: basename(resolve(path)).replace(/\.git$/, '') || 'repository',
});

/** Sources that send nothing and say why. */
export const silentRepositories = (kind: UnreadKind, detail: string): RepositorySource => {
  const answer = async (): Promise<Reading<never>> => unread(kind, { detail });
  return { head: (): Promise<Reading<Head>> => answer(), tree: answer, text: answer };
};

export const silentImages = (kind: UnreadKind, readAt: () => string): ImageSource => ({
  image: async (reference: ImageReference) => ({
    reference,
    readAt: readAt(),
    access: unread(kind),
    manifest: unread(kind),
    config: unread(kind),
    tags: unread(kind),
    answers: [],
  }),
});
