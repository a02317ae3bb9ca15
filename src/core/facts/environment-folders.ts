import type { Tree } from '../model/snapshot.ts';
import { outermostAbove } from './outermost-folders.ts';
import { oncePer } from './per-snapshot.ts';

/** A folder that an installer made, with the file in it that shows what it is ("" where its name does). */
export interface EnvironmentFolder {
  readonly path: string;
  readonly kind: 'a virtual environment' | 'a conda environment' | 'installed packages' | 'installed R packages';
  readonly mark: string;
  /** Files below it, as far as they are listed. */
  readonly files: number;
}

type Mark = Omit<EnvironmentFolder, 'files'>;

// Most entries end in none of these.
const MAY_MARK =
  /(?:^|\/)(?:node_modules|site-packages|pyvenv\.cfg|activate|conda-meta\/history|Meta\/package\.rds)(?:\/|$)/;
const FORMS: readonly (readonly [EnvironmentFolder['kind'], RegExp])[] = [
  ['a virtual environment', /^(.+?)\/([Ll]ib(?:64)?\/(?:python[\d.]{1,6}\/)?site-packages)(?:\/|$)/],
  ['installed packages', /^((?:.+?\/)?(?:node_modules|site-packages))()(?:\/|$)/],
  ['a virtual environment', /^(.+)\/(pyvenv\.cfg)$/],
  ['a virtual environment', /^(.+)\/((?:bin|Scripts)\/activate)$/],
  ['a conda environment', /^(.+)\/(conda-meta\/history)$/],
];
/** What tests are fed with is nobody's environment. */
const FED_TO_TESTS = /(?:^|\/)(?:_*fixtures?_*|test-?data|testcases)\//i;

/** The folders of a tree that installers made, the outermost alone, in the order of paths. */
export const environmentFoldersOf = oncePer(({ entries, unreadFolders }: Tree): readonly EnvironmentFolder[] => {
  const candidates = [...entries.map(({ path }) => path), ...unreadFolders].filter((path) => MAY_MARK.test(path));
  if (candidates.length === 0) return [];
  const paths = new Set(candidates.some((path) => path.endsWith('/activate')) ? entries.map(({ path }) => path) : []);
  const marks: Mark[] = [];
  // Most of them lie in the one that was found last.
  let inside = '/';
  for (const path of candidates) {
    if (path.startsWith(inside) || FED_TO_TESTS.test(path)) continue;
    const mark = markOf(path, paths);
    if (mark === null) continue;
    marks.push(mark);
    inside = `${mark.path}/`;
  }
  return counted(marks, entries);
});

const R_PACKAGE = '/Meta/package.rds';

function markOf(path: string, paths: ReadonlySet<string>): Mark | null {
  if (path.endsWith(R_PACKAGE)) {
    const folder = /^(?:.+?\/)?library(?=\/)/.exec(path)?.[0] ?? path.slice(0, -R_PACKAGE.length);
    return { path: folder, kind: 'installed R packages', mark: path.slice(folder.length + 1) };
  }
  for (const [kind, form] of FORMS) {
    const [, folder, mark = ''] = form.exec(path) ?? [];
    if (folder !== undefined && (!mark.endsWith('/activate') || hasActivation(path, paths)))
      return { path: folder, kind, mark };
  }
  return null;
}

/** `bin/activate` is also what projects call scripts of their own: an environment has one for each shell. */
const hasActivation = (path: string, paths: ReadonlySet<string>): boolean =>
  ['.csh', '.fish', '.bat', '_this.py'].some((ending) => paths.has(`${path}${ending}`));

/** The outermost folders alone, with how many files lie in each. */
function counted(marks: readonly Mark[], entries: Tree['entries']): readonly EnvironmentFolder[] {
  const byPath = new Map(marks.map((mark) => [mark.path, { ...mark, files: 0 }]));
  const above = outermostAbove(byPath.keys());
  let [inside, found]: [string, { files: number } | undefined] = ['/', undefined];
  for (const { path, kind } of entries) {
    if (kind === 'folder') continue;
    if (!path.startsWith(inside)) {
      const folder = above(path);
      inside = folder === null ? '/' : `${folder}/`;
      found = byPath.get(folder ?? '');
    }
    if (found !== undefined) found.files++;
  }
  return [...byPath.values()]
    .filter(({ path }) => above(`${path}/`) === path)
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}
