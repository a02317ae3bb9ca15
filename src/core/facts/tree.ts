import type { Fact } from '../model/facts.ts';
import { treeEvidence } from '../model/finding.ts';
import type { RepositorySnapshot, Snapshot, Tree, TreeEntry } from '../model/snapshot.ts';
import { notAsked } from '../model/snapshot.ts';
import type { Unread, UnreadPart } from '../model/unread.ts';
import { environmentFoldersOf } from './environment-folders.ts';
import { outermostAbove } from './outermost-folders.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';

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
  return { state: 'read', listing: lookedAt(repository.tree.value), repository };
});

/** A listing may hold 200,000 entries: snapshots of one tree share what was made of it. */
const lookedAt = oncePer((tree: Tree): Listing => {
  const { entries, unreadFolders } = tree;
  const own = entries.filter(({ path }) => !NEVER_LOOKED_AT.test(path));
  const others = new Set([...othersProjects(own), ...installedIn(tree)]);
  const above = outermostAbove(others);
  return {
    entries: others.size === 0 ? own : own.filter(({ path }) => above(path) === null),
    total: entries.length,
    unreadFolders,
  };
});

const MARKS_PROJECT = /(?:^|\/)(?:(readme(?:\.[a-z]+)?)|((?:licen[cs]e|copying)(?:\.[a-z]+)?|setup\.py))$/i;
const MARKS_PACKAGE = /(?:^|\/)(?:(DESCRIPTION)|Meta\/package\.rds)$/;

/**
 * The folders of others' projects that were put in whole: nested ones with their own README and their own licence or
 * `setup.py`, and installed R packages (`DESCRIPTION` beside `Meta/package.rds`).
 */
function othersProjects(entries: readonly TreeEntry[]): ReadonlySet<string> {
  const [withReadme, withLicence] = [new Set<string>(), new Set<string>()];
  const [withDescription, withPackage] = [new Set<string>(), new Set<string>()];
  for (const { path } of entries) {
    const project = MARKS_PROJECT.exec(path);
    if (project !== null) (project[1] === undefined ? withLicence : withReadme).add(folderOf(path));
    const installed = MARKS_PACKAGE.exec(path);
    if (installed?.[1] !== undefined) withDescription.add(folderOf(path));
    else if (installed !== null) withPackage.add(folderOf(folderOf(path)));
  }
  const others = [
    ...[...withReadme].filter((folder) => withLicence.has(folder)),
    ...[...withDescription].filter((folder) => withPackage.has(folder)),
  ];
  return new Set(others.filter((folder) => folder !== '' && folder !== '.github'));
}

/** Environments by their marks; of R packages those alone that `othersProjects` finds, for their library may hold other files. */
const installedIn = (tree: Tree): readonly string[] =>
  environmentFoldersOf(tree).flatMap(({ path, kind }) => (kind === 'installed R packages' ? [] : [path]));

const unlisted = (unread: Unread): ListingReading => ({
  state: 'unread',
  unread: [{ what: 'the list of files', ...unread }],
});

/** Files one can read as a text: links and submodules are not. */
export const isFile = (entry: TreeEntry): boolean => entry.kind === 'file' || entry.kind === 'executable';

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Where a relative path leads from a folder, as a path from the root; null when that is outside of the repository. */
export function pathFrom(folder: string, path: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

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
