import { configEvidence } from '../model/finding.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, withFix } from './check.ts';
import { unseenImage } from './unseen-image.ts';

const GIGA = 1_000_000_000;
/** What the course's servers start at most. */
const LAUNCHED = 30 * GIGA;

export default defineCheck({
  id: 'image-size-is-within-limit',
  statement: 'The image is not too large.',
  failure: 'the image is too large',
  why: 'A large image takes long to pull, and may not fit where it is launched.',
  fix: 'Install less, and remove caches in the same `RUN`.',
  reads: ['image'],
  decidedBy: 'everything',
  examples: { pass: '1.8 GB to download', fail: '17.2 GB to download, with a limit of 15 GB' },

  judge({ image: { image } }, { imageBytes }) {
    if (imageBytes === undefined) return notApplicable('This list sets no limit to an image’s size.');
    const unseen = unseenImage(image);
    if (unseen !== null || image.manifest.state !== 'read') return unseen ?? unknownBecause({ kind: 'internal' });
    const { layers, digest } = image.manifest.value;
    const bytes = layers.reduce((sum, layer) => sum + layer.bytes, 0);
    const evidence = configEvidence(digest, 'layers', `${layers.length} layers, ${bytes} bytes compressed`);
    const size = `${inGigabytes(bytes)} to download`;
    if (bytes <= imageBytes) return pass(`The image has ${size}.`, evidence);
    const beyond = bytes > LAUNCHED ? ` Over ${inGigabytes(LAUNCHED)} it cannot be launched there at all.` : '';
    const largest = Math.max(...layers.map((layer) => layer.bytes));
    return withFix(
      fail(`The image has ${size}; the limit is ${inGigabytes(imageBytes)}.${beyond}`, evidence),
      `Its largest layer has ${inGigabytes(largest)}. Install less, and remove caches in the same \`RUN\`.`,
    );
  },
});

const inGigabytes = (bytes: number): string => `${Math.round(bytes / (GIGA / 10)) / 10} GB`;
