import type { Fact } from '../model/facts.ts';
import { treeEvidence } from '../model/finding.ts';
import type { RepositorySnapshot, Snapshot, TreeEntry } from '../model/snapshot.ts';
import { notAsked } from '../model/snapshot.ts';
import type { Unread, UnreadPart } from '../model/unread.ts';
import { perSnapshot } from './per-snapshot.ts';

/** The listing as checks see it: what may be looked at, and which folders are not known. */
export interface Listing {
  readonly entries: readonly TreeEntry[];
  /** All entries, those that are never looked at included. */
  readonly total: number;
  readonly unreadFolders: readonly string[];
}

/** The listing, or the fact that stands in its place: no repository was given, or its list of files was not read. */
export type ListingReading =
  | { readonly state: 'read'; readonly listing: Listing; readonly repository: RepositorySnapshot }
  | Extract<Fact<never>, { readonly state: 'unread' | 'not-given' }>;

// Folders that belong to tools or to other projects; no check looks into them.
const NEVER_LOOKED_AT =
  /(?:^|\/)(?:node_modules|site-packages|\.ipynb_checkpoints|mlruns|__pycache__|venv|\.venv|env\/lib|\.git)(?:\/|$)/;

export const listingOf = perSnapshot((snapshot: Snapshot): ListingReading => {
  const repository = snapshot.repository;
  if (repository === null) return { state: 'not-given', summary: 'No repository was given.' };
  if (repository.head.state === 'unread') return unlisted(repository.head.unread);
  if (repository.tree.state !== 'read')
    return unlisted(repository.tree.state === 'unread' ? repository.tree.unread : notAsked);
  const { entries, unreadFolders } = repository.tree.value;
  const own = entries.filter(({ path }) => !NEVER_LOOKED_AT.test(path));
  const isOthers = othersProjects(own);
  const listing = {
    entries: own.filter(({ path }) => !isOthers(path)),
    total: entries.length,
    unreadFolders,
  };
  return { state: 'read', listing, repository };
});

/**
 * Whether a path lies in a project of others that was put in whole: a nested folder with its own README and its own licence
 * or `setup.py`, or an installed R package (`DESCRIPTION` beside `Meta/package.rds`).
 */
function othersProjects(entries: readonly TreeEntry[]): (path: string) => boolean {
  const named = (name: RegExp) =>
    new Set(entries.filter(({ path }) => name.test(fileName(path))).map(({ path }) => folderOf(path)));
  const withLicence = named(/^(?:licen[cs]e|copying)(?:\.[a-z]+)?$|^setup\.py$/i);
  const withPackage = named(/^package\.rds$/);
  const roots = [
    ...[...named(/^readme(?:\.[a-z]+)?$/i)].filter((folder) => withLicence.has(folder)),
    ...[...named(/^DESCRIPTION$/)].filter((folder) => withPackage.has(`${folder}/Meta`)),
  ].filter((folder) => folder !== '' && folder !== '.github');
  return (path) => roots.some((root) => path.startsWith(`${root}/`));
}

const unlisted = (unread: Unread): ListingReading => ({
  state: 'unread',
  unread: [{ what: 'the list of files', ...unread }],
});

/** Files one can read as a text: links and submodules are not. */
export const isFile = (entry: TreeEntry): boolean => entry.kind === 'file' || entry.kind === 'executable';

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Evidence for "it is not there". */
export const notAmong = (lookedFor: string, listing: Listing) => treeEvidence(lookedFor, listing.total);

/** The places where something may still be, as unread parts of an absence; `folders` narrows them ("" is the root). */
export const unlistedParts = (listing: Listing, folders?: readonly string[]): readonly UnreadPart[] =>
  listing.unreadFolders
    .filter((folder) => folders === undefined || folders.includes(folder))
    .map((folder) => ({
      what: folder === '' ? 'a part of the list of files' : `the list of files below ${folder}/`,
      kind: 'truncated',
    }));
