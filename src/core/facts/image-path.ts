import type { Fact } from '../model/facts.ts';
import { type ImageReference, imageName, parseImageReference } from '../model/image-reference.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { findMalformedImages, findSubmittedImages, type MalformedImage } from '../parse/submission-json.ts';
import { isPublishedBase } from '../tables/publishers-of-base-images.ts';
import type { SourcePlace } from './dockerfile-place.ts';
import { imageFact, type ProjectImage } from './image.ts';
import { imageTextsOf } from './image-texts.ts';
import { perSnapshot } from './per-snapshot.ts';

/** How the project's image is named: the judged one, else what was submitted in its place. */
export interface ImagePath {
  /** Null when what was submitted is no image of the project. */
  readonly image: ProjectImage | null;
  readonly malformed: readonly (MalformedImage & SourcePlace)[];
  /** Images that projects build on, submitted as the project's own. */
  readonly submittedBases: readonly (SourcePlace & { readonly reference: ImageReference })[];
}

export const imagePathFact = perSnapshot((snapshot: Snapshot): Fact<ImagePath> => {
  const judged = imageFact(snapshot);
  const submitted = snapshot.subject.image === null ? submittedOf(snapshot) : NONE;
  const image = judged.state === 'present' ? judged.value : null;
  const isSubmittedOnly = submitted.malformed.length + submitted.submittedBases.length > 0 && !image?.candidate.claimed;
  if (isSubmittedOnly) return { state: 'present', value: { image: null, ...submitted }, unread: [] };
  return judged.state === 'present' ? { ...judged, value: { image: judged.value, ...submitted } } : judged;
});

type Submitted = Pick<ImagePath, 'malformed' | 'submittedBases'>;
const NONE: Submitted = { malformed: [], submittedBases: [] };

function submittedOf(snapshot: Snapshot): Submitted {
  const submission = imageTextsOf(snapshot).texts.find(({ role }) => role === 'submission');
  if (submission === undefined) return NONE;
  const { path, file } = submission;
  return {
    malformed: findMalformedImages(file.text).map((one) => ({ ...one, path })),
    submittedBases: findSubmittedImages(file.text)
      .filter(({ reference }) => isPublishedBase(reference))
      .map(({ reference, line, quote }) => ({ reference, path, line, quote })),
  };
}

/** Whether an image is among names given without a tag, as rubrics and Dockerfiles do. */
export const isAmong = (reference: ImageReference, names: readonly string[]): boolean =>
  names.some((name) => {
    const parsed = parseImageReference(name);
    return parsed.ok && imageName(parsed.reference) === imageName(reference);
  });
