import type { Fact } from '../model/facts.ts';
import { type RepositorySnapshot, type Snapshot, type TreeEntry, textAt } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { parseReadme, type ReadmeBlock } from '../parse/readme.ts';
import { type Sentence, sentencesOf } from '../parse/sentences.ts';
import { type WrittenCommand, writtenCommands } from '../parse/written-commands.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { fileName, folderOf, isFile, type Listing, listingOf, notAmong, pathFrom, unlistedParts } from './tree.ts';

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
const readmeEntry = oncePer((listing: Listing): TreeEntry | null => {
  const found = listing.entries.filter(isReadme);
  const rank = ({ path }: TreeEntry) => [PLACES.indexOf(folderOf(path).toLowerCase()), rankOfEnding(path)] as const;
  const [first] = found.sort((one, other) => {
    const [[place, ending], [otherPlace, otherEnding]] = [rank(one), rank(other)];
    return place - otherPlace || ending - otherEnding || (one.path < other.path ? -1 : 1);
  });
  return first ?? null;
});

/** The file whose text GitHub shows as README: where it is a link, the file of this repository that it leads to, one step. */
export function readmeFile(repository: RepositorySnapshot | null, listing: Listing): TreeEntry | null {
  const entry = readmeEntry(listing);
  if (entry?.kind !== 'symlink' || repository === null) return entry;
  const link = textAt(repository, entry.path);
  const written = link?.state === 'read' ? link.value.text.trim() : '/';
  const target = written.startsWith('/') ? null : pathFrom(folderOf(entry.path), written);
  return listing.entries.find((other) => other.path === target && isFile(other)) ?? entry;
}

const isReadme = (entry: TreeEntry): boolean => README.test(entry.path) && (isFile(entry) || entry.kind === 'symlink');
const README = /^(?:(?:\.github|docs)\/)?readme(?:\.[a-z]{1,10})?$/i;

function rankOfEnding(path: string): number {
  const ending = fileName(path).slice('readme'.length).replace('.', '').toLowerCase();
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

/** What of the README was not read: it may name what other facts look for. */
export function unreadReadme(snapshot: Snapshot): readonly UnreadPart[] {
  const readme = readmeFact(snapshot);
  return readme.state === 'unread' || readme.state === 'present' ? readme.unread : [];
}

/** The sentences of a document, which several facts look through. */
export const sentencesIn = oncePer((blocks: readonly ReadmeBlock[]): readonly Sentence[] => sentencesOf(blocks));

/** Its commands, which several facts look through. */
export const commandsIn = oncePer((blocks: readonly ReadmeBlock[]): readonly WrittenCommand[] =>
  writtenCommands(blocks),
);
