import { dockerfilePlaceOf } from '../facts/dockerfile-place.ts';
import { imageFact } from '../facts/image.ts';
import { imageCandidatesOf } from '../facts/image-candidates.ts';
import { namesOf } from '../facts/image-ownership.ts';
import type { ImageReference } from '../model/image-reference.ts';
import type { Snapshot } from '../model/snapshot.ts';

/**
 * What the commands that build and launch an image are filled with; null where it is not known. The image is
 * `ghcr.io/OWNER/IMAGE[:TAG]`, in lower case.
 */
export interface LaunchNames {
  /** Whose packages they are, as GitHub writes the name. */
  readonly login: string | null;
  readonly owner: string | null;
  readonly image: string | null;
  readonly tag: string | null;
  /** Whether the repository or the reader names it; else the name is a suggestion. */
  readonly isNamed: boolean;
  readonly isPublic: boolean;
  /** The path of the Dockerfile. */
  readonly dockerfile: string | null;
}

/** The names for a subject; null when it has neither an image nor a Dockerfile. */
export function launchNamesOf(snapshot: Snapshot): LaunchNames | null {
  const { candidates } = imageCandidatesOf(snapshot);
  const fact = imageFact(snapshot);
  const chosen = fact.state === 'present' ? fact.value.candidate.reference : null;
  const named = [
    ...(chosen === null ? [] : [chosen]),
    ...candidates.filter((one) => one.claimed).map((one) => one.reference),
  ];
  const dockerfile = dockerfilePlaceOf(snapshot)?.entry.path ?? null;
  if (named.length === 0 && dockerfile === null) return null;
  const login = namesOf(snapshot)?.owner ?? null;
  const pushed = named.find(isGithubs);
  if (pushed !== undefined) {
    const owner = pushed.path.split('/')[0] ?? '';
    return {
      login: login?.toLowerCase() === owner ? login : owner,
      owner,
      image: pushed.path.slice(owner.length + 1),
      tag: pushed.tag,
      isNamed: true,
      isPublic: pushed === chosen && fact.state === 'present' && isPublic(fact.value.image),
      dockerfile,
    };
  }
  // An image elsewhere lends its name; else the newest guess does: what `docker build -t` says, or the repository's name.
  const lender = named[0] ?? candidates.at(-1)?.reference;
  const image = lender?.path.split('/').at(-1) ?? null;
  return { login, owner: login?.toLowerCase() ?? null, image, tag: null, isNamed: false, isPublic: false, dockerfile };
}

const isGithubs = ({ registry }: ImageReference): boolean => registry === 'ghcr.io';

const isPublic = ({ access }: Snapshot['images'][number]): boolean =>
  access.state === 'read' && access.value.kind === 'public';
