import type { RepositoryRef } from '../core/model/repository-ref.ts';
import type { Listed, PageData } from './page-data.ts';
import { metaText } from './visibility.ts';

// Names as they stand in a listing; a folder's ends with a slash.
const JUDGED =
  /^(environment.*\.ya?ml|.*requirements.*\.txt|(pyproject|pixi|project)\.toml|pipfile|setup\.py|(uv|renv|poetry)\.lock|description|(.*\.)?dockerfile(\..*)?|.*\.ipynb|\.?binder\/|notebooks?\/)$/i;

/** Whether a root listing shows a README together with environment files, a Dockerfile or notebooks. */
export const isWorthJudging = (entries: readonly Listed[]): boolean =>
  entries.some((name) => /^readme(\.\w+)?$/i.test(name)) && entries.some((name) => JUDGED.test(name));

/** Whether the reader of the page is its owner. */
export const isOwnersPage = ({ owner }: RepositoryRef): boolean => metaText('user-login') === owner.toLowerCase();

/** The root listing out of GitHub's data, or undefined where they show another folder or ref than the page. */
export const rootListing = (data: PageData | undefined, ref: string | undefined): readonly Listed[] | undefined =>
  data && /^\/?$/.test(data.path ?? '') && data.ref === (ref ?? data.defaultBranch) ? data.entries : undefined;

/** The listing as far as the page's links to files show it. */
export function linkedListing({ owner, name }: RepositoryRef): Listed[] {
  const links = [...document.querySelectorAll(`a[href^="/${owner}/${name}/" i]`)];
  return links
    .filter((link) => !link.closest('article')) // a README links to files that need not lie in the root
    .map((link) => {
      const [, , , page, ...path] = (link.getAttribute('href') ?? '').split('/');
      return page === 'blob' ? `${path.at(-1)}` : page === 'tree' ? `${path.at(-1)}/` : '';
    });
}
