import type { ImageSnapshot } from '../model/snapshot.ts';
import { notApplicable, unknownBecause, type Verdict } from './check.ts';
import { answersOf } from './registry-evidence.ts';

/** The verdict on an image of which no manifest was read, or null. That nobody can pull it,
 * or that a tag is missing, is one fault and another check's. */
export function unseenImage(image: ImageSnapshot): Verdict | null {
  const { access, manifest } = image;
  if (access.state === 'unread') return unknownBecause(access.unread, ...answersOf(image));
  if (access.state === 'absent' || access.value.kind === 'refused')
    return notApplicable(
      'Nobody can pull the image without logging in: see “The image exists and anybody can pull it.”',
    );
  if (manifest.state === 'unread') return unknownBecause(manifest.unread, ...answersOf(image));
  return manifest.state === 'absent'
    ? notApplicable(
        `There is no image under this ${image.reference.digest === null ? 'tag' : 'digest'}.`,
        ...answersOf(image, 'manifest'),
      )
    : null;
}
