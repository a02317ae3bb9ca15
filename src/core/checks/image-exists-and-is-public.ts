import { formatImageReference, type ImageReference, imageName } from '../model/image-reference.ts';
import type { ImageAccess, ImageSnapshot } from '../model/snapshot.ts';
import { defineCheck, fail, pass, unknownBecause, type Verdict, withNotes, withWays } from './check.ts';
import { answersOf } from './registry-evidence.ts';

export default defineCheck({
  id: 'image-exists-and-is-public',
  statement: 'The image exists and anybody can pull it.',
  failure: 'nobody can pull the image without logging in',
  why: 'A pushed image is private until its owner changes that; graders and readers then cannot pull it.',
  lesson: 'turn it into a public package. This will allow us to access it from DSMLP.',
  fix: 'Push the image, then make the package public in its settings.',
  reads: ['image'],
  decidedBy: 'everything',
  examples: {
    pass: 'ghcr.io answers an anonymous reader with a token and the manifest.',
    fail: 'ghcr.io answers “authentication required” (private) or “requested access to the resource is denied”.',
  },

  judge({ image: { candidate, image } }) {
    const notes = candidate.origin === 'guessed' ? ['It was found by its name; the repository does not name it.'] : [];
    return withNotes(verdictOf(image), notes);
  },
});

function verdictOf(image: ImageSnapshot): Verdict {
  const { access, manifest } = image;
  if (access.state === 'unread') return unknownBecause(access.unread, ...answersOf(image));
  if (access.state === 'absent' || access.value.kind === 'refused') return refused(image);
  if (manifest.state === 'unread') return unknownBecause(manifest.unread, ...answersOf(image));
  // It answers, though not under this tag: which tags there are is another check's.
  if (manifest.state === 'absent')
    return pass(
      `${imageName(image.reference)} exists and is public.`,
      ...answersOf(image, isHubs(image.reference) ? 'tags' : 'token'),
    );
  return pass(`Anybody can pull ${formatImageReference(image.reference)}.`, ...answersOf(image, 'manifest'));
}

const PRIVATE_CAUSE = 'it is private';
const ABSENT_CAUSE = 'there is no image of this name';

const GITHUB_SWITCH =
  'Your GitHub profile → Packages → the image → Package settings → Change visibility → Public. It cannot be made private again: check it for secrets first.';
const HUB_SWITCH =
  'Docker Hub → the repository → Settings → Visibility settings → Make public. Check it for secrets first.';

const isHubs = ({ registry }: ImageReference): boolean => registry === 'docker.io';

function refused(image: ImageSnapshot): Verdict {
  const causes =
    image.access.state === 'read' && isLikelyPrivate(image.access.value)
      ? `By the registry’s answer it is likelier that ${PRIVATE_CAUSE} than that ${ABSENT_CAUSE}.`
      : `Either ${PRIVATE_CAUSE}, or ${ABSENT_CAUSE}; the registry’s answer does not tell which.`;
  const { reference } = image;
  const verdict = fail(`Nobody can pull ${imageName(reference)} without logging in. ${causes}`, ...answersOf(image));
  return withWays(
    verdict,
    {
      when: 'If it is private',
      say: isHubs(reference) ? HUB_SWITCH : GITHUB_SWITCH,
      paste: null,
    },
    {
      when: 'If it was never pushed, or under another name',
      say: 'Tag it with this name and push it.',
      paste: `docker push ${formatImageReference(reference)}`,
    },
  );
}

const isLikelyPrivate = (access: ImageAccess): boolean => access.kind === 'refused' && access.likely === 'private';
