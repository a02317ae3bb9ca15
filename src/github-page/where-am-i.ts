import { type RepositoryRef, repositoryFromNames } from '../core/model/repository-ref.ts';
import type { PageData } from './page-data.ts';

/** The repository that the address names, or null on every other page. The page's looks are never asked. */
export function whereAmI(path: string, title: string): RepositoryRef | null {
  const [, owner = '', name = '', page] = path.split('/');
  return page === 'generate' || title === 'Page not found · GitHub' ? null : repositoryFromNames(owner, name);
}

/** What the badge of a page stands for beyond its repository. */
export interface PagePlace {
  /** Whether the page shows a root listing, so that it can be told whether there is something to judge. */
  readonly isRoot: boolean;
  /** What stands after `/tree/` unless that is the default branch; where the page's data do not part them, a folder follows. */
  readonly ref: string | undefined;
}

/** Branch names hold slashes, so the page's data decide where the branch ends. */
export function placeOf(path: string, data: PageData | undefined): PagePlace {
  const [, , , page, ...rest] = path.split('/');
  if (page !== 'tree') return { isRoot: !page, ref: undefined };
  const shown = rest.join('/');
  const known = data?.ref && `${shown}/`.startsWith(`${data.ref}/`) ? data.ref : undefined;
  const ref = known ?? shown;
  return { isRoot: known ? known === shown : !rest[1], ref: ref === data?.defaultBranch ? undefined : ref };
}
