import type { Fact } from '../model/facts.ts';
import { limits } from '../model/limits.ts';
import type { RepositorySnapshot, Snapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { EnvironmentYml } from '../parse/environment-yml.ts';
import { environmentYmlIn } from './parsed-specs.ts';
import { perSnapshot } from './per-snapshot.ts';
import { unreadReadme } from './readme.ts';
import { EXACT_CONDA, type SpecFile, specFilesOf } from './spec-files.ts';
import { textOf } from './texts.ts';
import { listingOf, notAmong, unlistedParts } from './tree.ts';

/** The conda environment file that is judged, parsed; `others` are the further ones, listed. */
export interface CondaEnvironment {
  readonly path: string;
  readonly file: EnvironmentYml;
  readonly others: readonly string[];
  /** The command of README or Dockerfile that installs it. */
  readonly installedBy: SpecFile['installedBy'];
  /** All entries of the listing, for evidence of a file's name. */
  readonly entries: number;
}

/** Conda environment files by name, the judged one first: installed by README or Dockerfile > root > nested, exact names first. */
export const condaEntries = (snapshot: Snapshot): readonly TreeEntry[] =>
  specFilesOf(snapshot)
    .filter(({ family, path }) => family === 'conda' && /\.ya?ml$/i.test(path))
    .map(({ entry }) => entry);

export const condaEnvironmentFact = perSnapshot((snapshot: Snapshot): Fact<CondaEnvironment> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const found: Pick<CondaEnvironment, 'path' | 'file'>[] = [];
  const unreadParts: UnreadPart[] = [];
  for (const entry of condaEntries(snapshot)) {
    const one = readCondaEntry(repository, entry);
    // What comes after the judged file changes nothing.
    if (one.state === 'read') found.push(one);
    else if (one.state === 'unread' && found.length === 0) unreadParts.push(one.part);
  }
  const [judged, ...others] = found;
  const [firstPart, ...moreParts] = unreadParts;
  if (firstPart !== undefined) return { state: 'unread', unread: [firstPart, ...moreParts] };
  if (judged === undefined)
    return {
      state: 'absent',
      summary: 'There is no conda environment file.',
      lookedFor: [notAmong('environment.yml or a similar name', listing)],
      unread: unlistedParts(listing),
    };
  const value = {
    path: judged.path,
    file: judged.file,
    others: others.map((other) => other.path),
    installedBy: specFilesOf(snapshot).find(({ path }) => path === judged.path)?.installedBy ?? null,
    entries: listing.total,
  };
  // A README that was not read may name this file, or another one.
  const isPlain = judged.path === 'environment.yml' && others.length === 0;
  return { state: 'present', value, unread: isPlain ? [] : unreadReadme(snapshot) };
});

export type EntryReading =
  | { readonly state: 'read'; readonly path: string; readonly file: EnvironmentYml }
  | { readonly state: 'unread'; readonly part: UnreadPart }
  | { readonly state: 'not-condas' };

/** One candidate. A file that is larger than we read is an unread part: a half-read list says nothing. */
export function readCondaEntry(repository: RepositorySnapshot, entry: TreeEntry): EntryReading {
  const { path } = entry;
  const text = textOf(repository, entry);
  if (text.state === 'unread') return text;
  if (text.file.cut)
    return { state: 'unread', part: { what: path, kind: 'too-big', detail: limits.environmentBytes.sentence } };
  const file = environmentYmlIn(text.file);
  if (file.beyondLimit !== null)
    return { state: 'unread', part: { what: path, kind: 'too-big', detail: file.beyondLimit } };
  // Below the root the name alone does not make it conda's.
  return EXACT_CONDA.test(path) || file.hasDependenciesKey ? { state: 'read', path, file } : { state: 'not-condas' };
}
