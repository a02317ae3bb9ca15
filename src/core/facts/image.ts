import type { Fact } from '../model/facts.ts';
import { formatImageReference } from '../model/image-reference.ts';
import type { ImageSnapshot, Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { type ImageCandidate, imageCandidatesOf } from './image-candidates.ts';
import { perSnapshot } from './per-snapshot.ts';

/** The image that is judged: the first public candidate, else the first claimed one without an answer, else the first claimed. */
export interface ProjectImage {
  readonly candidate: ImageCandidate;
  readonly image: ImageSnapshot;
}

/** A candidate with what its registry answered, or null when it was not asked. */
export interface AskedCandidate {
  readonly candidate: ImageCandidate;
  readonly image: ImageSnapshot | null;
}

export function askedCandidates(snapshot: Snapshot): readonly AskedCandidate[] {
  return imageCandidatesOf(snapshot).candidates.map((candidate) => {
    const name = formatImageReference(candidate.reference);
    return {
      candidate,
      image: snapshot.images.find((image) => formatImageReference(image.reference) === name) ?? null,
    };
  });
}

export const imageFact = perSnapshot((snapshot: Snapshot): Fact<ProjectImage> => {
  const searched = imageCandidatesOf(snapshot).unread;
  const asked = askedCandidates(snapshot);
  const isPublic = ({ image }: AskedCandidate) =>
    image?.access.state === 'read' && image.access.value.kind === 'public';
  const isPullable = (one: AskedCandidate) => isPublic(one) && one.image?.manifest.state === 'read';
  const claimed = asked.filter(({ candidate }) => candidate.claimed);
  const chosen =
    asked.find(isPullable) ??
    asked.find(isPublic) ??
    // While one of them was not answered, nobody knows that none can be pulled.
    claimed.find((one) => unansweredPart(one).length > 0) ??
    claimed[0];
  if (chosen?.image != null)
    return { state: 'present', value: { candidate: chosen.candidate, image: chosen.image }, unread: [] };
  const parts = [...searched, ...asked.flatMap(unansweredPart)];
  const [first, ...more] = parts;
  if (first !== undefined) return { state: 'unread', unread: [first, ...more] };
  return { state: 'absent', summary: 'This project does not say that it has an image.', lookedFor: [], unread: [] };
});

/** A candidate that gave no answer; a refusal of a guess is an answer. */
function unansweredPart({ candidate, image }: AskedCandidate): readonly UnreadPart[] {
  const what = formatImageReference(candidate.reference);
  if (image === null) return [{ what, kind: 'not-asked' }];
  return image.access.state === 'unread' ? [{ what, ...image.access.unread }] : [];
}
