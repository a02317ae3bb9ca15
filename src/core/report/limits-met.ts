import { condaEntries } from '../facts/conda-environment.ts';
import { imageCandidatesOf } from '../facts/image-candidates.ts';
import { workflowsOf } from '../facts/naming-files.ts';
import { otherSpecEntries } from '../facts/read-spec.ts';
import { listingOf } from '../facts/tree.ts';
import { type Limit, limits } from '../model/limits.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** The sentences of the bounds on counts that were met: what lies behind one was left out for the number alone. */
export function limitsMet(snapshot: Snapshot): readonly string[] {
  const tags = snapshot.images.map((image) => (image.tags.state === 'read' ? image.tags.value.length : 0));
  const counted: readonly (readonly [number, Limit])[] = [
    ...listedCounts(snapshot),
    [imageCandidatesOf(snapshot).found, limits.imageCandidates],
    // A longer list is cut when it is read.
    [Math.max(0, ...tags) + 1, limits.tags],
  ];
  return counted.flatMap(([count, limit]) => (count > limit.most ? [limit.sentence] : []));
}

function listedCounts(snapshot: Snapshot): readonly (readonly [number, Limit])[] {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return [];
  const { listing } = reading;
  return [
    [condaEntries(snapshot).length, limits.environmentFiles],
    [otherSpecEntries(snapshot).length, limits.requirementsFiles],
    [workflowsOf(listing).length, limits.workflows],
  ];
}
