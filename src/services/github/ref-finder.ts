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
const TAG = 'refs/tags/';
const PEELED = '^{}';

/**
 * Finds the longest branch or tag that the asked name begins with: in `main/data`, as in an address of GitHub, a folder
 * may follow the branch. A branch goes before a tag, and an annotated tag stands for its commit.
 */
export function createRefFinder(asked: string): RefFinder {
  let best: { readonly name: string; readonly ref: string; readonly commit: string } | null = null;
  let isSettled = false;

  function take({ name, id }: AdvertisedRef): void {
    if (best !== null && name === `${best.name}${PEELED}`) {
      best = { ...best, commit: id };
      return;
    }
    // The list is in order: HEAD, branches, others, tags. Past the branches, megabytes of pull requests would follow.
    const isPastBranch = best?.name.startsWith(BRANCH) === true && !name.startsWith(BRANCH);
    isSettled ||= isPastBranch || best?.ref === asked;
    const ref = isSettled ? null : shortName(name, asked);
    if (ref !== null && ref.length > (best?.ref.length ?? 0)) best = { name, ref, commit: id };
  }

  return {
    take,
    found: () => (best === null ? null : { ref: best.ref, commit: best.commit }),
    isSettled: () => isSettled,
  };
}

/** The name as the URL writes it, when the asked name begins with it. */
function shortName(name: string, asked: string): string | null {
  const prefix = [BRANCH, TAG].find((start) => name.startsWith(start));
  if (prefix === undefined || name.endsWith(PEELED)) return null;
  const short = asked.startsWith('refs/') ? name : name.slice(prefix.length);
  return asked === short || asked.startsWith(`${short}/`) ? short : null;
}
