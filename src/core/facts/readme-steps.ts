import type { Fact } from '../model/facts.ts';
import { limits } from '../model/limits.ts';
import type { Snapshot, TextFile, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { isOtherLanguage } from '../parse/language.ts';
import { parseReadme, type ReadmeBlock } from '../parse/readme.ts';
import type { OwnNames } from './command-purpose.ts';
import { type DocumentSteps, stepsIn } from './document-steps.ts';
import { likelyLines } from './likely-lines.ts';
import { isAboutSteps, type LinkedDocuments, linkedDocuments } from './linked-documents.ts';
import { type NothingNeeded, nothingNeededOf } from './nothing-needed.ts';
import { type OutsideGuide, outsideGuideOf } from './outside-guide.ts';
import { ownNamesOf } from './own-names.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';
import { type Readme, readmeFact, sentencesIn } from './readme.ts';
import { tells } from './telling-blocks.ts';
import { textOf } from './texts.ts';
import { namesStepFile } from './told-steps.ts';
import { listingOf, unlistedParts } from './tree.ts';

/** The steps of the README, and where it lacks one of the two kinds, of the documents that it links to. In their order. */
export interface ReadmeSteps extends DocumentSteps {
  readonly readme: string;
  /** The linked documents that were read too. */
  readonly documents: readonly string[];
  /** A page outside the repository that the README leads to for instructions. */
  readonly outsideGuide: OutsideGuide | null;
  /** Where the README says that there is no environment to recreate, or null. */
  readonly nothingNeeded: NothingNeeded | null;
  /** Whether the README has a sentence or command at all. */
  readonly tells: boolean;
  /** Whether the repository holds code at all. */
  readonly hasSource: boolean;
  /** Whether that code needs an environment; 'unknown' where no command is known that installs for its language. */
  readonly needsEnvironment: boolean | 'unknown';
  /** What would run the project, and recreate its environment, by the files it has; null where they do not tell. */
  readonly runLine: string | null;
  readonly environmentLine: string | null;
  readonly activateLine: string | null;
  readonly imageLine: string | null;
  /** Entries of the listing, for "not there". */
  readonly entries: number;
}

export const readmeStepsFact = perSnapshot((snapshot: Snapshot): Fact<ReadmeSteps> => {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return readme;
  const own = ownStepsOf(snapshot);
  const listing = listingOf(snapshot);
  // A file that is not listed may be the one that a step names.
  const unread: UnreadPart[] = [...readme.unread, ...(listing.state === 'read' ? unlistedParts(listing.listing) : [])];
  if (lacksSteps(own)) unread.push(...notUnderstood(readme.value, ownNamesOf(snapshot)));
  const found: DocumentSteps[] = [own];
  const documents: string[] = [];
  const read = readDocuments(snapshot);
  unread.push(...read.unread);
  for (const { path, blocks } of read.documents) {
    documents.push(path);
    found.push(stepsIn(path, blocks, ownNamesOf(snapshot)));
  }
  const value: ReadmeSteps = {
    readme: readme.value.path,
    run: found.flatMap(({ run }) => run),
    environment: found.flatMap(({ environment }) => environment),
    builds: found.flatMap(({ builds }) => builds),
    documents,
    outsideGuide: outsideGuideOf(readme.value),
    nothingNeeded: nothingNeededOf(snapshot),
    tells: readme.value.blocks.some(tells),
    ...likelyLines(snapshot),
  };
  return { state: 'present', value, unread };
});

const NONE: DocumentSteps = { run: [], environment: [], builds: [] };

/** The steps of the README alone. */
const ownStepsOf = perSnapshot((snapshot: Snapshot): DocumentSteps => {
  const readme = readmeFact(snapshot);
  return readme.state === 'present' ? stepsIn(readme.value.path, readme.value.blocks, ownNamesOf(snapshot)) : NONE;
});

const lacksSteps = ({ run, environment }: DocumentSteps): boolean => run.length === 0 || environment.length === 0;

/** Sentences in another language that name a file may hold the steps. */
function notUnderstood({ path, blocks }: Readme, own: OwnNames): readonly UnreadPart[] {
  const sentences = sentencesIn(blocks).map(({ text }) => text);
  if (!isOtherLanguage(sentences.join(' ')) || !sentences.some((text) => namesStepFile(text, own))) return [];
  const detail = 'Its sentences are not in English, of which Reprise understands the commands alone.';
  return [{ what: `a part of ${path}`, kind: 'bad-format', detail }];
}

/** The README and the linked documents that were read for their steps, in their order. */
export const stepDocuments = perSnapshot((snapshot: Snapshot): readonly LinkedDocument[] => {
  const readme = readmeFact(snapshot);
  return readme.state === 'present' ? [readme.value, ...readDocuments(snapshot).documents] : [];
});

/** The documents that the README links to, which are read only where it lacks steps of one kind itself. */
export const documentsWithSteps = (snapshot: Snapshot): readonly TreeEntry[] =>
  linkedOf(snapshot).documents.slice(0, limits.linkedDocuments.most);

const linkedOf = perSnapshot((snapshot: Snapshot): LinkedDocuments => {
  const readme = readmeFact(snapshot);
  return readme.state === 'present' && lacksSteps(ownStepsOf(snapshot)) ? linkedFrom(snapshot, readme.value) : NO_LINKS;
});

const NO_LINKS: LinkedDocuments = { documents: [], unreadable: [] };

function linkedFrom(snapshot: Snapshot, document: Pick<Readme, 'path' | 'blocks'>): LinkedDocuments {
  const reading = listingOf(snapshot);
  return reading.state === 'read' ? linkedDocuments(document, reading.listing, reading.repository) : NO_LINKS;
}

/** The documents that were read; what was not read of them and of those they lead to are unread parts. */
const readDocuments = perSnapshot((snapshot: Snapshot): ReadDocuments => {
  const { repository } = snapshot;
  const unread: UnreadPart[] = [];
  const linked = linkedOf(snapshot);
  const asked = documentsWithSteps(snapshot);
  const documents = asked.flatMap((entry) => {
    const text = repository === null ? null : textOf(repository, entry);
    if (text?.state !== 'read') {
      if (text !== null) unread.push(text.part);
      return [];
    }
    unread.push(...text.unread);
    return [{ path: entry.path, blocks: blocksOf(text.file)(entry.path) }];
  });
  const further = documents.flatMap((document) => linkedFrom(snapshot, document).documents.filter(isAboutSteps));
  const left = new Set([...linked.documents, ...further].map(({ path }) => path));
  for (const { path } of asked) left.delete(path);
  const readme = readmeFact(snapshot);
  if (readme.state === 'present') left.delete(readme.value.path);
  for (const path of [...left].slice(0, MOST_NAMED))
    unread.push({ what: path, kind: 'not-asked', detail: limits.linkedDocuments.sentence });
  for (const { path } of linked.unreadable.slice(0, MOST_NAMED))
    unread.push({ what: path, kind: 'bad-format', detail: 'It is a form of document that Reprise does not read.' });
  return { documents, unread };
});

interface ReadDocuments {
  readonly documents: readonly LinkedDocument[];
  readonly unread: readonly UnreadPart[];
}

/** Several facts read the same document. */
const blocksOf = oncePer(({ text }: TextFile) => {
  let blocks: readonly ReadmeBlock[] | null = null;
  return (path: string) => (blocks ??= parseReadme(path, text));
});

type LinkedDocument = Pick<Readme, 'path' | 'blocks'>;

/** Enough to tell that something is left. */
const MOST_NAMED = 3;
