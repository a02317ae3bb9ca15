import { limits } from '../model/limits.ts';
import type { RepositorySnapshot, TreeEntry } from '../model/snapshot.ts';
import { readmeFile } from './readme.ts';
import { isFile, type Listing } from './tree.ts';

/** A file that tells how the project's image is built or pulled. */
export interface NamingFile<Role = 'readme' | 'workflow' | 'compose'> {
  readonly role: Role;
  readonly entry: TreeEntry;
}

const COMPOSE = /^(?:\.devcontainer\/)?(?:docker-)?compose\.ya?ml$/;

/** The README, the workflows that GitHub runs, and the compose files, in this order. */
export function namingFiles(listing: Listing, repository: RepositorySnapshot | null): readonly NamingFile[] {
  const readme = readmeFile(repository, listing);
  const files = listing.entries.filter(isFile);
  const workflows = files
    .filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file.path))
    .slice(0, limits.workflows.most);
  return [
    ...(readme === null ? [] : [{ role: 'readme' as const, entry: readme }]),
    ...workflows.map((entry) => ({ role: 'workflow' as const, entry })),
    ...files.filter(({ path }) => COMPOSE.test(path)).map((entry) => ({ role: 'compose' as const, entry })),
  ];
}
