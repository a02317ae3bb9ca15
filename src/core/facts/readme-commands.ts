import type { Snapshot } from '../model/snapshot.ts';
import type { Sentence } from '../parse/sentences.ts';
import { shellWords } from '../parse/shell-words.ts';
import type { WrittenCommand } from '../parse/written-commands.ts';
import { withoutWrappers } from './command-purpose.ts';
import { isTakenBack } from './document-steps.ts';
import { addMade } from './made-files.ts';
import { perSnapshot } from './per-snapshot.ts';
import { commandsIn, sentencesIn } from './readme.ts';
import { type Folders, startingFolders } from './readme-folders.ts';
import { stepDocuments } from './readme-steps.ts';
import { folderOf } from './tree.ts';

/** A simple command of the README, or of a document it leads to, with the folder it stands in. */
export interface ReadmeCommand {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
  /** The whole line, its prompt and continuations taken away. */
  readonly text: string;
  readonly section: string;
  /** Whether it stands in a fence or is a command of its own between backticks; else it is part of a sentence. */
  readonly isExplicit: boolean;
  /** As written, and without `sudo`, `poetry run` and the like. */
  readonly all: readonly string[];
  readonly words: readonly string[];
  /** The folder it stands in, from the root; null where that is not told, or not in the repository. */
  readonly folder: string | null;
  /** Where a reader may stand as well: the document's own folder, the root in a new fence, folders gone to before. */
  readonly otherFolders: readonly string[];
  /** Where it goes to a folder: that as written, when the repository has none such. */
  readonly missingFolder: string | null;
  /** Whether it or a command before it makes a file or folder, which then need not be there. */
  readonly isMade: (path: string) => boolean;
}

/** The commands of the README in their order. */
export const readmeCommandsOf = perSnapshot((snapshot: Snapshot): readonly ReadmeCommand[] =>
  stepDocuments(snapshot).flatMap(({ path, blocks }) =>
    inFolders(path, withoutRepeats(commandsIn(blocks)), sentencesIn(blocks), startingFolders(snapshot, folderOf(path))),
  ),
);

/** What a sentence says between backticks is found in its words too. */
function withoutRepeats(written: readonly WrittenCommand[]): readonly WrittenCommand[] {
  const begin = ({ text, block }: WrittenCommand) => `${block} ${text.split(' ', 2).join(' ')}`;
  const inCode = new Set(written.filter(({ place }) => place !== 'plain').map(begin));
  return written.filter((one) => one.place !== 'plain' || !inCode.has(begin(one)));
}

function inFolders(
  path: string,
  written: readonly WrittenCommand[],
  sentences: readonly Sentence[],
  folders: Folders,
): readonly ReadmeCommand[] {
  // What is made, by the number of the command that first makes it.
  const made = new Map<string, number>();
  const found: ReadmeCommand[] = [];
  let last = 0;
  for (const { text, line, quote, place, section, block, commands } of written) {
    if (isTakenBack({ text, place, quote }, null)) continue;
    folders.enter(section, block);
    if (place === 'code' && block !== last) {
      const told = toldFolder(sentences, last, block, section);
      if (told !== null) folders.goToTold(told);
    }
    last = block;
    const before = folders.here();
    const redirects = text.includes('>') ? shellWords(text).redirects : [];
    for (const { words: all } of commands) {
      const words = withoutWrappers(all);
      const at = found.length;
      const own = new Set(redirects);
      addMade(words, own);
      for (const name of own) if (!made.has(name)) made.set(name, at);
      const isMade = (name: string): boolean => (made.get(name) ?? Number.POSITIVE_INFINITY) <= at;
      const where = { folder: folders.here(), otherFolders: folders.others() };
      const missingFolder = folders.follow(words, isMade);
      const isExplicit = place !== 'plain';
      found.push({ path, line, quote, text, section, isExplicit, all, words, ...where, missingFolder, isMade });
    }
    // A subshell gives its folder back.
    if (/^\s*\(.*\)\s*$/.test(text.slice(0, 2_000))) folders.goTo(before);
  }
  return found;
}

const NAME = String.raw`["'“]?([\w.-]{1,60}(?:\/[\w.-]{1,60}){0,6})\/?["'”]?`;
/** "After navigating to the backend directory", "cd into src/", "from the `app` folder run:". */
const TOLD: readonly RegExp[] = [
  String.raw`\b(?:navigat\w{1,3}|go(?:ing)?|chang(?:e|ing)|switch(?:ing)?|mov(?:e|ing)|cd)(?: your)?(?: (?:working )?director(?:y|ies))?(?: (?:to|into|in|inside))? (?:the )?${NAME} (?:sub-?)?(?:folder|director)`,
  String.raw`\b(?:navigat\w{1,3}|go|chang(?:e|ing)|cd) (?:your )?(?:(?:working )?directory )?(?:to|into|in) (?:the )?(?:folder |directory )?["'“]?((?:[\w.-]{1,60}\/){1,6}[\w.-]{0,60})`,
  String.raw`\b(?:in|inside|within|from|under) (?:the )?${NAME} (?:sub-?)?(?:folder|directory)\b.{0,60}(?:\b(?:run|execute|launch|start|type|use)\b|:$)`,
  String.raw`\b(?:run|execute|launch|start|type)\b.{0,60}\b(?:in|inside|within|from|under) (?:the )?${NAME} (?:sub-?)?(?:folder|directory)\b`,
].map((form) => new RegExp(form, 'i'));

/** The folder that the words right before a fence tell to stand in, or null. */
function toldFolder(sentences: readonly Sentence[], after: number, before: number, section: string): string | null {
  const text = sentences.findLast((one) => one.line < before);
  if (text === undefined || text.line < after || text.section !== section) return null;
  const words = text.text.slice(-600);
  for (const form of TOLD) {
    const name = form.exec(words)?.[1];
    if (name !== undefined) return name.replace(/\/$/, '');
  }
  return null;
}
