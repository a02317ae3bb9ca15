import type { Fact } from '../model/facts.ts';
import { type Snapshot, textAt } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { type ImageCandidate, namedImagesOf } from './image-candidates.ts';
import { namesOf } from './image-ownership.ts';
import { isAboutSteps, linkedDocuments } from './linked-documents.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact } from './readme.ts';
import { type ReadmeSteps, readmeStepsFact } from './readme-steps.ts';
import { isFile, type Listing, listingOf, unlistedParts } from './tree.ts';

/** What a repository says of an image of its own, and what makes a reader expect one. */
export interface NamedImage {
  /** The images named as its own in README, workflow, compose file or submission, in that order. */
  readonly named: readonly ImageCandidate[];
  /** The Dockerfile nearest to the root, else the workflow that publishes an image. */
  readonly builtBy: string | null;
  /** Null where there is no README. */
  readonly steps: ReadmeSteps | null;
  /** The name under which GitHub's registry would have it: `ghcr.io/owner/name`; these very words where the owner is not known. */
  readonly likelyName: string;
  /** Entries of the listing, for "not there". */
  readonly entries: number;
}

// A container that an editor or Binder builds for itself is no image of the project, nor is a template of one.
const DOCKERFILE = /^(?!(?:.*\/)?(?:\.devcontainer|\.?binder|templates?)\/)(?:.*\/)?Dockerfile$/;

export const namedImageFact = perSnapshot((snapshot: Snapshot): Fact<NamedImage> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const steps = readmeStepsFact(snapshot);
  if (steps.state === 'unread' || steps.state === 'not-given') return steps;
  const { named, publishers, unread } = namedImagesOf(snapshot);
  const dockerfiles = reading.listing.entries
    .filter((entry) => entry.path.endsWith('Dockerfile') && DOCKERFILE.test(entry.path) && isFile(entry))
    .map(({ path }) => path)
    .sort((one, other) => one.split('/').length - other.split('/').length);
  const names = namesOf(snapshot);
  return {
    state: 'present',
    value: {
      named,
      builtBy: dockerfiles[0] ?? publishers[0] ?? null,
      steps: steps.state === 'present' ? steps.value : null,
      likelyName:
        names === null || names.owner === '.'
          ? 'ghcr.io/owner/name'
          : `ghcr.io/${names.owner}/${names.name}`.toLowerCase(),
      entries: reading.listing.total,
    },
    unread: [
      ...unread,
      ...steps.unread,
      ...unreadDocuments(snapshot, reading.listing),
      ...unlistedParts(reading.listing),
    ],
  };
});

/** A document on steps that the README links to may tell of the image; it is read only where the README lacks steps of its own. */
function unreadDocuments(snapshot: Snapshot, listing: Listing): readonly UnreadPart[] {
  const readme = readmeFact(snapshot);
  const { repository } = snapshot;
  if (readme.state !== 'present' || repository === null) return [];
  return linkedDocuments(readme.value, listing, repository)
    .documents.filter((entry) => isAboutSteps(entry) && textAt(repository, entry.path) === undefined)
    .map(({ path }) => ({ what: path, kind: 'not-asked' as const }));
}
