import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { OpenedGiven } from '../core/model/given-folder.ts';
import { folderOwner } from '../core/model/repository-ref.ts';
import type { RepositorySource } from '../core/model/sources.ts';
import { givenSource } from '../services/given-files/given-source.ts';
import { openZip } from '../services/given-files/zip-folder.ts';
import { readFolder } from '../services/local-folder/read-folder.ts';
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

/** Opens what lies at a path: a zip, a git repository (its last commit, unless its files are wanted as they lie), or a folder. */
export async function openFolder(path: string, isWorkingTree: boolean): Promise<OpenedFolder> {
  const about = await stat(path).catch(() => null);
  if (about === null) return { ok: false, problem: `There is no folder “${path}”.` };
  if (about.isFile()) return given(await openArchive(path));
  const opened = isWorkingTree ? null : await openLocalRepository(path);
  if (opened === null || (!opened.ok && opened.isNoRepository)) return given(await readFolder(path));
  if (!opened.ok) return opened;
  const names = namesOf(path);
  return {
    ok: true,
    repositories: localGitSource(opened.repository, names),
    names,
    close: () => opened.repository.close(),
  };
}

async function openArchive(path: string): Promise<OpenedGiven> {
  if (!/\.zip$/i.test(path)) return { ok: false, problem: `“${path}” is a file, neither a folder nor a zip.` };
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return { ok: false, problem: `“${path}” cannot be opened.` };
  return openZip(new Blob([bytes]), basename(path));
}

function given(opened: OpenedGiven): OpenedFolder {
  if (!opened.ok) return opened;
  const { folder } = opened;
  return {
    ok: true,
    repositories: givenSource(folder),
    names: { owner: folderOwner, name: folder.name },
    close: () => {},
  };
}

/** The name of the folder, with the owner that no repository on GitHub can have. */
const namesOf = (path: string): Names => ({
  owner: folderOwner,
  name: basename(resolve(path)).replace(/\.git$/, '') || 'repository',
});
