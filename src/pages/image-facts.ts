import type { Assessment } from '../app/assess-subject.ts';
import { formatImageReference, type ImageReference } from '../core/model/image-reference.ts';
import type { ReportImage } from '../core/model/report.ts';
import type { ImageSnapshot } from '../core/model/snapshot.ts';
import type { ImageFacts } from '../views/popup/screen.ts';

/** What the card shows of the judged image, or null when the subject has none. */
export function imageFactsOf({ report, snapshot }: Assessment): ImageFacts | null {
  const { image } = report;
  const reference = image?.chosen ?? image?.candidates[0]?.reference;
  if (image === null || reference === undefined) return null;
  const shown = snapshot.images.find((one) => formatImageReference(one.reference) === reference);
  const candidate = image.candidates.find((one) => one.reference === reference);
  return {
    reference,
    access: accessOf(shown),
    // What the reader pasted was found nowhere.
    foundIn: snapshot.subject.image === null ? (candidate?.foundIn ?? null) : null,
    isClaimed: candidate?.claimed ?? false,
    digest: image.digest,
    created: image.created,
    bytes: image.bytes,
    platforms: image.platforms,
    ...packageOf(shown?.reference),
    others: othersOf(image, reference),
  };
}

function accessOf(image: ImageSnapshot | undefined): ImageFacts['access'] {
  if (image === undefined || image.access.state === 'unread') return 'not-looked-at';
  if (image.access.state === 'absent') return 'refused';
  const { value } = image.access;
  return value.kind === 'public' ? 'public' : (value.likely ?? 'refused');
}

function packageOf(reference: ImageReference | undefined): Pick<ImageFacts, 'settingsPage' | 'packageName'> {
  const [owner = '', ...rest] = reference?.path.split('/') ?? [];
  const packageName = rest.join('/');
  if (reference?.registry !== 'ghcr.io' || packageName === '') return { settingsPage: null, packageName };
  // A user's package; an organisation's settings lie elsewhere, where the way told in words leads too.
  const settingsPage = `https://github.com/users/${owner}/packages/container/${encodeURIComponent(packageName)}/settings`;
  return { settingsPage, packageName };
}

const othersOf = (image: ReportImage, shown: string): ImageFacts['others'] =>
  image.candidates
    .filter(({ reference }) => reference !== shown)
    .map(({ reference, foundIn }) => ({ reference, foundIn }));
