import { isAmong } from '../facts/image-path.ts';
import { type Evidence, historyEvidence, lineEvidence } from '../model/finding.ts';
import { type ImageReference, imageName } from '../model/image-reference.ts';
import type { ImageSnapshot } from '../model/snapshot.ts';
import { isPublishedBase } from '../tables/publishers-of-base-images.ts';
import { defineCheck, fail, notApplicable, pass, withNotes } from './check.ts';
import { answersOf } from './registry-evidence.ts';
import { unseenImage } from './unseen-image.ts';

export default defineCheck({
  id: 'image-is-not-the-base-itself',
  statement: 'The image is the project’s own.',
  failure: 'the image is the base itself',
  why: 'An image that others made holds nothing of this project: pulling it shows nothing.',
  fix: 'Build an image from the project’s Dockerfile, push it, and give its path.',
  reads: ['imagePath'],
  decidedBy: 'everything',
  examples: { pass: 'ghcr.io/owner/project-image', fail: 'ghcr.io/ucsd-ets/datascience-notebook' },

  judge({ imagePath: { image: project, submittedBases } }, { notAccepted }) {
    if (project === null) {
      const [base] = submittedBases;
      if (base === undefined) return notApplicable('No image is named.');
      return asBase(base.reference, lineEvidence(base.path, base.line, base.quote));
    }
    const { candidate, image, declaredBases } = project;
    const { reference, foundIn } = candidate;
    const where =
      foundIn === null ? answersOf(image).slice(0, 1) : [lineEvidence(foundIn.path, foundIn.line, foundIn.quote)];
    if (isAmong(reference, notAccepted) || isPublishedBase(reference)) return asBase(reference, ...where);
    if (isAmong(reference, declaredBases))
      return fail(
        `${imageName(reference)} is the image that the Dockerfile starts from, not the one it makes.`,
        ...where,
      );
    const unseen = unseenImage(image);
    if (unseen !== null) return unseen;
    const notes = [
      'By its name; its layers were not compared with those of a base.',
      ...submittedBases.map(
        (base) => `${base.path} line ${base.line} names ${imageName(base.reference)}, which is a base.`,
      ),
    ];
    return withNotes(
      pass(`${imageName(reference)} is no base that others publish.`, ...where, ...newestLayer(image)),
      notes,
    );
  },
});

const asBase = (reference: ImageReference, ...evidence: readonly Evidence[]) =>
  fail(`${imageName(reference)} is an image that others made, not this project’s.`, ...evidence);

/** The last step of the history that made a layer. */
function newestLayer({ config }: ImageSnapshot): readonly Evidence[] {
  if (config.state !== 'read') return [];
  const { digest, history } = config.value;
  const at = history.findLastIndex(({ emptyLayer }) => !emptyLayer);
  const entry = history[at];
  return entry === undefined ? [] : [historyEvidence(digest, at + 1, entry.createdBy)];
}
