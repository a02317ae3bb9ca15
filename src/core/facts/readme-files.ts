import type { Fact } from '../model/facts.ts';
import type { Snapshot, TreeEntry } from '../model/snapshot.ts';
import { textAt } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { isIgnored } from '../parse/ignored-paths.ts';
import { type NearestPath, nearestPath } from './nearest-path.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact } from './readme.ts';
import type { Doubt, Named } from './readme-doubts.ts';
import { wholeTreeOf } from './readme-folders.ts';
import { readmeStepsFact } from './readme-steps.ts';
import { sortedFilesOf } from './sorted-files.ts';
import { isFile, listingOf, unlistedParts } from './tree.ts';

/** What the commands of the README run or read as source. */
export interface ReadmeFiles {
  /** What is there. */
  readonly there: readonly Named[];
  /** What is not, where the command is one to type. */
  readonly missing: readonly Missing[];
  /** What may be there all the same, with the reason why it is not counted. */
  readonly doubtful: readonly (Named & { readonly because: Doubt })[];
  /** The places where something may still be. */
  readonly unlisted: readonly UnreadPart[];
  readonly entries: number;
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
  const { there, missing, doubtful } = sortedFilesOf(snapshot);
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
  // One fault is told once.
  const lines = new Set(faults.map(({ at }) => at.line));
  const others = doubtful.filter(({ at, because }) => because !== 'case' || !lines.has(at.line));
  const value = { there, missing: faults, doubtful: others, unlisted: unlistedParts(listing), entries: listing.total };
  const steps = readmeStepsFact(snapshot);
  return { state: 'present', value, unread: steps.state === 'present' ? readme.unread : [] };
});

/** Enough for a reader; each is looked for among all files. */
const MOST = 10;

/** The texts that tell of what is named: build files with the tasks they define, and .gitignore where something is not there. */
export function readmeFileEntries(snapshot: Snapshot): readonly TreeEntry[] {
  if (readmeFact(snapshot).state !== 'present' || listingOf(snapshot).state !== 'read') return [];
  const { there, missing } = sortedFilesOf(snapshot);
  const { files } = wholeTreeOf(snapshot);
  const asked = [
    ...[...new Set([...there, ...missing].filter(({ task }) => task !== null).map(({ target }) => target))].slice(0, 3),
    ...(missing.length > 0 ? ['.gitignore'] : []),
  ];
  return asked.flatMap((path) => files.get(path) ?? []);
}
