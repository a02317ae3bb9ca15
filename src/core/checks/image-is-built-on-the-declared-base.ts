import type { DeclaredBase } from '../facts/base-images.ts';
import { configEvidence, lineEvidence } from '../model/finding.ts';
import type { ImageConfig } from '../model/snapshot.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withNotes } from './check.ts';
import { unseenImage } from './unseen-image.ts';

export default defineCheck({
  id: 'image-is-built-on-the-declared-base',
  statement: 'The image is built on the base that the Dockerfile names.',
  failure: 'the image is built on another base',
  why: 'What the base holds is part of the environment; with another base the Dockerfile does not tell what is in the image.',
  fix: 'Build the image from this Dockerfile and push it again.',
  reads: ['image', 'baseImages'],
  decidedBy: 'everything',
  examples: {
    pass: 'The image’s first layers are those of the base behind `FROM`.',
    fail: '`FROM python:3.12-slim`, and an image that begins with other layers',
  },

  judge({ image: { image }, baseImages: { path, last, others } }) {
    const unseen = unseenImage(image);
    if (unseen !== null) return unseen;
    if (last === null) return notApplicable(`${path} does not tell the image’s base.`);
    const from = lineEvidence(path, last.base.line, last.base.quote);
    if (image.config.state !== 'read')
      return unknownBecause(image.config.state === 'unread' ? image.config.unread : { kind: 'bad-format' }, from);
    const base = last.image?.config;
    if (base?.state !== 'read') return unknownBecause(unreadBase(last), from);
    const verdict = compared(image.config.value, base.value, last, others.length > 0);
    return { ...verdict, evidence: [from, ...verdict.evidence] };
  },
});

const unreadBase = ({ name, image }: DeclaredBase) => {
  if (image?.access.state === 'unread') return image.access.unread;
  const detail = `The layers of ${name} could not be read, so they were not compared.`;
  return { kind: 'not-asked' as const, detail };
};

/** Two images share what their lists of layers begin with. */
function compared(own: ImageConfig, base: ImageConfig, { name, reference }: DeclaredBase, hasOthers: boolean): Verdict {
  const ids = base.diffIds;
  const differs = ids.findIndex((id, index) => id !== own.diffIds[index]);
  const evidence = [layersOf(own), layersOf(base)];
  if (ids.length === 0 || own.diffIds.length === 0)
    return unknownBecause({ kind: 'bad-format', detail: 'The configuration lists no layers.' }, ...evidence);
  if (differs === -1) return pass(`The image’s first ${ids.length} layers are those of ${name}.`, ...evidence);
  const shared = `${differs} of the ${ids.length} layers of ${name} are in the image`;
  const reason = whyUnknown(own, base, differs, reference.digest !== null || /\d/.test(reference.tag ?? ''), hasOthers);
  if (reason !== null) return unknownBecause({ kind: 'stale', detail: `${shared}: ${reason}` }, ...evidence);
  return withNotes(fail(`The image is not built on ${name}: it begins with other layers.`, ...evidence), [
    'The two were compared as the registry has them now.',
  ]);
}

/** What else than another base explains the difference, or null. */
function whyUnknown(
  own: ImageConfig,
  base: ImageConfig,
  shared: number,
  isFixed: boolean,
  hasOthers: boolean,
): string | null {
  if (own.architecture !== base.architecture) return `it was built for ${own.architecture}.`;
  const [built, made] = [own, base].map(({ created }) => Date.parse(created ?? ''));
  const isDated = (time = Number.NaN) => time > YEAR_2000;
  if (shared > 0 || !isDated(built) || !isDated(made) || (made ?? 0) > (built ?? 0))
    return 'the base was built anew since, or the image was.';
  if (!isFixed) return 'its tag moves, and an older state of it may have been used.';
  if (own.diffIds.length < 2) return 'the image has one layer, so its steps may have been made one.';
  return hasOthers ? 'it may be built from another Dockerfile here.' : null;
}

// Builds that are to be repeated set a date of no meaning.
const YEAR_2000 = 946_684_800_000;

const layersOf = ({ digest, diffIds }: ImageConfig) =>
  configEvidence(digest, 'diff_ids', `${diffIds.length} layers, the first ${diffIds[0]?.slice(0, 19) ?? 'missing'}…`);
