import { imageName } from '../model/image-reference.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { ImageMention } from '../parse/image-mentions.ts';
import { serviceImages } from '../tables/command-purposes.ts';
import { isPublishedBase } from '../tables/publishers-of-base-images.ts';

/** A repository's owner and name. */
export interface RepositoryNames {
  readonly owner: string;
  readonly name: string;
}

/** The repository's names as GitHub has them now: after a renaming images are published under the new ones. */
export const namesOf = ({ subject, repository }: Snapshot): RepositoryNames | null =>
  repository?.head.state === 'read' ? repository.head.value : subject.repository;

/** Whether an image is a base, a tool or a service; and in a README, whether nothing says that it is the project's. */
export function isOthers(
  mention: ImageMention,
  isInReadme: boolean,
  bases: ReadonlySet<string>,
  repository: RepositoryNames | null,
): boolean {
  const { reference } = mention;
  if (isPublishedBase(reference) || serviceImages.test(reference.path) || bases.has(imageName(reference))) return true;
  return isInReadme && !isSaidToBeOwn(mention, repository);
}

const BUILT_ON =
  /\b(?:bas(?:ed|e image)|built (?:on|from)|on top of|deriv\w+|extend\w*|fork\w*|inspir\w+|alternativ\w+|similar|thanks|compar\w+|baseline|competing)\b/i;

/**
 * Whether what a README names is the project's: of the same owner, started by a command, of the repository's own name, or
 * spoken of as an image of this work. Team-mates push under their own names.
 */
function isSaidToBeOwn({ reference, quote, isStarted }: ImageMention, repository: RepositoryNames | null): boolean {
  const [owner = '', ...rest] = reference.path.split('/');
  if (repository === null || owner === repository.owner.toLowerCase() || isStarted) return true;
  const words = (name: string) =>
    new Set(
      name
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word.length > 3),
    );
  const own = words(repository.name);
  if ([...words(rest.join('/'))].some((word) => own.has(word))) return true;
  return /\b(?:docker|image|container)\b/i.test(quote) && !BUILT_ON.test(quote);
}
