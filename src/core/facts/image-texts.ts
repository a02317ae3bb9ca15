import type { Snapshot, TextFile, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { withoutComments } from '../parse/html-comments.ts';
import { findImageMentions } from '../parse/image-mentions.ts';
import { dockerfilePlaceOf } from './dockerfile-place.ts';
import { namingFiles } from './naming-files.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { isFile, listingOf } from './tree.ts';

/** What a file that may name an image is. */
export type ImageRole = 'readme' | 'workflow' | 'compose' | 'submission' | 'dockerfile';

interface ImageFile {
  readonly role: ImageRole;
  readonly entry: TreeEntry;
}

export const SUBMISSION = 'submission.json';

/** The files that may name the project's image, and the Dockerfile whose base images are not it. */
export const filesNamingImages = perSnapshot((snapshot: Snapshot): readonly ImageFile[] => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return [];
  const { listing, repository } = reading;
  const submission = listing.entries.filter((entry) => entry.path === SUBMISSION && isFile(entry));
  const dockerfile = dockerfilePlaceOf(snapshot);
  return [
    ...namingFiles(listing, repository),
    ...submission.map((entry) => ({ role: 'submission' as const, entry })),
    ...(dockerfile === null ? [] : [{ role: 'dockerfile' as const, entry: dockerfile.entry }]),
  ];
});

export interface ImageText {
  readonly role: ImageRole;
  readonly path: string;
  readonly file: TextFile;
}

/** The texts of these files, and what of them was not read. */
export const imageTextsOf = perSnapshot(
  (snapshot: Snapshot): { readonly texts: readonly ImageText[]; readonly unread: readonly UnreadPart[] } => {
    const texts: ImageText[] = [];
    const unread: UnreadPart[] = [];
    const { repository } = snapshot;
    if (repository === null) return { texts, unread };
    for (const { role, entry } of filesNamingImages(snapshot)) {
      const text = textOf(repository, entry);
      if (text.state === 'unread') unread.push(text.part);
      else {
        texts.push({ role, path: entry.path, file: role === 'readme' ? shown(text.file) : text.file });
        unread.push(...text.unread);
      }
    }
    return { texts, unread };
  },
);

/** What stands in comments of a README is not told. */
const shown = (file: TextFile): TextFile => ({ ...file, text: withoutComments(file.text) });

/** The images that a text names, whosever they are. */
export const mentionsIn = oncePer(({ text }: TextFile) => findImageMentions(text));
