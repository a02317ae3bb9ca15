import type { Fact } from '../model/facts.ts';
import type { RepositorySnapshot, Snapshot, TreeEntry } from '../model/snapshot.ts';
import { textAt } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { makeTargets, npmScripts } from '../parse/build-tasks.ts';
import { isIgnored } from '../parse/ignored-paths.ts';
import { filesOf, type NamedFile } from './command-files.ts';
import { ANYTHING } from './made-files.ts';
import { type NearestPath, nearestPath } from './nearest-path.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact } from './readme.ts';
import { type ReadmeCommand, readmeCommandsOf } from './readme-commands.ts';
import { isElsewhere, isStandIn, isSubmodule, type WholeTree, wholeTreeOf } from './readme-folders.ts';
import { readmeStepsFact } from './readme-steps.ts';
import { fileName, isFile, listingOf, pathFrom, unlistedParts } from './tree.ts';

/** What the commands of the README run or read as source. */
export interface ReadmeFiles {
  /** What is there. */
  readonly there: readonly Named[];
  /** What is not, where the command is one to type. */
  readonly missing: readonly Missing[];
  /** What may be there all the same, with the reason why it is not counted. */
  readonly doubtful: readonly (Named & { readonly because: 'sentence' | 'folder' | 'ignored' | 'config' })[];
  /** The places where something may still be. */
  readonly unlisted: readonly UnreadPart[];
  readonly entries: number;
}

export interface Named {
  readonly at: Pick<ReadmeCommand, 'path' | 'line' | 'quote'>;
  readonly what: NamedFile['what'] | 'folder';
  readonly written: string;
  /** The path from the root: that which is there, or would be. */
  readonly target: string;
  readonly task: string | null;
}

export interface Missing extends Named {
  readonly nearest: NearestPath | null;
}

export const readmeFilesFact = perSnapshot((snapshot: Snapshot): Fact<ReadmeFiles> => {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return readme;
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const { there, missing, doubtful } = sortedOf(snapshot);
  const ignored = textAt(repository, '.gitignore');
  const gitignore = ignored?.state === 'read' ? ignored.value.text : '';
  const paths = listing.entries.filter(isFile).map(({ path }) => path);
  const { folders } = wholeTreeOf(snapshot);
  const faults: Missing[] = [];
  for (const named of missing.slice(0, MOST)) {
    if (isIgnored(gitignore, named.target)) doubtful.push({ ...named, because: 'ignored' });
    else {
      const nearest = named.task === null ? nearestPath(named.target, named.what === 'folder' ? folders : paths) : null;
      faults.push({ ...named, nearest });
    }
  }
  const value = { there, missing: faults, doubtful, unlisted: unlistedParts(listing), entries: listing.total };
  const steps = readmeStepsFact(snapshot);
  return { state: 'present', value, unread: steps.state === 'present' ? readme.unread : [] };
});

/** Enough for a reader; each is looked for among all files. */
const MOST = 20;

/** The texts that tell of what is named: build files with the tasks they define, and .gitignore where something is not there. */
export function readmeFileEntries(snapshot: Snapshot): readonly TreeEntry[] {
  if (readmeFact(snapshot).state !== 'present' || listingOf(snapshot).state !== 'read') return [];
  const { there, missing } = sortedOf(snapshot);
  const { files } = wholeTreeOf(snapshot);
  const asked = [
    ...[...new Set([...there, ...missing].filter(({ task }) => task !== null).map(({ target }) => target))].slice(0, 3),
    ...(missing.length > 0 ? ['.gitignore'] : []),
  ];
  return asked.flatMap((path) => files.get(path) ?? []);
}

interface Sorted {
  readonly there: Named[];
  readonly missing: Named[];
  readonly doubtful: ReadmeFiles['doubtful'][number][];
}

