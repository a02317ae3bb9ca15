import { type ImageReference, imageName, nameAsWritten, parseImageReference } from '../model/image-reference.ts';
import type { BaseImage } from '../parse/dockerfile-bases.ts';
import { languageImages } from '../tables/known-images.ts';
import { defineCheck, fail, notApplicable, pass, withFix, withNotes } from './check.ts';
import { givenWords, placesOf } from './dockerfile-resolves-its-base-image.ts';

export default defineCheck({
  id: 'dockerfile-pins-base-image',
  statement: 'The Dockerfile names an exact base image.',
  failure: 'the base image may change',
  why: 'A moving tag gives next year’s reader another system than the one that was used.',
  fix: 'Name a dated tag, or better a digest.',
  reads: ['dockerfile'],
  decidedBy: 'any-counterexample',
  examples: { pass: 'FROM python:3.12.4-slim', fail: 'FROM python:latest' },

  judge({ dockerfile: { path, file, givenArguments } }) {
    const external = file.baseImages.filter(({ image, isEarlierStage }) => !isEarlierStage && image !== 'scratch');
    const pins = external.flatMap((base) => {
      const parsed = base.image === null ? null : parseImageReference(base.image);
      return parsed?.ok ? [{ base, reference: parsed.reference, pin: pinOf(parsed.reference) }] : [];
    });
    const given = external.flatMap(({ unresolved }) => {
      const argument = givenArguments.get(unresolved ?? '');
      return argument === undefined ? [] : [givenWords(unresolved ?? '', argument)];
    });
    if (pins.length === 0)
      return external.length === 0
        ? notApplicable('The Dockerfile starts from no other image.')
        : withNotes(notApplicable('The Dockerfile itself does not tell its base image.'), given);
    const moving = pins.filter(({ pin }) => !pin.isHeld);
    const [first] = moving;
    const evidence = (moving.length > 0 ? moving : pins).flatMap(({ base }) => placesOf(base, path));
    if (first === undefined)
      return withNotes(
        pass(`The base image is held: ${pins.map(({ base }) => base.image).join(', ')}.`, ...evidence),
        pins.flatMap(({ pin }) => (pin.words === null ? [] : [pin.words])),
      );
    const verdict = fail(`The base image may change: ${moving.map(({ pin }) => pin.words).join(' ')}`, ...evidence);
    return withFix(
      verdict,
      `Print the digest of the image that it was built on, and write that behind \`FROM\`: ${exampleOf(first.base)}.`,
      digestCommand(first.base),
    );
  },
});

interface Pin {
  readonly isHeld: boolean;
  /** Of a held one a note, of a moving one what moves. */
  readonly words: string | null;
}

const MOVING = /^(?:latest|stable|main|master|nightly|edge)$/i;
const DATED_STABLE = /^\d{4}\.\d{1,2}-stable$/;
const COMMIT = /^(?:[\w.]{1,40}-)?(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}$/;
const DATED_WORD = /^\d{4}\.\d{1,2}-[A-Za-z][\w.-]*$/;
const ONLY_MAJOR = /^v?\d{1,3}(?:-[A-Za-z]+)*$/;
const CODENAME =
  /(?:^|-)(?:trusty|xenial|bionic|focal|jammy|kinetic|lunar|mantic|noble|oracular|plucky|jessie|stretch|buster|bullseye|bookworm|trixie)(?:-|$)/;

/** The first rule that decides. */
function pinOf(reference: ImageReference): Pin {
  const { tag, digest } = reference;
  if (digest !== null) return { isHeld: true, words: null };
  if (tag === null) return { isHeld: false, words: `${imageName(reference)} has no tag, which means \`latest\`.` };
  if (MOVING.test(tag)) return { isHeld: false, words: `\`${tag}\` is whatever was pushed last.` };
  if (DATED_STABLE.test(tag) || COMMIT.test(tag))
    return { isHeld: true, words: `\`${tag}\` is meant to stay; only a digest is certain to.` };
  if (DATED_WORD.test(tag))
    return {
      isHeld: true,
      words: `\`${tag}\` is named after a branch and may be pushed again. The lesson’s own example does this too; for a longer life use a digest.`,
    };
  const isMajor = languageImages.has(imageName(reference)) && ONLY_MAJOR.test(tag);
  const isCodename = CODENAME.test(tag);
  if (/\d/.test(tag) && !isMajor)
    return { isHeld: true, words: /^(?:latest|nightly|stable)-/i.test(tag) ? `\`${tag}\` may be pushed again.` : null };
  if (isCodename) return { isHeld: true, words: `\`${tag}\` is a release by its name: its packages are still mended.` };
  return {
    isHeld: false,
    words: isMajor ? `\`${tag}\` is every release of that major version.` : `\`${tag}\` tells no version.`,
  };
}

const exampleOf = ({ image }: BaseImage): string => `\`FROM ${nameAsWritten(image ?? '')}@sha256:…\``;

const digestCommand = ({ image }: BaseImage): string =>
  `docker image inspect --format '{{index .RepoDigests 0}}' ${image ?? ''}`;
