import { parseAskedRef } from './asked-ref.ts';
import type { AdvertisedRef } from './ref-advertisement.ts';

/** The branch or tag that a name in a URL begins with, and its commit. */
export interface FoundRef {
  readonly ref: string;
  readonly commit: string;
}

export interface RefFinder {
  readonly take: (ref: AdvertisedRef) => void;
  readonly found: () => FoundRef | null;
  /** Whether no later ref can be a better answer. */
  readonly isSettled: () => boolean;
}

const BRANCH = 'refs/heads/';
const PEELED = '^{}';

/**
 * Finds the branch or tag that the asked name begins with: in `main/data`, as in an address of GitHub, a folder may follow
 * the branch. git has no two branches of which one begins with the other, nor such tags, so there is at most one of each;
 * the branch goes before the tag, and an annotated tag stands for its commit.
 */
export function createRefFinder(asked: string): RefFinder {
  let best: { readonly name: string; readonly ref: string; readonly commit: string } | null = null;
  let isSettled = false;
  const { places, name: wanted } = parseAskedRef(asked);

  function take({ name, id }: AdvertisedRef): void {
    if (best !== null && name === `${best.name}${PEELED}`) {
      best = { ...best, commit: id };
      return;
    }
    // The list is in order: HEAD, branches, others, tags. Past the branches, megabytes of pull requests would follow.
    const isPastBranch = best?.name.startsWith(BRANCH) === true && !name.startsWith(BRANCH);
    isSettled ||= isPastBranch || best?.ref === wanted;
    const ref = isSettled ? null : shortName(name);
    if (ref !== null && ref.length > (best?.ref.length ?? 0)) best = { name, ref, commit: id };
  }

  /** The name without its place, when the asked name begins with it. */
  function shortName(name: string): string | null {
    const prefix = places.map((place) => `refs/${place}/`).find((start) => name.startsWith(start));
    if (prefix === undefined || name.endsWith(PEELED)) return null;
    const short = name.slice(prefix.length);
    return wanted === short || wanted.startsWith(`${short}/`) ? short : null;
  }

  return {
    take,
    found: () => (best === null ? null : { ref: best.ref, commit: best.commit }),
    isSettled: () => isSettled,
  };
}
