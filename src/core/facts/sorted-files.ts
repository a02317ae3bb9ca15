import { type RepositorySnapshot, type Snapshot, textAt } from '../model/snapshot.ts';
import { makeTargets, npmScripts } from '../parse/build-tasks.ts';
import { filesOf } from './command-files.ts';
import { entriesByPath } from './entries-by-path.ts';
import type { NamedFile } from './named-file.ts';
import { perSnapshot } from './per-snapshot.ts';
import { type ReadmeCommand, readmeCommandsOf } from './readme-commands.ts';
import { type Doubt, doubtOf, endingSo, type Named } from './readme-doubts.ts';
import { isElsewhere, isStandIn, isSubmodule, type WholeTree, wholeTreeOf } from './readme-folders.ts';
import { readmeStepsFact } from './readme-steps.ts';
import { fileName, folderOf, pathFrom } from './tree.ts';

/** Each is looked for in several ways. */
const MOST_DOUBTED = 100;

/** What the commands name, sorted by whether it is there. */
export interface SortedFiles {
  readonly there: Named[];
  readonly missing: Named[];
  readonly doubtful: (Named & { readonly because: Doubt })[];
}

export const sortedFilesOf = perSnapshot((snapshot: Snapshot): SortedFiles => {
  const sorted: SortedFiles = { there: [], missing: [], doubtful: [] };
  const tree = wholeTreeOf(snapshot);
  for (const command of readmeCommandsOf(snapshot)) {
    if (sorted.missing.length + sorted.doubtful.length >= MOST_DOUBTED) break;
    const { missingFolder: written, folder } = command;
    if (written !== null) take(fault(command, written), command, snapshot, sorted);
    if (folder !== null) for (const file of filesOf(command.words)) sort(file, command, snapshot, tree, sorted);
  }
  for (const { because, ...told } of toldFiles(snapshot)) {
    if (because === null) sorted.there.push(told);
    else sorted.doubtful.push({ ...told, because });
  }
  return sorted;
});

const fault = (command: ReadmeCommand, written: string): Named => ({
  at: placeOf(command),
  what: 'folder',
  written,
  target: pathFrom(command.folder ?? '', written) ?? written,
  task: null,
  isUsual: false,
});

const placeOf = ({ path, line, quote }: ReadmeCommand): Named['at'] => ({ path, line, quote });

function sort(file: NamedFile, command: ReadmeCommand, snapshot: Snapshot, tree: WholeTree, sorted: SortedFiles): void {
  const written = file.written.replace(/[.,;:)]+$/, '') || '.';
  // What the words of a sentence leave unsaid is not told.
  const isUnsaid = !command.isExplicit && (file.isUsual || file.task !== null || !command.text.includes(written));
  if (isElsewhere(written) || /\s/.test(written) || isUnsaid) return;
  const paths = file.paths.map((one) => (one === file.written ? written : one));
  const folder = command.folder ?? '';
  const placed = placedIn(folder, paths, tree);
  if (placed === null && isStandIn(written)) return;
  const { what, task, isUsual } = file;
  const target = placed ?? pathFrom(folder, paths[0] ?? '') ?? written;
  const named = { at: placeOf(command), what, written, target, task, isUsual };
  if (placed !== null) (lacksTask(named, snapshot.repository) ? sorted.missing : sorted.there).push(named);
  else if (file.what !== 'module' || isOwnModule(written, command, snapshot, tree)) {
    // A document of another folder speaks from there.
    const beside = foundFrom([folderOf(command.path)], paths, tree);
    const elsewhere = foundFrom(command.otherFolders, paths, tree);
    if (beside !== null) sorted.there.push({ ...named, target: beside });
    else if (elsewhere === null) take(named, command, snapshot, sorted);
    else sorted.doubtful.push({ ...named, target: elsewhere, because: 'folder' });
  }
}

/** Takes in what is not there: as a fault, or with the reason why it may be none. */
function take(named: Named, command: ReadmeCommand, snapshot: Snapshot, sorted: SortedFiles): void {
  const because = doubtOf(named, command, snapshot);
  // A build file that is not there lacks all its tasks at once.
  if (because === null) sorted.missing.push({ ...named, task: null });
  else if (because !== 'made') sorted.doubtful.push({ ...named, because });
}

const foundFrom = (folders: readonly string[], paths: readonly string[], tree: WholeTree): string | null => {
  for (const folder of folders) {
    const found = placedIn(folder, paths, tree);
    if (found !== null) return found;
  }
  return null;
};

/** The first of the paths that is there, seen from a folder; a link and another repository hold whatever is named in them. */
function placedIn(folder: string, paths: readonly string[], tree: WholeTree): string | null {
  for (const path of paths) {
    const target = pathFrom(folder, path);
    if (target === null) return path;
    if (tree.files.has(target) || tree.folders.has(target) || isSubmodule(target, tree)) return target;
  }
  return null;
}

/** A module is the repository's own where its first part is a folder of it, unless a file elsewhere ends as its path does. */
function isOwnModule(
  module: string,
  { folder, otherFolders }: ReadmeCommand,
  snapshot: Snapshot,
  tree: WholeTree,
): boolean {
  const [first = ''] = module.split('.');
  const path = module.replaceAll('.', '/');
  const isElsewhereToo = ['.py', '/__main__.py', '/__init__.py'].some(
    (end) => endingSo(path + end, snapshot).length > 0,
  );
  if (isElsewhereToo || module.endsWith('.py')) return false;
  return (
    /^(?:src|scripts)$/.test(first) ||
    [folder ?? '', ...otherFolders].some((from) => {
      const own = pathFrom(from, first) ?? '';
      return tree.folders.has(own) && !tree.folders.has(pathFrom(from, path) ?? '');
    })
  );
}

/** Whether a build file that was read defines no such task. */
function lacksTask({ target, task }: Named, repository: RepositorySnapshot | null): boolean {
  const text = repository === null || task === null ? undefined : textAt(repository, target);
  if (text?.state !== 'read' || text.value.cut || task === null) return false;
  const tasks = fileName(target) === 'package.json' ? npmScripts(text.value.text) : makeTargets(text.value.text);
  return tasks !== null && !tasks.has(task);
}

/** The files of code that sentences tell to run; letters that differ in case are not counted against anybody. */
function toldFiles(snapshot: Snapshot): readonly (Named & { readonly because: Doubt | null })[] {
  const steps = readmeStepsFact(snapshot);
  if (steps.state !== 'present') return [];
  const { filesNamed } = entriesByPath(snapshot);
  return steps.value.run
    .filter(({ isCommand, quote }) => !isCommand && /\b(?:run|open|execut|launch|start)/i.test(quote))
    .flatMap(({ path, line, quote }) => {
      const written = TOLD.exec(quote)?.[0];
      if (written === undefined) return [];
      const target = filesNamed.get(fileName(written))?.[0];
      const named = { at: { path, line, quote }, what: 'script', written, task: null, isUsual: false } as const;
      return [{ ...named, target: target ?? written, because: target === undefined ? ('case' as const) : null }];
    });
}

const TOLD = /(?<![\w./-])[\w.-][\w./-]{0,150}\.(?:py|ipynb|R|Rmd|qmd|jl|sh|m)\b/;
