import { head, isRepositoryName, type RepositoryRef } from '../core/model/repository-ref.ts';
import type { PageData } from './page-data.ts';

// Of the reserved names in core/model those with pages below them; the others lead to “Page not found”. The whole list would
// be a fifth of what is loaded on every page of GitHub. The background knows the whole, and where no title row is found the
// badge needs the page's own word that it is about a repository.
export const PAGES =
  /^(about|account|advisories|apps|business|codespaces|collections|contact|contributors|copilot|customer-stories|dashboard|developer|discussions|education|enterprises?|events|explore|features|gists?|github-copilot|guides|help|images|integration|issues|join|login|logout|marketplace|mcp|newsroom|new|nonprofits?|notifications|oauth|organizations|orgs|pages|partners|pricing|projects|pulls|readme|repos|repositories|resources|search|security|services|sessions|settings|signup|site|sponsors|stars|stories|support|teams?|topics|trending|user-attachments|users|watching|why-github|wiki)$/i;
const OWNER = /^[a-z\d][\w-]{0,38}$/i;

/** The repository that the address names, or null on every other page. The page's looks are never asked. */
export function whereAmI(path: string, title: string): RepositoryRef | null {
  const [, owner = '', segment = '', page] = path.split('/');
  const name = segment.replace(/\.git$/, '');
  const isOther = page === 'generate' || title === 'Page not found · GitHub' || PAGES.test(owner);
  return isOther || !OWNER.test(owner) || !isRepositoryName(name) ? null : { owner, name, at: head };
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
  const shown = page === 'tree' ? rest.join('/') : '';
  const ref = [data?.ref, data?.defaultBranch, shown].find((name) => name && `${shown}/`.startsWith(`${name}/`));
  return { isRoot: !page || ref === shown, ref: ref === data?.defaultBranch ? undefined : ref };
}
