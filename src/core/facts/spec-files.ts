import type { Snapshot, TreeEntry } from '../model/snapshot.ts';
import { dockerfilePlaceOf, isDockerfileByName } from './dockerfile-place.ts';
import { entriesByPath } from './entries-by-path.ts';
import { type InstalledFile, installedFilesOf, isNamed } from './installed-files.ts';
import { perSnapshot } from './per-snapshot.ts';
import { fileName, folderOf, isFile, listingOf } from './tree.ts';

/** What an environment spec is for. */
export type SpecFamily = 'conda' | 'pip' | 'lock' | 'other' | 'container';

/** A file that declares an environment, by its name. `installedBy` is the command of README or Dockerfile that installs it. */
export interface SpecFile {
  readonly path: string;
  readonly entry: TreeEntry;
  readonly family: SpecFamily;
  readonly installedBy: InstalledFile['by'] | null;
}

const FAMILIES: readonly SpecFamily[] = ['conda', 'pip', 'lock', 'other', 'container'];

export const EXACT_CONDA = /^environment\.ya?ml$/;
// Near-misses seen in real repositories; they count only when they hold `dependencies:`.
const CONDA =
  /^(?:env|environment|enviroment|envrionment|enviorment|environement|conda|conda[_-]env(?:ironment)?|env(?:ironment)?[_.-][\w.-]{1,60}|[\w-]{1,60}[_-]env(?:ironment)?)\.ya?ml$/i;
/** Lists for `conda create --file` have no name of their own: these are tried, and those that a command hands to conda. */
const CONDA_LIST = /^(?:env(?:ironment)?|conda[\w-]{0,40}|spec[_-]?(?:file|list)|explicit[\w-]{0,40})\.txt$/i;
const REQUIREMENTS = /^(?:[\w.]{1,40}[_-])?req\w{1,3}r\w{0,2}m\w{0,4}t\w{0,2}(?:[_.-][\w.-]{1,40})?\.(?:txt|in)$/i;
const PIP = /^(?:pyproject\.toml|Pipfile|setup\.(?:cfg|py))$/;
const LOCK =
  /^(?:pixi\.(?:toml|lock)|conda-lock(?:[\w.-]{0,40})\.ya?ml|[\w-]{0,60}conda[\w-]{0,60}\.lock|uv\.lock|poetry\.lock|pdm\.lock|Pipfile\.lock|renv\.lock|Manifest\.toml|requirements[\w-]{0,40}\.lock)$/;
const OTHER =
  /^(?:(?:install|libraries|packages|dependencies|requirements)[\w-]{0,30}\.R|Project\.toml|apt\.txt|runtime\.txt|postBuild|Gemfile|Cargo\.toml|go\.mod)$/;
/** Files of a build, which name what it needs. */
const BUILD =
  /^(?:pom\.xml|build\.(?:gradle|gradle\.kts|sbt)|(?:flake|shell|default)\.nix|CMakeLists\.txt|conanfile\.(?:txt|py)|vcpkg\.json|composer\.json|stack\.yaml|[\w-]{1,60}\.(?:cabal|csproj|fsproj)|mix\.exs|deps\.edn|project\.clj|pubspec\.yaml|Package\.swift|cpanfile)$/;
const CONTAINER = /^(?:(?:docker-)?compose(?:\.[\w-]{1,30})?\.ya?ml|devcontainer\.json|Singularity|[\w-]{1,60}\.def)$/i;
const MAYBE =
  /(?:\.(?:ya?ml|txt|in|toml|lockb?|cfg|R|json|mod|def|dockerfile|xml|gradle|kts|sbt|nix|cabal|csproj|fsproj|exs|edn|clj)|setup\.py|conanfile\.py|Package\.swift|cpanfile|Pipfile|Gemfile|postBuild|Singularity|DESCRIPTION)$|(?:docker|container)file[^/]{0,61}$/i;
const NODE_LOCK = /^(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/;

/** Every file that declares an environment, the judged one first: named or installed > root > nested, then by family and name. */
export const specFilesOf = perSnapshot((snapshot: Snapshot): readonly SpecFile[] => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return [];
  const { listing } = reading;
  const usesOf = new Map<string, readonly InstalledFile[]>();
  for (const use of installedFilesOf(snapshot)) usesOf.set(use.path, [...(usesOf.get(use.path) ?? []), use]);
  const judged = dockerfilePlaceOf(snapshot)?.entry.path;
  // A listing may hold 100,000 files of data.
  const likely = listing.entries.filter((entry) => MAYBE.test(entry.path) && entry.kind !== 'folder');
  const withNodeLock = new Set(
    likely.filter(({ path }) => NODE_LOCK.test(fileName(path))).map(({ path }) => folderOf(path)),
  );
  return likely
    .filter((entry) => isFile(entry) || entry.kind === 'symlink')
    .flatMap((entry): readonly SpecFile[] => {
      const uses = usesOf.get(entry.path) ?? [];
      const family = familyOf(entry, uses, withNodeLock);
      if (family === null) return [];
      return [{ path: entry.path, entry, family, installedBy: uses.find(isNamed)?.by ?? null }];
    })
    .map((file) => ({ file, rank: rankOf(file, judged) }))
    .sort((one, other) => compare(one.rank, other.rank) || (one.file.path < other.file.path ? -1 : 1))
    .map(({ file }) => file);
});