const sortedOf = perSnapshot((snapshot: Snapshot): Sorted => {
  const sorted: Sorted = { there: [], missing: [], doubtful: [] };
  const tree = wholeTreeOf(snapshot);
  for (const command of readmeCommandsOf(snapshot)) {
    const at = { path: command.path, line: command.line, quote: command.quote };
    const { missingFolder } = command;
    if (missingFolder !== null) {
      const named = {
        at,
        what: 'folder',
        written: missingFolder,
        target: pathFrom(command.folder ?? '', missingFolder) ?? missingFolder,
        task: null,
      } as const;
      if (command.isExplicit) sorted.missing.push(named);
      else sorted.doubtful.push({ ...named, because: 'sentence' });
    }
    if (command.folder !== null)
      for (const named of filesOf(command.words)) sort(named, command, snapshot, tree, sorted);
  }
  return sorted;
});

function sort(file: NamedFile, command: ReadmeCommand, snapshot: Snapshot, tree: WholeTree, sorted: Sorted): void {
  const written = file.written.replace(/[.,;:)]+$/, '') || '.';
  if (isStandIn(written) || isElsewhere(written) || /\s/.test(written) || /^https?:/.test(command.words[0] ?? ''))
    return;
  const { path, line, quote, folder } = command;
  const at = { path, line, quote };
  const paths = file.paths.map((one) => (one === file.written ? written : one));
  const placed = placedIn(folder ?? '', paths, tree);
  const named = {
    at,
    what: file.what,
    written,
    target: pathFrom(folder ?? '', paths[0] ?? '') ?? written,
    task: file.task,
  };
  if (placed !== null) {
    const found = { ...named, target: placed };
    (lacksTask(found, snapshot.repository) ? sorted.missing : sorted.there).push(found);
    return;
  }
  const elsewhere = command.otherFolders.map((other) => placedIn(other, paths, tree)).find((one) => one !== null);
  if (elsewhere !== undefined) sorted.doubtful.push({ ...named, target: elsewhere, because: 'folder' });
  else if (isMade(named, command, tree) || (file.what === 'module' && !isOwnModule(written, command, tree))) return;
  else if (!command.isExplicit) sorted.doubtful.push({ ...named, because: 'sentence' });
  else if (file.what === 'config' && endsSo(written, tree)) sorted.doubtful.push({ ...named, because: 'config' });
  else sorted.missing.push(named);
}

/** The first of the paths that is there, seen from a folder; a link and another repository hold whatever is named in them. */
function placedIn(folder: string, paths: readonly string[], tree: WholeTree): string | null {
  for (const path of paths) {
    const target = pathFrom(folder, path);
    if (target === null) return path;
    if (tree.files.has(target) || tree.folders.has(target) || isSubmodule(target, tree)) return target;
  }
  return null;
}

const endsSo = (written: string, { files }: WholeTree): boolean => {
  for (const path of files.keys()) if (path.endsWith(`/${written.replace(/^(?:\.\/)+/, '')}`)) return true;
  return false;
};

/** What a command before made, or holds what was unpacked. */
function isMade({ written, target }: Named, { made }: ReadmeCommand, { folders }: WholeTree): boolean {
  if (made.size === 0) return false;
  const isUnpacked = made.has(ANYTHING) && target.includes('/') && !folders.has(target.split('/')[0] ?? '');
  if (isUnpacked || made.has('.')) return true;
  return [written.replace(/^\.\//, ''), target].some((path) => {
    const parts = path.split('/');
    return made.has(fileName(path)) || parts.some((_part, index) => made.has(parts.slice(0, index + 1).join('/')));
  });
}

/** A module is the repository's own where its first part is a folder or file of it, and no file ends as its path does. */
function isOwnModule(module: string, { folder, otherFolders }: ReadmeCommand, tree: WholeTree): boolean {
  const [first = ''] = module.split('.');
  const path = module.replaceAll('.', '/');
  if (['.py', '/__main__.py', '/__init__.py'].some((end) => endsSo(`${path}${end}`, tree)) || /\.py$/.test(module))
    return false;
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
