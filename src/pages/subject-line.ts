import { formatImageReference, imageName } from '../core/model/image-reference.ts';
import { type At, folderOwner } from '../core/model/repository-ref.ts';
import { formatSubject, type Subject } from '../core/model/subject.ts';
import type { SubjectLine } from '../views/popup/screen.ts';

/** The subject as the header names it. */
export function subjectLineOf({ repository, image }: Subject): SubjectLine | null {
  if (repository !== null) {
    const { owner, name, at } = repository;
    if (owner === folderOwner) return { owner: null, name, place: null, address: null };
    return { owner, name, place: placeOf(at), address: `https://github.com/${owner}/${name}${pathOf(at)}` };
  }
  if (image === null) return null;
  // A browser shows the package page under the image's own name.
  const address = image.registry === 'ghcr.io' ? `https://${imageName(image)}` : null;
  return { owner: null, name: formatImageReference(image), place: null, address };
}

function placeOf(at: At): string | null {
  if (at.kind === 'head') return null;
  if (at.kind === 'commit') return at.id.slice(0, 7);
  return at.kind === 'ref' ? at.name : at.time;
}

function pathOf(at: At): string {
  if (at.kind === 'commit') return `/tree/${at.id}`;
  return at.kind === 'ref' ? `/tree/${at.name.split('/').map(encodeURIComponent).join('/')}` : '';
}

/** The subject as a text that names it again, its place in the history included. */
export const subjectText = (subject: Subject): string =>
  (subject.repository === null ? null : subjectLineOf(subject)?.address) ?? formatSubject(subject);

/** Under whose name the choice of a rubric is remembered. */
export const ownerOf = ({ repository, image }: Subject): string | null =>
  repository?.owner ?? image?.path.split('/')[0] ?? null;
