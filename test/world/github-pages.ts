import type { PageContext, PageShape } from '../github-pages/page-context.ts';
import { type RenderOptions, renderPage } from '../github-pages/render-page.ts';
import type { PageRenderer, PageRepository } from './world-state.ts';

/** Who looks at GitHub's pages, in which shape and theme. */
export interface PageLook extends RenderOptions {
  /** The shape of a repository's root; other pages follow from their address. */
  readonly root?: PageShape;
  /** The shape of every page of a repository, whatever its address. */
  readonly shape?: PageShape;
  /** The login of the reader, null when signed out. */
  readonly viewer?: string | null;
  readonly theme?: PageContext['theme'];
}

const autoTheme = { mode: 'auto', light: 'light', dark: 'dark' } as const;

/** Makes pages as GitHub shows them to one reader; by default to one who is signed out, private repositories to their owner. */
export function githubPages({
  root,
  shape: everywhere,
  viewer,
  theme = autoTheme,
  ...options
}: PageLook = {}): PageRenderer {
  return ({ path, repository }) => {
    const isPrivate = repository?.visibility === 'private';
    const reader = viewer ?? (isPrivate ? repository.owner : null);
    const ownRoot = root ?? (reader === null ? 'root-signed-out' : 'root-signed-in-2026');
    const shape = (repository === null ? undefined : everywhere) ?? shapeOf(path, repository, ownRoot);
    return shape === null ? null : renderPage(shape, contextOf(path, repository, { viewer: reader, theme }), options);
  };
}

function shapeOf(path: string, repository: PageRepository | null, root: PageShape): PageShape | null {
  const [first, , page, number] = path.split('/').filter((part) => part !== '');
  if (repository === null) return first === 'settings' ? 'settings' : null;
  if (page === 'issues' && number !== undefined) return 'issue';
  return page === 'blob' ? 'blob-signed-out-2021' : root;
}

const contextOf = (
  path: string,
  repository: PageRepository | null,
  { viewer, theme }: Pick<PageContext, 'viewer' | 'theme'>,
): PageContext => ({
  owner: repository?.owner ?? '',
  name: repository?.name ?? '',
  visibility: repository?.visibility ?? 'public',
  path,
  defaultBranch: repository?.defaultBranch ?? 'main',
  commit: repository?.commit ?? '',
  files: (repository?.entries ?? []).map(({ name, isFolder }) => ({ name, directory: isFolder })),
  viewer,
  theme,
});
