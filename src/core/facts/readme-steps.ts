import type { Fact } from '../model/facts.ts';
import { limits } from '../model/limits.ts';
import type { Snapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { parseReadme, type ReadmeBlock } from '../parse/readme.ts';
import { type Sentence, sentencesOf } from '../parse/sentences.ts';
import { type CommandPlace, writtenCommands } from '../parse/written-commands.ts';
import type { EnvironmentTool } from '../tables/command-purposes.ts';
import { type OwnNames, purposeOf } from './command-purpose.ts';
import { likelyLines } from './likely-lines.ts';
import { linkedDocuments } from './linked-documents.ts';
import { type OutsideGuide, outsideGuideOf } from './outside-guide.ts';
import { ownNamesOf } from './own-names.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact } from './readme.ts';
import { tells } from './telling-blocks.ts';
import { textOf } from './texts.ts';
import { BROKEN_OFF, listedToRun, toldToRecreate, toldToRun } from './told-steps.ts';
import { listingOf, unlistedParts } from './tree.ts';

/** A step that a document tells its reader, with the line it stands on. */
export interface Step {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
  /** Whether it is a command in code; else it is said in a sentence. */
  readonly isCommand: boolean;
}

/** A step that recreates the environment, with the tool it uses. */
export interface EnvironmentStep extends Step {
  readonly tool: EnvironmentTool;
}

/** The steps of the README, and where it lacks one of the two kinds, of the documents that it links to. In their order. */
export interface ReadmeSteps {
  readonly readme: string;
  readonly run: readonly Step[];
  readonly environment: readonly EnvironmentStep[];
  /** Steps that build an image on the reader's own machine. */
  readonly builds: readonly Step[];
  /** The linked documents that were read too. */
  readonly documents: readonly string[];
  /** A page outside the repository that the README leads to for instructions. */
  readonly outsideGuide: OutsideGuide | null;
  /** Whether the README has a sentence or command at all. */
  readonly tells: boolean;
  /** Whether the repository holds code at all. */
  readonly hasSource: boolean;
  /** What would run the project, and recreate its environment, by the files it has; null where they do not tell. */
  readonly runLine: string | null;
  readonly environmentLine: string | null;
  /** Entries of the listing, for "not there". */
  readonly entries: number;
}

type Steps = Pick<ReadmeSteps, 'run' | 'environment' | 'builds'>;

export const readmeStepsFact = perSnapshot((snapshot: Snapshot): Fact<ReadmeSteps> => {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return readme;
  const own = ownStepsOf(snapshot);
  const listing = listingOf(snapshot);
  // A file that is not listed may be the one that a step names.
  const unread: UnreadPart[] = [...readme.unread, ...(listing.state === 'read' ? unlistedParts(listing.listing) : [])];
  const found: Steps[] = [own];
  const documents: string[] = [];
  for (const { path, text } of readDocuments(snapshot, unread)) {
    documents.push(path);
    found.push(stepsIn(path, parseReadme(path, text), ownNamesOf(snapshot)));
  }
  const value: ReadmeSteps = {
    readme: readme.value.path,
    run: found.flatMap(({ run }) => run),
    environment: found.flatMap(({ environment }) => environment),
    builds: found.flatMap(({ builds }) => builds),
    documents,
    outsideGuide: outsideGuideOf(readme.value),
    tells: readme.value.blocks.some(tells),
    ...likelyLines(snapshot),
  };
  return { state: 'present', value, unread };
});

const NONE: Steps = { run: [], environment: [], builds: [] };

/** The steps of the README alone. */
const ownStepsOf = perSnapshot((snapshot: Snapshot): Steps => {
  const readme = readmeFact(snapshot);
  return readme.state === 'present' ? stepsIn(readme.value.path, readme.value.blocks, ownNamesOf(snapshot)) : NONE;
});

/** The documents that the README links to, which are read only where it lacks steps of one kind itself. */
export function documentsWithSteps(snapshot: Snapshot): readonly TreeEntry[] {
  const readme = readmeFact(snapshot);
  const reading = listingOf(snapshot);
  if (readme.state !== 'present' || reading.state !== 'read') return [];
  const { run, environment } = ownStepsOf(snapshot);
  if (run.length > 0 && environment.length > 0) return [];
  return linkedDocuments(readme.value, reading.listing, reading.repository).slice(0, limits.linkedDocuments.most);
}

/** Their texts; a document that was not read is an unread part. */
function readDocuments(snapshot: Snapshot, unread: UnreadPart[]): { readonly path: string; readonly text: string }[] {
  const { repository } = snapshot;
  return documentsWithSteps(snapshot).flatMap((entry) => {
    const text = repository === null ? null : textOf(repository, entry);
    if (text?.state !== 'read') {
      if (text !== null) unread.push(text.part);
      return [];
    }
    unread.push(...text.unread);
    return [{ path: entry.path, text: text.file.text }];
  });
}

function stepsIn(path: string, blocks: readonly ReadmeBlock[], own: OwnNames): Steps {
  const steps = { run: [] as Step[], environment: [] as EnvironmentStep[], builds: [] as Step[] };
  for (const { line, quote, place, commands } of writtenCommands(blocks))
    for (const command of commands) {
      const { runsOwnCode, recreatesWith, buildsImage } = purposeOf(command, place, own);
      const step = { path, line, quote, isCommand: place !== 'plain' };
      if (isSaidNotToWork(place, recreatesWith, quote)) continue;
      if (runsOwnCode) steps.run.push(step);
      if (recreatesWith !== null) steps.environment.push({ ...step, tool: recreatesWith });
      if (buildsImage) steps.builds.push(step);
    }
  addTold(steps, path, sentencesOf(blocks), own);
  const inOrder = (one: Step, other: Step) => one.line - other.line;
  return { run: steps.run.sort(inOrder), environment: steps.environment.sort(inOrder), builds: steps.builds };
}

/** "`docker run` does not work here" is no step. */
const isSaidNotToWork = (place: CommandPlace, tool: EnvironmentTool | null, quote: string): boolean =>
  place !== 'code' && (tool === 'docker' || tool === 'dsmlp') && BROKEN_OFF.test(quote);

function addTold(
  steps: { readonly run: Step[]; readonly environment: EnvironmentStep[] },
  path: string,
  sentences: readonly Sentence[],
  own: OwnNames,
): void {
  // The last words that are no item of a list of files: what such a list is for.
  let before = '';
  for (const sentence of sentences) {
    const { text: quote, line } = sentence;
    const listed = listedToRun(sentence, before, own);
    if (listed === null) before = quote;
    if (listed !== null || toldToRun(sentence, own) !== null) steps.run.push({ path, line, quote, isCommand: false });
    const tool = toldToRecreate(sentence);
    if (tool !== null) steps.environment.push({ path, line, quote, isCommand: false, tool });
  }
}
