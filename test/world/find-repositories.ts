import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A git repository on disk, and the name under which the world serves it. */
export interface WorldRepository {
  readonly owner: string;
  readonly name: string;
  readonly directory: string;
  readonly visibility: 'public' | 'private';
  /** The earlier `owner/name`: it is answered by a redirect. */
  readonly renamedFrom?: string;
  /** The API cuts its recursive listing after so many entries. */
  readonly truncatedAfter?: number;
}

/**
 * The repositories in a folder: `DIR/<owner>+<name>/` (the repository there or at most two folders below),
 * `DIR/<owner>/<name>.git`, `DIR/<name>.git` and `DIR/<name>` (owner `local`). Clones with a work tree count as well.
 */
export function findRepositories(directory: string): readonly WorldRepository[] {
  return foldersIn(directory).flatMap((folder): readonly WorldRepository[] => {
    const plus = /^([^+]+)\+(.+)$/.exec(basename(folder));
    if (plus !== null) {
      const found = below(folder, 2);
      return found === null ? [] : [repository(plus[1] ?? '', plus[2] ?? '', found)];
    }
    if (isRepository(folder)) return [repository('local', basename(folder), folder)];
    return foldersIn(folder)
      .filter(isRepository)
      .map((inner) => repository(basename(folder), basename(inner), inner));
  });
}

// GitHub's names hold letters, digits, ".", "_" and "-" only.
const repository = (owner: string, name: string, directory: string): WorldRepository => ({
  owner: owner.replace(/[^A-Za-z0-9_-]/g, '-'),
  name: name.replace(/\.git$/, '').replace(/[^A-Za-z0-9._-]/g, '-'),
  directory,
  visibility: 'public',
});

const foldersIn = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(directory, name))
    // A link to a folder counts as one; a link to nothing is passed over.
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    .sort();

const isGitDirectory = (directory: string): boolean =>
  existsSync(join(directory, 'HEAD')) && existsSync(join(directory, 'objects'));

const isRepository = (directory: string): boolean =>
  isGitDirectory(directory) || isGitDirectory(join(directory, '.git'));

function below(directory: string, depth: number): string | null {
  if (isRepository(directory)) return directory;
  if (depth === 0) return null;
  for (const folder of foldersIn(directory)) {
    const found = below(folder, depth - 1);
    if (found !== null) return found;
  }
  return null;
}
