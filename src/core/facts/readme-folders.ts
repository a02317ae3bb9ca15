import type { Snapshot, TreeEntry } from '../model/snapshot.ts';
import { treeByPath } from './entries-by-path.ts';
import { clonedFolder } from './made-files.ts';
import { perSnapshot } from './per-snapshot.ts';
import { fileName, folderOf, pathFrom } from './tree.ts';

/** Where a reader stands who follows the commands of a document. */
export interface Folders {
  /** A heading leads back to the root; a new fence of a section may. */
  readonly enter: (section: string, block: number) => void;
  readonly here: () => string | null;
  readonly others: () => readonly string[];
  readonly goTo: (folder: string | null) => void;
  /** Goes to a folder that words tell, where the repository has it. */
  readonly goToTold: (path: string) => void;
  /** Goes where a command leads. Gives the folder as written when the repository has none such, else null. */
  readonly follow: (words: readonly string[], isMade: (path: string) => boolean) => string | null;
}

/** Every path of the listing, also those that no check looks into, and every folder above them. */
export interface WholeTree {
  readonly files: ReadonlyMap<string, TreeEntry>;
  readonly folders: ReadonlySet<string>;
  /** The last parts of the folders, as loosely as people write them. */
  readonly looseNames: ReadonlySet<string>;
}

