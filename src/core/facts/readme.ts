import type { Fact } from '../model/facts.ts';
import { type RepositorySnapshot, type Snapshot, type TreeEntry, textAt } from '../model/snapshot.ts';
import { parseReadme, type ReadmeBlock } from '../parse/readme.ts';
import { perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { fileName, folderOf, isFile, type Listing, listingOf, notAmong, unlistedParts } from './tree.ts';

/** The README that GitHub shows, parsed. */
export interface Readme {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly ReadmeBlock[];
}

// GitHub's own order of places (docs) and, inside one, of endings (measured by a user, 2026-08).
const PLACES = ['.github', '', 'docs'];
const ENDINGS = ['markdown', 'md', 'mkd', 'rst', '', 'rmd', 'txt'];

/** The entry that GitHub shows as README, or null. Letter case of the name does not count. */
export function readmeEntry(listing: Listing): TreeEntry | null {
  for (const place of PLACES) {
    const here = listing.entries.filter((entry) => isReadme(entry) && folderOf(entry.path).toLowerCase() === place);
    const first = here.sort((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1))[0];
    if (first !== undefined) return first;
  }
  return null;
}

/** The file whose text GitHub shows as README: where it is a link, the file of this repository that it leads to, one step. */
export function readmeFile(repository: RepositorySnapshot | null, listing: Listing): TreeEntry | null {
  const entry = readmeEntry(listing);
  if (entry?.kind !== 'symlink' || repository === null) return entry;
  const link = textAt(repository, entry.path);
  const target = link?.state === 'read' ? linkedPath(folderOf(entry.path), link.value.text) : null;
  return listing.entries.find((other) => other.path === target && isFile(other)) ?? entry;
}

/** Where a link in a folder leads, as a path from the root; null when that is outside of the repository. */
function linkedPath(folder: string, target: string): string | null {
  if (target.startsWith('/')) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of target.trim().split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const isReadme = (entry: TreeEntry): boolean =>
  (isFile(entry) || entry.kind === 'symlink') && /^readme(?:\.[a-z]{1,10})?$/i.test(fileName(entry.path));

function rank(entry: TreeEntry): number {
  const ending = fileName(entry.path).slice('readme'.length).replace('.', '').toLowerCase();
  const known = ENDINGS.indexOf(ending);
  return known === -1 ? ENDINGS.length : known;
}

export const readmeFact = perSnapshot((snapshot: Snapshot): Fact<Readme> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const entry = readmeFile(repository, listing);
  if (entry === null)
    return {
      state: 'absent',
      summary: 'There is no README.',
      lookedFor: [notAmong('README in .github/, the root and docs/', listing)],
      unread: unlistedParts(listing, PLACES),
    };
  const text = textOf(repository, entry);
  if (text.state === 'unread') return { state: 'unread', unread: [text.part] };
  const value = { path: entry.path, text: text.file.text, blocks: parseReadme(entry.path, text.file.text) };
  return { state: 'present', value, unread: text.unread };
});
