import type { Tree } from '../model/snapshot.ts';
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
  ['installed R packages', /^((?:.+?\/)?library)\/(.+\/Meta\/package\.rds)$/],
  ['installed R packages', /^(.+)\/(Meta\/package\.rds)$/],
];
/** What tests are fed with is nobody's environment. */
const FED_TO_TESTS = /(?:^|\/)(?:_*fixtures?_*|test-?data|testcases)\//i;

/** The folders of a tree that installers made, the outermost alone, in the order of paths. */
export const environmentFoldersOf = oncePer(({ entries, unreadFolders }: Tree): readonly EnvironmentFolder[] => {
  const candidates = [...entries.map(({ path }) => path), ...unreadFolders].filter((path) => MAY_MARK.test(path));
  if (candidates.length === 0) return [];
  const paths = new Set(candidates.some((path) => path.endsWith('/activate')) ? entries.map(({ path }) => path) : []);
  const marks: Mark[] = [];
  for (const path of candidates) {
    const last = marks.at(-1);
    if (FED_TO_TESTS.test(path) || (last !== undefined && path.startsWith(`${last.path}/`))) continue;
    const mark = markOf(path, paths);
    if (mark !== null) marks.push(mark);
  }
  return counted(outermost(marks), entries);
});

function markOf(path: string, paths: ReadonlySet<string>): Mark | null {
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

/** In the order of `path/`, what lies in a folder follows it. */
function outermost(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.toSorted((one, other) => (`${one.path}/` < `${other.path}/` ? -1 : 1))) {
    const last = kept.at(-1);
    if (last === undefined || !`${mark.path}/`.startsWith(`${last.path}/`)) kept.push(mark);
  }
  return kept;
}

function counted(marks: readonly Mark[], entries: Tree['entries']): readonly EnvironmentFolder[] {
  const counts = new Map(marks.map(({ path }) => [path, 0]));
  for (const { path, kind } of entries) {
    if (kind === 'folder') continue;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const count = counts.get(folder);
      if (count !== undefined) counts.set(folder, count + 1);
    }
  }
  return marks.map((mark) => ({ ...mark, files: counts.get(mark.path) ?? 0 }));
}
