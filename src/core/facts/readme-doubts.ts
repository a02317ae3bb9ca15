import type { Snapshot } from '../model/snapshot.ts';
import { filesOf } from './command-files.ts';
import { entriesByPath } from './entries-by-path.ts';
import { ANYTHING } from './made-files.ts';
import type { NamedFile } from './named-file.ts';
import { sentencesIn } from './readme.ts';
import { type ReadmeCommand, readmeCommandsOf } from './readme-commands.ts';
import { type WholeTree, wholeTreeOf } from './readme-folders.ts';
import { stepDocuments } from './readme-steps.ts';
import { fileName, folderOf } from './tree.ts';

/** Something that a command runs or reads, with its place in the repository. */
export interface Named {
  readonly at: Pick<ReadmeCommand, 'path' | 'line' | 'quote'>;
  readonly what: NamedFile['what'] | 'folder';
  readonly isUsual: boolean;
  readonly written: string;
  /** The path from the root: that which is there, or would be. */
  readonly target: string;
  readonly task: string | null;
}

/** Why something that is not there is no fault: it may be there for a reader who knows more than is written. */
export type Doubt = 'sentence' | 'folder' | 'ignored' | 'config' | 'others' | 'case';

/** Why what a command names and the repository lacks is no fault; `made` is what the reader makes; null for a fault. */
export function doubtOf(named: Named, command: ReadmeCommand, snapshot: Snapshot): Doubt | 'made' | null {
  const tree = wholeTreeOf(snapshot);
  if (isMadeBefore(named, command, tree)) return 'made';
  if (!command.isExplicit || isOffered(command)) return 'sentence';
  if (named.what === 'config' && endingSo(named.written, snapshot).length > 0) return 'config';
  return doubtInWords(named, command, snapshot);
}

/** The files whose paths end as one is written. */
export function endingSo(written: string, snapshot: Snapshot): readonly string[] {
  const end = `/${written.replace(/^(?:\.\/)+/, '')}`;
  return (entriesByPath(snapshot).filesNamed.get(fileName(written)) ?? []).filter((path) => `/${path}`.endsWith(end));
}

/** What a command before made, or what was unpacked. */
function isMadeBefore({ written, target }: Named, { isMade }: ReadmeCommand, { folders }: WholeTree): boolean {
  const isUnpacked = isMade(ANYTHING) && target.includes('/') && !folders.has(target.split('/')[0] ?? '');
  if (isUnpacked || isMade('.')) return true;
  return [written.replace(/^\.\//, ''), target].some((path) => {
    const parts = path.split('/', MOST_PARTS);
    return isMade(fileName(path)) || parts.some((_part, index) => isMade(parts.slice(0, index + 1).join('/')));
  });
}

const MOST_PARTS = 20;

const OFFERS =
  /\b(?:you can|one can|could|may|might|optional(?:ly)?|alternatively|if (?:you|there)|for example|e\.g\.|provide|create|add|write) /i;

/** "Alternatively, you can provide a `x.txt` and use `pip install -r x.txt`": said inside of a sentence. */
const isOffered = ({ quote, text }: ReadmeCommand): boolean => {
  const at = quote.indexOf(text);
  return at > 0 && OFFERS.test(quote.slice(Math.max(0, at - 300), at));
};

const GOES =
  /\b(?:navigat\w{1,3}|go(?:ing)?|chang(?:e|ing)|switch(?:ing)?|mov(?:e|ing)|cd|inside|within|in|from|under|contains?)\b/i;
const FOLDER = /\b(?:folders?|director(?:y|ies)|cd)\b/i;
const OTHERS =
  /\b(?:their|its|that|other|original|official|upstream|external|cloned)\b.{0,40}\b(?:repo(?:sitory)?|codebase|project)\b/i;
const PROJECTS_FOLDER =
  /\b(?:inside|within|in|into|from|of) (?:the|each|either|its|that|this|your|one of the) (?:\w+ ){0,2}(?:folder|directory)\b/i;

/** To go to a folder that is not the project's own: a name that is not in the tree. */
const TO_FOLDER =
  /\b(?:navigat\w{1,3}|go(?:ing)?|chang(?:e|ing)|switch(?:ing)?|mov(?:e|ing)|cd)\b.{0,20}\b(?:to|into) (?:the|its|your) (?!(?:\w+ )?(?:root|project|repo|repository|cloned?|main|base|top)\b)(?:[\w./-]{1,60} ){0,2}(?:folder|directory)\b/i;

/** What the words about a command say: to stand in a folder where it is, or in another project. */
function doubtInWords(
  { written, at }: Named,
  { path, line, section }: ReadmeCommand,
  snapshot: Snapshot,
): Doubt | null {
  const document = stepDocuments(snapshot).find((one) => one.path === path);
  const all = document === undefined ? [] : sentencesIn(document.blocks);
  const near = all.filter((one) => one.section === section && one.line <= at.line).slice(-8);
  const last = near.filter((one) => one.line <= line).slice(-2);
  if (last.some(({ text }) => OTHERS.test(text.slice(0, 2_000)))) return 'others';
  const { length } = written.replace(/^(?:\.\/)+/, '');
  const places = endingSo(written, snapshot).map((one) => folderOf(one.slice(0, one.length - length)));
  if (places.length === 0) return null;
  const isTold = near.some(({ text: whole }) => {
    const text = whole.slice(0, 2_000);
    if (!(GOES.test(text) && FOLDER.test(text))) return false;
    return PROJECTS_FOLDER.test(text) || places.some((place) => text.includes(fileName(place)));
  });
  const isUnclear = places.length === 1 && last.some(({ text }) => TO_FOLDER.test(text.slice(0, 2_000)));
  return isTold || leadsThere(places, snapshot) || (isUnclear && !standsAtRoot(at, section, snapshot))
    ? 'folder'
    : null;
}

/** Whether another command of the section runs or reads what lies at the root. */
function standsAtRoot({ path, line }: Named['at'], section: string, snapshot: Snapshot): boolean {
  const { files } = wholeTreeOf(snapshot);
  return readmeCommandsOf(snapshot).some(
    (one) =>
      one.path === path &&
      one.section === section &&
      one.line !== line &&
      filesOf(one.words).some(({ paths }) => paths.some((name) => files.has(name.replace(/^\.\//, '')))),
  );
}

/** Whether some command of the README goes to one of the folders. */
const leadsThere = (places: readonly string[], snapshot: Snapshot): boolean =>
  readmeCommandsOf(snapshot).some(({ folder }) => folder !== null && places.includes(folder));
