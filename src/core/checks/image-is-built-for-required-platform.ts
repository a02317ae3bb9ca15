import type { ProjectImage } from '../facts/image.ts';
import { configEvidence } from '../model/finding.ts';
import { formatImageReference, imageName, parseImageReference, publisherOf } from '../model/image-reference.ts';
import type { ImageConfig, ImageManifest } from '../model/snapshot.ts';
import { publishersForManyProcessors } from '../tables/known-images.ts';
import { defineCheck, fail, pass, unknownBecause, type Verdict, withFix } from './check.ts';
import { unseenImage } from './unseen-image.ts';

const USUAL = 'linux/amd64';

export default defineCheck({
  id: 'image-is-built-for-required-platform',
  statement: 'The image is built for the processor that others have.',
  failure: 'the image is built for another processor',
  why: 'An image that was built on an Apple computer holds programs for arm64; most servers have amd64 and cannot start them.',
  fix: 'Build it with `--platform linux/amd64` and push it again.',
  reads: ['image'],
  decidedBy: 'everything',
  examples: { pass: 'linux/amd64 in the image’s index', fail: 'only linux/arm64 in the image’s index' },

  judge({ image: project }, parameters) {
    const { image } = project;
    const unseen = unseenImage(image);
    if (unseen !== null || image.manifest.state !== 'read') return unseen ?? unknownBecause({ kind: 'internal' });
    const wanted = parameters.platform ?? USUAL;
    const manifest = image.manifest.value;
    if (manifest.platforms.length > 0 || manifest.chosen !== null) return byIndex(wanted, manifest, project);
    if (image.config.state !== 'read')
      return unknownBecause(image.config.state === 'unread' ? image.config.unread : { kind: 'bad-format' });
    return byLabel(wanted, image.config.value, project);
  },
});

function byIndex(wanted: string, { digest, platforms }: ImageManifest, project: ProjectImage): Verdict {
  const { config } = project.image;
  const names = platforms.map(({ os, architecture }) => `${os}/${architecture}`);
  const entries = configEvidence(digest, 'platforms', names.join(', '));
  if (names.includes(wanted)) return pass(`The image is built for ${wanted}.`, entries);
  if (config.state === 'read' && platformOf(config.value) === wanted)
    return unknownBecause(
      {
        kind: 'not-asked',
        detail: `The index says ${names.join(', ')}, the image itself says ${wanted}. Which is right was not looked at.`,
      },
      entries,
      labelEvidence(config.value),
    );
  return rebuilt(`The image is built for ${names.join(', ')} only, not for ${wanted}.`, wanted, project, entries);
}

/** One manifest without an index: its configuration holds a label, which a build on a base for another processor gets wrong. */
function byLabel(wanted: string, config: ImageConfig, project: ProjectImage): Verdict {
  const own = platformOf(config);
  const label = labelEvidence(config);
  if (own === wanted) return pass(`The image is built for ${wanted}.`, label);
  const { declaredBases } = project;
  if (declaredBases.length > 0 && declaredBases.every(isForManyProcessors))
    return rebuilt(`The image is built for ${own}, not for ${wanted}.`, wanted, project, label);
  return unknownBecause(
    {
      kind: 'not-asked',
      detail: `The image is labelled ${own}. Whether it is mislabelled or its programs are for ${own} too is only seen inside.`,
    },
    label,
  );
}

const platformOf = ({ os, architecture }: ImageConfig): string => `${os}/${architecture}`;
const labelEvidence = (config: ImageConfig) => configEvidence(config.digest, 'os/architecture', platformOf(config));

function isForManyProcessors(base: string): boolean {
  const parsed = parseImageReference(base);
  return parsed.ok && publishersForManyProcessors.has(publisherOf(parsed.reference));
}

function rebuilt(
  summary: string,
  wanted: string,
  { image }: ProjectImage,
  evidence: ReturnType<typeof configEvidence>,
): Verdict {
  const { reference } = image;
  const target = reference.digest === null ? formatImageReference(reference) : imageName(reference);
  return withFix(
    fail(summary, evidence),
    `Build it for ${wanted}, also on an Apple computer, and push it again.`,
    `docker build --platform ${wanted} -t ${target} .\ndocker push ${target}`,
  );
}