export const wholeTreeOf = perSnapshot((snapshot: Snapshot): WholeTree => {
  const tree = snapshot.repository?.tree;
  const entries = tree?.state === 'read' ? tree.value.entries : [];
  const folders = new Set<string>(['']);
  let last = '/';
  for (const { path, kind } of entries) {
    if (kind === 'folder') folders.add(path);
    // Most files follow another one of their folder.
    if (path.lastIndexOf('/') === last.length && path.startsWith(last)) continue;
    last = folderOf(path);
    for (let folder = last; !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  const looseNames = new Set([...folders].map((folder) => loose(fileName(folder))));
  const files = tree?.state === 'read' ? treeByPath(tree.value) : new Map<string, TreeEntry>();
  return { files, folders, looseNames };
});

/** Names of one project that people write in several ways: `My_Project`, `my-project`. */
const loose = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '');

/** Enough to find a file again; each is looked through. */
const MOST_VISITED = 8;

/** A word that stands in for a name: `<name>`, `path/to`, `$DIR`, `your-folder`. */
export const isStandIn = (word: string): boolean =>
  /[<>{}[\]$*?|…%]|\.\.\.|path[/_-]?to|to[/_-]path|\byour|(?:^|[/_.-])(?:my|your|some|the)[_-]|\bxx+\b|name[_-]of|(?:^|\/)(?:folder|file|dir|directory|repo|repository|project|script|module|notebook)(?:[_-]?(?:name|path|dir|folder|directory|root))?(?:\.\w{1,5})?\/?$|\b(?:file|script|folder|repo|repository|project|environment|env|config)[_-]?name\b/i.test(
    word,
  );

/** A path that is none of the repository: an address, the home folder, an absolute one, a drive. */
export const isElsewhere = (word: string): boolean =>
  /^(?:[~/\\]|[A-Za-z]:|[a-z]{2,10}:\/\/|git@|git\+)|:\/\//.test(word);

/** Folders as a reader of a document that lies in `own` has them. */
export function startingFolders(snapshot: Snapshot, own: string): Folders {
  const tree = wholeTreeOf(snapshot);
  const head = snapshot.repository?.head;
  const names = [snapshot.subject.repository?.name, head?.state === 'read' ? head.value.name : undefined];
  const ownNames = new Set(names.flatMap((name) => (name === undefined ? [] : [loose(name)])));
  const owner = snapshot.subject.repository?.owner.toLowerCase() ?? '';
  let here: string | null = '';
  let [section, block] = ['', -1];
  let isNewBlock = false;
  let isCloned = false;
  const stack: (string | null)[] = [];
  const visited = new Set<string>();
  const others = () => [
    ...(own === '' ? [] : [own]),
    ...(isNewBlock ? [''] : []),
    '',
    ...[...visited].slice(-MOST_VISITED),
  ];
  const goTo = (folder: string | null) => {
    here = folder;
    if (folder !== null && folder !== '') visited.add(folder);
    return null;
  };
  /** The folder of the repository that a path leads to, from here or from where one may stand as well. */
  const found = (path: string): string | null => {
    for (const from of here === null ? [] : [here, ...others()]) {
      const folder = pathFrom(from, path);
      if (folder !== null && tree.folders.has(folder)) return folder;
    }
    return null;
  };
  const goToTold = (path: string) => {
    const parts = path.split('/');
    const end = parts.slice(parts.findLastIndex((part) => ownNames.has(loose(part))) + 1).join('/');
    const exact = found(path) ?? found(end);
    const [only, ...more] =
      exact === null && end !== '' ? [...tree.folders].filter((one) => one.endsWith(`/${end}`)) : [];
    if (exact !== null) goTo(exact);
    else if (only !== undefined && more.length === 0) goTo(only);
  };
  const change = (target: string, isMade: (path: string) => boolean): string | null => {
    const path = target.replace(/\/+$/, '');
    const parts = path.split('/');
    const at = parts.findLastIndex((part) => ownNames.has(loose(part)));
    if (target === '-' || path === '.') return null;
    const exact = isElsewhere(path) ? null : found(path);
    if (exact !== null) return goTo(exact);
    if (at !== -1) {
      const inside = parts.slice(at + 1).join('/');
      goTo(tree.folders.has(inside) ? inside : null);
      return tree.folders.has(inside) || isStandIn(inside) || isMade(inside) ? null : inside;
    }
    if (isStandIn(path)) {
      const known = parts
        .map((_part, index) => parts.slice(index + 1).join('/'))
        .find((end) => end !== '' && tree.folders.has(end));
      const isProject = isStandIn(parts.at(-1) ?? '') && (isCloned || /(?:repo|project|clon)[^/]*$/i.test(path));
      return goTo(known ?? (isProject ? '' : null));
    }
    const isOutside = isElsewhere(path) || path === '' || here === null || pathFrom(here, path) === null;
    const isOthers = isMade(path) || isMade(parts[0] ?? '') || isSubmodule(pathFrom(here ?? '', path) ?? '', tree);
    if (isOutside || isOthers) return goTo(null);
    goTo(null);
    // A name that nothing here is like may be another project's, or this one's before it was renamed.
    return tree.looseNames.has(loose(parts[0] ?? '')) ? path : null;
  };
  return {
    enter: (nextSection, nextBlock) => {
      if (nextSection !== section) [here, isNewBlock] = ['', false];
      else isNewBlock ||= nextBlock !== block;
      [section, block] = [nextSection, nextBlock];
    },
    here: () => here,
    others,
    goTo,
    goToTold,
    follow: (words, isMade) => {
      const [program = '', first = ''] = words;
      if (program === 'popd') return goTo(stack.pop() ?? null);
      if (program === 'pushd') stack.push(here);
      if (/^(?:cd|pushd|chdir|Set-Location|%cd)$/.test(program))
        return change(words.slice(1).find((word) => !/^(?:-[LP]|\/d|--)$/.test(word)) ?? '', isMade);
      if (program === 'git' && first === 'clone') {
        const name = clonedFolder(words.slice(2));
        const isOwn =
          isStandIn(name) ||
          (!isCloned && owner !== '' && words.some((word) => word.toLowerCase().includes(`${owner}/`)));
        isCloned = true;
        if (isOwn && loose(name) !== '') ownNames.add(loose(name));
        // What was cloned lies beside where the reader stands, wherever that is.
        return ownNames.has(loose(name)) && here === null ? goTo('') : null;
      }
      return entersContainer(words) ? goTo(null) : null;
    },
  };
}

/** Whether a path lies in another repository, or behind a link. */
export function isSubmodule(path: string, { files }: WholeTree): boolean {
  for (let above = path; above !== ''; above = folderOf(above)) {
    const kind = files.get(above)?.kind;
    if (kind === 'submodule' || kind === 'symlink') return true;
  }
  return false;
}

const SHELL = /(?:^|\/)(?:ba|z)?sh$/;

/** Whether a command opens a shell in a container or on another machine. */
function entersContainer([program = '', first = '', ...rest]: readonly string[]): boolean {
  const isShell = SHELL.test(rest.at(-1) ?? '');
  if (/^(?:docker|podman)$/.test(program) && first === 'run')
    return isShell || rest.some((word) => /^-\w{0,3}t/.test(word));
  if (/^(?:docker|podman)(?:-compose)?$/.test(program)) return isShell || /^(?:exec|attach)$/.test(first);
  return /^(?:singularity|apptainer|vagrant|kubectl)$/.test(program) && /^(?:shell|ssh|exec)$/.test(first);
}
