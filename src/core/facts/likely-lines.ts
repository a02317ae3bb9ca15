import { formatImageReference } from '../model/image-reference.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { BUILT_SOURCE as COMPILED, INTERPRETED_SOURCE as SOURCE } from '../tables/source-languages.ts';
import type { OwnNames } from './command-purpose.ts';
import { condaEntries, readCondaEntry } from './conda-environment.ts';
import { imageCandidatesOf } from './image-candidates.ts';
import { ownNamesOf } from './own-names.ts';
import { perSnapshot } from './per-snapshot.ts';
import { isFile, listingOf } from './tree.ts';

/** The lines a README most likely lacks. */
export interface LikelyLines {
  readonly hasSource: boolean;
  /** Whether its code needs an environment; 'unknown' for languages of which Reprise knows no command that installs. */
  readonly needsEnvironment: boolean | 'unknown';
  readonly runLine: string | null;
  readonly environmentLine: string | null;
  /** What follows on the environment's line, where the file tells its name. */
  readonly activateLine: string | null;
  /** What pulls the image that the repository names as its own. */
  readonly imageLine: string | null;
  readonly entries: number;
}

const RUNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:run|main)\.py$/i, 'python '],
  [/^(?:run|main)\.R$/i, 'Rscript '],
  [/^(?:run|main)\.sh$/i, 'bash '],
  [/^(?:GNUm|[mM])akefile$/, 'make'],
  [/^Snakefile$/, 'snakemake --cores 1'],
  [/^(?:src\/)?(?:run|main|train|app)\.py$/i, 'python '],
  [/^[^/]+\.ipynb$/, 'jupyter lab '],
  [/^[^/]+\.py$/, 'python '],
  [/^[^/]+\.R$/i, 'Rscript '],
  [/^(?:notebooks?|analysis|src)\/[^/]+\.ipynb$/i, 'jupyter lab '],
];
const NO_START = /^(?:setup|conftest|config|conf|utils?|helpers?|constants|__init__|install|libraries)\.(?:py|R)$/i;
const ENVIRONMENTS: readonly (readonly [RegExp, string])[] = [
  [/^environment\.ya?ml$/, 'conda env create -f '],
  [/^(?:env|enviroment|conda)\.ya?ml$/, 'conda env create -f '],
  [/^uv\.lock$/, 'uv sync'],
  [/^poetry\.lock$/, 'poetry install'],
  [/^pixi\.(?:toml|lock)$/, 'pixi install'],
  [/^Pipfile(?:\.lock)?$/, 'pipenv install'],
  [/^requirements\.txt$/, 'pip install -r '],
  [/^(?:[^/]+\/)?[\w-]*requirements[\w-]*\.txt$/, 'pip install -r '],
  [/^renv\.lock$/, 'Rscript -e "renv::restore()"'],
  [/^(?:install|libraries)\.R$/, 'Rscript '],
  [/^(?:[^/]+\/){0,2}environment\.ya?ml$/, 'conda env create -f '],
  [/^(?:pyproject\.toml|setup\.py)$/, 'pip install .'],
  [/^package-lock\.json$/, 'npm ci'],
  [/^Dockerfile$/, 'docker build --tag project .'],
];

/** What would run the project and recreate its environment, by the names of its files. */
export const likelyLines = perSnapshot((snapshot: Snapshot): LikelyLines => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read')
    return {
      hasSource: true,
      needsEnvironment: true,
      runLine: null,
      environmentLine: null,
      activateLine: null,
      imageLine: null,
      entries: 0,
    };
  const paths = reading.listing.entries.filter(isFile).map(({ path }) => path);
  // No form lies deeper than two folders.
  const near = paths.filter((path) => /^(?:[^/]+\/){0,2}[^/]+$/.test(path));
  const first = (table: typeof RUNS, never?: RegExp): string | null => {
    for (const [form, line] of table) {
      const path = near.find((one) => form.test(one) && never?.test(one) !== true);
      // A line that ends in a blank takes the file's path.
      if (path !== undefined) return line.endsWith(' ') ? `${line}${/[^\w./-]/.test(path) ? `"${path}"` : path}` : line;
    }
    return null;
  };
  const environmentLine = first(ENVIRONMENTS);
  const sources = paths.filter((path) => SOURCE.test(path) || COMPILED.test(path));
  return {
    hasSource: reading.listing.unreadFolders.length > 0 || sources.length > 0,
    needsEnvironment: needsEnvironment(
      sources.filter((path) => !/\.tex$/i.test(path)),
      ownNamesOf(snapshot),
    ),
    runLine: first(RUNS, NO_START),
    environmentLine,
    activateLine: activateLineOf(environmentLine, snapshot),
    imageLine: imageLineOf(snapshot),
    entries: reading.listing.total,
  };
});

/** `conda activate NAME` by the name in the file that conda is given. */
function activateLineOf(line: string | null, snapshot: Snapshot): string | null {
  const { repository } = snapshot;
  const path = /^conda env create -f "?([^"]+)"?$/.exec(line ?? '')?.[1];
  const entry = condaEntries(snapshot).find((one) => one.path === path);
  if (repository === null || entry === undefined) return null;
  const read = readCondaEntry(repository, entry);
  const name = read.state === 'read' ? read.file.name : null;
  return name !== null && /^[\w.-]{1,80}$/.test(name) ? `conda activate ${name}` : null;
}

function imageLineOf(snapshot: Snapshot): string | null {
  const claimed = imageCandidatesOf(snapshot).candidates.find((one) => one.origin === 'named');
  return claimed === undefined ? null : `docker pull ${formatImageReference(claimed.reference)}`;
}

/** Nobody installs packages for text to set and for pages; MATLAB, Stata and SAS have no command for it that is known. */
function needsEnvironment(sources: readonly string[], { isWebPage }: OwnNames): boolean | 'unknown' {
  if (sources.length === 0 || isWebPage) return false;
  return sources.every((path) => /\.(?:m|do|sas)$/i.test(path)) ? 'unknown' : true;
}
