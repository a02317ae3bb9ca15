import type { ProjectImage } from '../facts/image.ts';
import { type Evidence, lineEvidence, registryEvidence } from '../model/finding.ts';
import { formatImageReference, type ImageReference, imageName } from '../model/image-reference.ts';
import type { RubricParameters } from '../model/rubric.ts';
import { defineCheck, fail, notApplicable, pass, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'image-path-is-well-formed',
  statement: 'The image’s path can be read.',
  failure: 'the image’s path cannot be read',
  why: 'A path without its owner or its slash names no image, and nobody can pull it.',
  fix: 'Write it as `ghcr.io/owner/name`.',
  reads: ['imagePath'],
  decidedBy: 'everything',
  examples: { pass: 'ghcr.io/owner/name', fail: 'ownername:latest' },

  judge({ imagePath: { image, malformed, submittedBases } }, parameters) {
    const [broken] = malformed;
    if (image === null) {
      const base = submittedBases[0];
      if (broken === undefined)
        return base === undefined
          ? notApplicable('This project does not say that it has an image.')
          : pass(`The path is ${imageName(base.reference)}.`, lineEvidence(base.path, base.line, base.quote));
      const verdict = fail(
        `No image is named by “${broken.written}”. ${broken.problem}`,
        lineEvidence(broken.path, broken.line, broken.quote),
      );
      return withFix(verdict, 'Write owner and name with a slash between them.', pasteOf(broken.written));
    }
    const { reference } = image.candidate;
    const evidence = evidenceOf(image);
    const parts = reference.path.split('/');
    if (reference.registry === 'docker.io' && parts.length > 2)
      return fail(`${imageName(reference)} has too many parts: a path on Docker Hub is “owner/name”.`, ...evidence);
    return withNotes(pass(`The path is ${imageName(reference)}.`, ...evidence), [
      ...image.candidate.notes,
      ...tagNotes(reference, image, parameters),
      ...malformed.map(({ path, line, problem }) => `${path} line ${line} is another matter. ${problem}`),
    ]);
  },
});

/** A path that is handed in stands without its tag; a line that pulls may well hold one. */
function tagNotes(
  { tag, ...rest }: ImageReference,
  { candidate }: ProjectImage,
  parameters: RubricParameters,
): readonly string[] {
  const isHandedIn = candidate.origin === 'given' || candidate.foundIn?.path === 'submission.json';
  if (tag === null || !isHandedIn) return [];
  const path = imageName({ tag, ...rest });
  return [
    parameters.command === null
      ? `It was given with a tag, “:${tag}”; the path alone is ${path}.`
      : `It was given with a tag, “:${tag}”; the assignment asks for the path without it: ${path}.`,
  ];
}

/** Where it is named; of an image that the reader gave, or that was guessed, what its registry answered. */
function evidenceOf({ candidate, image }: ProjectImage): readonly Evidence[] {
  const { foundIn } = candidate;
  if (foundIn !== null) return [lineEvidence(foundIn.path, foundIn.line, foundIn.quote)];
  return image.answers.slice(0, 1).map((answer) => registryEvidence(formatImageReference(candidate.reference), answer));
}

const pasteOf = (written: string): string | null => (written.startsWith('ghcr.io') ? 'ghcr.io/OWNER/NAME' : null);
