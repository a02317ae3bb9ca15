import type { ImageCandidate } from '../facts/image-candidates.ts';
import { lineEvidence } from '../model/finding.ts';
import { imageName, pulledVersion } from '../model/image-reference.ts';
import { shortList } from '../model/short-list.ts';
import type { ImageSnapshot } from '../model/snapshot.ts';
import { defineCheck, fail, pass, type Verdict, withFix, withNotes, withWays } from './check.ts';
import { answersOf } from './registry-evidence.ts';
import { unseenImage } from './unseen-image.ts';

export default defineCheck({
  id: 'image-has-the-tag-people-pull',
  statement: 'The image has the tag that people pull.',
  failure: 'the image lacks the tag that people pull',
  why: 'A pull without a tag asks for `latest`; where that is not there, or the named tag is not, nothing is pulled.',
  fix: 'Push the image under the tag that is named, or name a tag that is there.',
  reads: ['image'],
  decidedBy: 'everything',
  examples: {
    pass: '`docker pull ghcr.io/owner/name` with a tag `latest`',
    fail: 'the only tag is `main`, and none is named',
  },

  judge({ image: { candidate, image, missing, madeTags } }) {
    const made = madeTags.map(({ path, tags }) => `The workflow ${path} makes ${tagWords(tags)}.`);
    if (missing !== null) return withNotes(withoutTag(missing.image, missing.candidate), made);
    if (image.manifest.state === 'absent') return withNotes(withoutTag(image, candidate), made);
    const unseen = unseenImage(image);
    if (unseen !== null) return unseen;
    const { tag, digest } = image.reference;
    const words =
      digest !== null ? 'The digest that is named' : tag === null ? 'The tag `latest`' : `The tag \`${tag}\``;
    return pass(`${words} is there.`, ...answersOf(image, 'manifest'));
  },
});

/** The tags that a workflow makes, `latest` and what only a run tells included. */
export const tagWords = (tags: readonly string[]): string =>
  `the tag${tags.length === 1 ? '' : 's'} ${shortList(
    tags.map((tag) => `\`${tag}\``),
    MOST_SHOWN,
  )}`;

const MOST_SHOWN = 8;
/** Signatures and attestations stand among the tags. */
const SIGNATURE = /^sha256-[0-9a-f]{64}(?:\.(?:sig|att|sbom))?$/;

function withoutTag(image: ImageSnapshot, { foundIn }: ImageCandidate): Verdict {
  const { reference } = image;
  const name = imageName(reference);
  const version = pulledVersion(reference);
  const known = image.tags.state === 'read' ? image.tags.value.filter((tag) => !SIGNATURE.test(tag)) : [];
  const evidence = [
    ...(foundIn === null ? [] : [lineEvidence(foundIn.path, foundIn.line, foundIn.quote)]),
    ...answersOf(image, 'manifest'),
    ...(image.tags.state === 'read' ? answersOf(image, 'tags') : []),
  ];
  const push = {
    say: 'Tag the image with it and push it.',
    paste: `docker tag ${name.split('/').at(-1)} ${name}:${version}\ndocker push ${name}:${version}`,
  };
  if (reference.digest !== null)
    return withFix(
      fail(`${name} has no such digest: it was pushed anew.`, ...evidence),
      'Name the digest that is there, or a tag.',
    );
  if (image.tags.state === 'unread')
    return withFix(
      fail(`${name} has no tag “${version}”; which it has could not be read.`, ...evidence),
      push.say,
      push.paste,
    );
  const [first] = known;
  if (first === undefined)
    return withFix(
      fail(`${name} has no tag at all: nothing can be pulled from it.`, ...evidence),
      push.say,
      push.paste,
    );
  const [from, to] = [`${name}:${first}`, `${name}:${version}`];
  return withWays(
    fail(`${name} has no tag “${version}”. It has ${shortList(known, MOST_SHOWN)}.`, ...evidence),
    {
      when: `If “${first}” is the image that is meant`,
      say: `Push it under “${version}” too.`,
      paste: `docker pull ${from}\ndocker tag ${from} ${to} && docker push ${to}`,
    },
    { when: 'If the tag is to stay as it is', say: 'Name it wherever the image is named.', paste: from },
  );
}