function familyOf(
  { path }: TreeEntry,
  uses: readonly InstalledFile[],
  withNodeLock: ReadonlySet<string>,
): SpecFamily | null {
  const name = fileName(path);
  // renv's own folder repeats the lock beside it.
  if (/(?:^|\/)renv\//.test(path)) return null;
  if (LOCK.test(name)) return 'lock';
  if (uses.some(({ tool }) => tool === 'conda') && /\.(?:ya?ml|txt)$/i.test(name)) return 'conda';
  if (EXACT_CONDA.test(name) || CONDA.test(name) || CONDA_LIST.test(name)) return 'conda';
  if (REQUIREMENTS.test(name) || PIP.test(name) || /(?:^|\/)requirements\/[\w.-]{1,80}\.txt$/.test(path)) return 'pip';
  if (uses.some(({ tool }) => tool === 'pip') && /\.(?:txt|lock)$/i.test(name)) return 'pip';
  if (OTHER.test(name) || BUILD.test(name) || path === 'DESCRIPTION') return 'other';
  if (name === 'package.json') return withNodeLock.has(folderOf(path)) ? 'other' : null;
  return CONTAINER.test(name) || isDockerfileByName(path) ? 'container' : null;
}

/** Files for developers, tests and documentation come after those for everybody. */
const ASIDE = /(?:^|[/_.-])(?:dev|tests?|docs?|lint|ci)(?:[/_.-])/i;

/** Containers come last whatever names them, the judged Dockerfile before others, and a lock after what it was made from: both say what another file asks for. */
function rankOf({ path, family, installedBy }: SpecFile, dockerfile: string | undefined): readonly number[] {
  const depth = path.split('/').length - 1;
  const isLock = family === 'lock' && !path.endsWith('pixi.toml');
  const isUsed = path === dockerfile || (installedBy !== null && !isLock);
  const place = isUsed ? 0 : depth === 0 ? 1 : 2;
  return [
    family === 'container' ? 1 : 0,
    ASIDE.test(path) ? 1 : 0,
    place,
    FAMILIES.indexOf(family),
    rankOfName(fileName(path)),
    depth,
  ];
}

const NAMES = [
  /^environment\.yml$|^requirements\.txt$|^pixi\.toml$|^Dockerfile$/,
  EXACT_CONDA,
  CONDA,
  /\.(?:txt|in|ya?ml)$/,
  /^pyproject\.toml$/,
  /^Pipfile$/,
];

function rankOfName(name: string): number {
  const index = NAMES.findIndex((form) => form.test(name));
  return index === -1 ? NAMES.length : index;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((rank, place) => rank !== other[place]);
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

/** The lock that stands beside a spec and holds what it names, or null. */
export function lockBeside(path: string, snapshot: Snapshot): string | null {
  const name = fileName(path);
  const form = LOCKS.find(([of]) => of.test(name))?.[1];
  if (form === undefined) return null;
  const folder = folderOf(path);
  for (const [lock, places] of entriesByPath(snapshot).filesNamed) {
    if (!form.test(lock)) continue;
    const found = places.find((place) => folderOf(place) === folder);
    if (found !== undefined) return found;
  }
  return null;
}

const LOCKS: readonly (readonly [RegExp, RegExp])[] = [
  [/^pyproject\.toml$/, /^(?:uv|poetry|pdm|pixi|requirements)\.lock$/],
  [/^pixi\.toml$/, /^pixi\.lock$/],
  [/^Pipfile$/, /^Pipfile\.lock$/],
  [/^package\.json$/, NODE_LOCK],
  [/^(?:DESCRIPTION|[\w-]{1,60}\.R)$/, /^renv\.lock$/],
  [/^Project\.toml$/, /^Manifest\.toml$/],
  [/^Gemfile$/, /^Gemfile\.lock$/],
  [/^Cargo\.toml$/, /^Cargo\.lock$/],
  [/^go\.mod$/, /^go\.sum$/],
  [/\.ya?ml$/, /^(?:conda-lock(?:[\w.-]{0,40})\.ya?ml|[\w-]{0,60}conda[\w-]{0,60}\.lock)$/],
  [/^requirements\.(?:txt|in)$/, /^(?:uv\.lock|requirements\.lock)$/],
];
