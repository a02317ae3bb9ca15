import type { Fact } from '../model/facts.ts';
import type { RepositorySnapshot, Snapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { type EnvironmentYml, parseEnvironmentYml } from '../parse/environment-yml.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact } from './readme.ts';
import { textOf } from './texts.ts';
import { fileName, isFile, type Listing, listingOf, notAmong, unlistedParts } from './tree.ts';

/** The conda environment file that is judged, parsed; `others` are the further ones, listed. */
export interface CondaEnvironment {
  readonly path: string;
  readonly file: EnvironmentYml;
  readonly others: readonly string[];
}

const EXACT = /^environment\.ya?ml$/;
// Near-misses seen in real repositories; they count only when they hold `dependencies:`.
const NEAR_MISS =
  /^(?:env|enviroment|envrionment|enviorment|conda|conda[_-]env(?:ironment)?|environment[_-][\w-]+)\.ya?ml$/i;

/** Conda environment files by name, the judged one first: named by the README > root > nested, exact names first. */
export function condaEntries(snapshot: Snapshot, listing: Listing): readonly TreeEntry[] {
  const named = new Set(namedByReadme(snapshot));
  const candidates = listing.entries.filter(
    (entry) => (isFile(entry) || entry.kind === 'symlink') && isCandidate(entry, named),
  );
  return candidates.sort((one, other) => rank(one, named) - rank(other, named) || (one.path < other.path ? -1 : 1));
}

const isCandidate = (entry: TreeEntry, named: ReadonlySet<string>): boolean =>
  named.has(entry.path) || EXACT.test(fileName(entry.path)) || NEAR_MISS.test(fileName(entry.path));

function rank(entry: TreeEntry, named: ReadonlySet<string>): number {
  const depth = entry.path.split('/').length - 1;
  return (named.has(entry.path) ? 0 : 1_000) + depth * 10 + (EXACT.test(fileName(entry.path)) ? 0 : 1);
}

const CREATES =
  /\b(?:conda|mamba|micromamba)\s+env\s+(?:create|update)\b[^\n]{0,200}?(?:-f|--file)[=\s]+["']?([^\s"'`]{1,200}\.ya?ml)/gi;

/** The files that the README hands to conda, as paths from the root. */
function namedByReadme(snapshot: Snapshot): readonly string[] {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return [];
  return readme.value.text
    .split('\n')
    .flatMap((line) =>
      [...line.slice(0, 4_000).matchAll(CREATES)].map((match) => (match[1] ?? '').replace(/^\.\//, '')),
    );
}

export const condaEnvironmentFact = perSnapshot((snapshot: Snapshot): Fact<CondaEnvironment> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const found: Omit<CondaEnvironment, 'others'>[] = [];
  const unreadParts: UnreadPart[] = [];
  for (const entry of condaEntries(snapshot, listing)) {
    const one = readEntry(repository, entry);
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
  const value = { path: judged.path, file: judged.file, others: others.map((other) => other.path) };
  return { state: 'present', value, unread: [] };
});

type EntryReading =
  | { readonly state: 'read'; readonly path: string; readonly file: EnvironmentYml }
  | { readonly state: 'unread'; readonly part: UnreadPart }
  | { readonly state: 'not-condas' };

/** One candidate. A file that is larger than we read is an unread part: a half-read list says nothing. */
function readEntry(repository: RepositorySnapshot, entry: TreeEntry): EntryReading {
  const { path } = entry;
  const text = textOf(repository, entry);
  if (text.state === 'unread') return text;
  if (text.file.cut) return { state: 'unread', part: { what: path, kind: 'too-big' } };
  const file = parseEnvironmentYml(text.file.text);
  if (file.beyondLimit !== null)
    return { state: 'unread', part: { what: path, kind: 'too-big', detail: file.beyondLimit } };
  // Below the root the name alone does not make it conda's.
  return EXACT.test(path) || file.hasDependenciesKey ? { state: 'read', path, file } : { state: 'not-condas' };
}
