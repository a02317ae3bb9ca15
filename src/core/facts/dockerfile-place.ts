import type { RepositorySnapshot, Snapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { type DockerfileUse, findDockerfileUses } from '../parse/dockerfile-uses.ts';
import { namingFiles } from './naming-files.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { fileName, folderOf, isFile, type Listing, listingOf, pathFrom } from './tree.ts';

/** A line of a file. */
export interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
}

/** Where the judged Dockerfile lies, and how it was found. */
export interface DockerfilePlace {
  readonly entry: TreeEntry;
  /** The line that uses it; null when nothing that was read does, or when it lies at the root, where none is needed. */
  readonly usedBy: SourcePlace | null;
  readonly others: readonly string[];
  /** Texts that may use another one and were not read. */
  readonly unread: readonly UnreadPart[];
}

// Most names are none of these.
const MAYBE = /(?:docker|container)file[^/]{0,61}$/i;
const ALIKE = /^(?:dockerfile(?:[._ -][\w. -]{1,60})?|[\w.-]{1,60}[._-]dockerfile|containerfile)$/i;
// Templates, notes and copies beside a Dockerfile.
const NO_DOCKERFILE =
  /dockerfile[._ -][^/]{1,60}\.txt$|\.(?:dockerignore|md|rst|html?|py|sh|bat|ps1|ya?ml|json|toml|j2|jinja2?|tmpl|template|tpl|in|erb|mustache|orig|bak|old|swp|log|ipynb|pdf|png|lock|patch|diff)$/i;

export const isNamedDockerfile = (path: string): boolean => fileName(path) === 'Dockerfile';

const IN_TEMPLATES = /(?:^|\/)(?:templates?|\{\{[^/]{0,100})\//i;

/** Whether a file is a Dockerfile by its name: `Dockerfile`, `Dockerfile.gpu`, `lab.Dockerfile`; no template of one, no notes on one. */
export const isDockerfileByName = (path: string): boolean =>
  MAYBE.test(path) && ALIKE.test(fileName(path)) && !NO_DOCKERFILE.test(path);

/** Dockerfiles by name, `Dockerfile` itself before names like it, then by path. */
const alike = oncePer((listing: Listing): readonly TreeEntry[] => {
  const named = listing.entries.filter(
    (entry) =>
      isDockerfileByName(entry.path) && !IN_TEMPLATES.test(entry.path) && (isFile(entry) || entry.kind === 'symlink'),
  );
  const rank = ({ path }: TreeEntry) => (isNamedDockerfile(path) ? 0 : 1);
  return named.sort((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1));
});

export const isDevcontainer = ({ path }: TreeEntry) =>
  /^\.devcontainer(?:\/[^/]+)?(?:\/devcontainer)?\.json$/.test(path);

/** The files that may tell which Dockerfile is used. They matter only where several names compete, or the only one is odd. */
export function filesUsingDockerfiles(listing: Listing, repository: RepositorySnapshot | null): readonly TreeEntry[] {
  const found = alike(listing);
  if (found.length === 0 || found.some(({ path }) => path === 'Dockerfile')) return [];
  const devcontainers = listing.entries.filter((entry) => isFile(entry) && isDevcontainer(entry));
  return [...namingFiles(listing, repository).map(({ entry }) => entry), ...devcontainers.slice(0, 2)];
}

/** The judged Dockerfile: `Dockerfile` at the root, else the one that is used, else the first. Null when there is none. */
export const dockerfilePlaceOf = perSnapshot((snapshot: Snapshot): DockerfilePlace | null => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return null;
  const { listing, repository } = reading;
  const found = alike(listing);
  const [first] = found;
  if (first === undefined) return null;
  const others = (chosen: TreeEntry) => found.filter((entry) => entry !== chosen).map(({ path }) => path);
  const atRoot = found.find(({ path }) => path === 'Dockerfile');
  if (atRoot !== undefined) return { entry: atRoot, usedBy: null, others: others(atRoot), unread: [] };
  const unread: UnreadPart[] = [];
  for (const file of filesUsingDockerfiles(listing, repository)) {
    const text = textOf(repository, file);
    if (text.state === 'unread') unread.push(text.part);
    else {
      unread.push(...text.unread);
      for (const use of findDockerfileUses(text.file.text)) {
        const entry = usedEntry(use, folderOf(file.path), found);
        if (entry === null) continue;
        const usedBy = { path: file.path, line: use.line, quote: use.quote };
        return { entry, usedBy, others: others(entry), unread };
      }
    }
  }
  return { entry: first, usedBy: null, others: others(first), unread };
});

/** The one that a use means: seen from the root, from the folder of the text, or as the end of one path only. */
function usedEntry(use: DockerfileUse, folder: string, found: readonly TreeEntry[]): TreeEntry | null {
  const path = use.isFolder ? `${use.path}/Dockerfile` : use.path;
  const places = [pathFrom('', path), pathFrom(folder, path)];
  const exact = found.find((entry) => places.includes(entry.path));
  if (exact !== undefined || use.path === '') return exact ?? null;
  // After a `cd` the way up is told from a folder that is not known.
  const ending = pathFrom('', path.replace(/^(?:\.{1,2}\/)+/, ''));
  const ends = ending === null ? [] : found.filter((entry) => `/${entry.path}`.endsWith(`/${ending}`));
  return ends.length === 1 ? (ends[0] ?? null) : null;
}
