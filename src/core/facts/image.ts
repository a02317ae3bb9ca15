import type { Fact } from '../model/facts.ts';
import { formatImageReference, type ImageReference, imageName, pulledVersion } from '../model/image-reference.ts';
import type { ImageSnapshot, Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { dockerfileFact } from './dockerfile.ts';
import { type ImageCandidate, imageCandidatesOf } from './image-candidates.ts';
import { perSnapshot } from './per-snapshot.ts';
import { type MadeTags, madeTagsOf } from './workflows.ts';

/** The image that is judged: the first public candidate, else the first claimed one without an answer, else the first claimed. */
export interface ProjectImage {
  readonly candidate: ImageCandidate;
  readonly image: ImageSnapshot;
  /** The same package under the tag that was named first, where that tag is not there. */
  readonly missing: { readonly candidate: ImageCandidate; readonly image: ImageSnapshot } | null;
  /** What the judged Dockerfile starts from, as written there with variables put in; empty when that is not known. */
  readonly declaredBases: readonly string[];
  /** The tags that the repository's workflows make of it. */
  readonly madeTags: readonly MadeTags[];
}

/** A candidate with what its registry answered, or null when it was not asked. */
export interface AskedCandidate {
  readonly candidate: ImageCandidate;
  readonly image: ImageSnapshot | null;
}

/** The candidates in their order; where a named tag is not there but `latest` is, or one that a workflow makes, that comes behind it. */
export function askedCandidates(snapshot: Snapshot): readonly AskedCandidate[] {
  const { candidates } = imageCandidatesOf(snapshot);
  return candidates.flatMap((candidate) => {
    const image = answerFor(candidate.reference, snapshot);
    const tag = tagInstead(image, snapshot);
    const reference = { ...candidate.reference, tag: tag === 'latest' ? null : tag, digest: null };
    const isNamed = candidates.some((one) => pulledName(one.reference) === pulledName(reference));
    if (tag === null || isNamed) return [{ candidate, image }];
    return [
      { candidate, image },
      { candidate: { ...candidate, reference }, image: answerFor(reference, snapshot) },
    ];
  });
}

export const answerFor = (reference: ImageReference, { images }: Snapshot): ImageSnapshot | null =>
  images.find((image) => formatImageReference(image.reference) === formatImageReference(reference)) ?? null;

function tagInstead(image: ImageSnapshot | null, snapshot: Snapshot): string | null {
  if (image?.manifest.state !== 'absent' || image.tags.state !== 'read') return null;
  const there = image.tags.value;
  const made = madeTagsOf(image.reference, snapshot).flatMap(({ tags }) => tags);
  return ['latest', ...made].find((tag) => there.includes(tag)) ?? null;
}

const pulledName = (reference: ImageReference): string => `${imageName(reference)} ${pulledVersion(reference)}`;

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
  if (chosen?.image != null) {
    const { candidate, image } = chosen;
    const missing = missingTag(asked, chosen);
    const madeTags = madeTagsOf(candidate.reference, snapshot);
    const value = { candidate, image, missing, declaredBases: basesOf(snapshot), madeTags };
    return { state: 'present', value, unread: [] };
  }
  const parts = [...searched, ...asked.flatMap(unansweredPart)];
  const [first, ...more] = parts;
  if (first !== undefined) return { state: 'unread', unread: [first, ...more] };
  return { state: 'absent', summary: 'This project does not say that it has an image.', lookedFor: [], unread: [] };
});

function missingTag(asked: readonly AskedCandidate[], chosen: AskedCandidate): ProjectImage['missing'] {
  const name = imageName(chosen.candidate.reference);
  const before = asked.slice(0, asked.indexOf(chosen));
  const found = before.find(
    ({ candidate, image }) =>
      candidate.claimed && imageName(candidate.reference) === name && image?.manifest.state === 'absent',
  );
  return found?.image == null ? null : { candidate: found.candidate, image: found.image };
}

function basesOf(snapshot: Snapshot): readonly string[] {
  const dockerfile = dockerfileFact(snapshot);
  if (dockerfile.state !== 'present') return [];
  return dockerfile.value.file.baseImages.flatMap(({ image, isEarlierStage }) =>
    image === null || isEarlierStage ? [] : [image],
  );
}

/** A candidate that gave no answer; a refusal of a guess is an answer. */
function unansweredPart({ candidate, image }: AskedCandidate): readonly UnreadPart[] {
  const what = formatImageReference(candidate.reference);
  if (image === null) return [{ what, kind: 'not-asked' }];
  return image.access.state === 'unread' ? [{ what, ...image.access.unread }] : [];
}
