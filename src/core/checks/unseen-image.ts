import type { ImageSnapshot } from '../model/snapshot.ts';
import { notApplicable, unknownBecause, type Verdict } from './check.ts';
import { answersOf } from './registry-evidence.ts';

/** The verdict on an image of which no manifest was read, or null. That nobody can pull it, or that a tag is missing, is another check's to say. */
export function unseenImage(image: ImageSnapshot): Verdict | null {
  const { access, manifest } = image;
  if (access.state === 'unread') return unknownBecause(access.unread, ...answersOf(image));
  if (access.state === 'absent' || access.value.kind === 'refused')
    return unknownBecause(
      { kind: 'not-found-or-private', detail: 'Nobody can pull it without logging in, so it was not looked at.' },
      ...answersOf(image),
    );
  if (manifest.state === 'unread') return unknownBecause(manifest.unread, ...answersOf(image));
  return manifest.state === 'absent'
    ? notApplicable('There is no image under this tag.', ...answersOf(image, 'manifest'))
    : null;
}
