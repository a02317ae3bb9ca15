import { limits } from '../model/limits.ts';
import type { RepositorySnapshot, TreeEntry } from '../model/snapshot.ts';
import { oncePer } from './per-snapshot.ts';
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
  return [
    ...(readme === null ? [] : [{ role: 'readme' as const, entry: readme }]),
    ...workflowsOf(listing)
      .slice(0, limits.workflows.most)
      .map((entry) => ({ role: 'workflow' as const, entry })),
    ...composeFiles(listing).map((entry) => ({ role: 'compose' as const, entry })),
  ];
}

/** The workflows that GitHub runs, also those beyond the number that is read. */
export const workflowsOf = oncePer((listing: Listing) => filesOfForm(listing, /^\.github\/workflows\/[^/]+\.ya?ml$/));
const composeFiles = oncePer((listing: Listing) => filesOfForm(listing, COMPOSE));

const filesOfForm = ({ entries }: Listing, form: RegExp): readonly TreeEntry[] =>
  entries.filter((entry) => form.test(entry.path) && isFile(entry));
