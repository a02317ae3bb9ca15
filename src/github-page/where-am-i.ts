import { type RepositoryRef, repositoryFromPath } from '../core/model/repository-ref.ts';
import type { PageData } from './page-data.ts';

/** The repository that the address names, or null on every other page. The page's looks are never asked. */
export const whereAmI = (path: string, title: string): RepositoryRef | null =>
  title === 'Page not found · GitHub' ? null : repositoryFromPath(path);

/** What the badge of a page stands for beyond its repository. */
export interface PagePlace {
  /** Whether the page shows the root listing, so that it can be told whether there is something to judge. */
  readonly isRoot: boolean;
  /** The branch, tag or commit of a `/tree/` page that is not the default branch. */
  readonly ref?: string;
}

/** Whether the page is a root listing, and which ref it shows: branch names hold slashes, so the page's data decide. */
export function placeOf(path: string, data: PageData | undefined): PagePlace {
  const [, , , page, ...rest] = path.split('/');
  if (page !== 'tree') return { isRoot: !page };
  const at = repositoryFromPath(path)?.at;
  const shown = at?.kind === 'ref' ? at.name : rest.join('/');
  const ref = `${shown}/`.startsWith(`${data?.ref}/`) ? (data?.ref ?? shown) : shown;
  const isRoot = ref === shown && (ref === data?.ref || !shown.includes('/'));
  return ref === data?.defaultBranch ? { isRoot } : { isRoot, ref };
}
