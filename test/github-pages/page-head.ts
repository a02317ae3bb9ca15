import { escaped, nameWithOwner, type PageContext, type PageShape } from './page-context.ts';
import { pageStyle } from './page-style.ts';

const meta = (name: string, content: string): string => `<meta name="${name}" content="${escaped(content)}">`;

export function pageTitle(shape: PageShape, context: PageContext): string {
  const nwo = nameWithOwner(context);
  switch (shape) {
    case 'not-found':
      return 'Page not found · GitHub';
    case 'settings':
      return 'Personal Access Tokens (Classic)';
    case 'issue':
      return `The plot is empty · Issue #7 · ${nwo}`;
    case 'blob-signed-out-2021':
      return `${context.name}/${blobPath(context)} at ${context.defaultBranch} · ${nwo}`;
    default:
      return context.viewer === null
        ? `GitHub - ${nwo}: ${context.description ?? ''} · GitHub`
        : `${nwo}: ${context.description ?? ''}`;
  }
}

export const blobPath = ({ path }: PageContext): string => path.split('/').slice(5).join('/') || 'README.md';

function route(shape: PageShape): string {
  if (shape === 'issue') return '/_view_fragments/issues/show/:user_id/:repository/:id/issue_layout(.:format)';
  if (shape === 'blob-signed-out-2021') return '/:user_id/:repository/blob/*name(/*path)';
  return shape === 'settings' ? '/settings/tokens(.:format)' : '/:user_id/:repository';
}

function repositoryMetas(shape: PageShape, context: PageContext): string[] {
  if (shape === 'settings' || shape === 'not-found') return [];
  const nwo = nameWithOwner(context);
  const isPublic = context.visibility === 'public';
  const dimension = 'octolytics-dimension-repository';
  return [
    meta('go-import', `github.com/${nwo} git https://github.com/${nwo}.git`),
    meta('octolytics-dimension-user_login', context.owner),
    meta(`${dimension}_id`, '478823173'),
    meta(`${dimension}_nwo`, nwo),
    shape === 'sidebar-only'
      ? meta(`${dimension}_is_private`, String(!isPublic))
      : meta(`${dimension}_public`, String(isPublic)),
    meta(`${dimension}_is_fork`, 'false'),
    `<meta property="og:url" content="https://github.com/${escaped(nwo)}">`,
    ...(shape === 'root-signed-in-2026' ? [meta('current-repo-nwo', nwo)] : []),
  ];
}

/** The head of a page of GitHub: title, metas and one style. */
export const pageHead = (shape: PageShape, context: PageContext): string =>
  [
    '<meta charset="utf-8">',
    `<title>${escaped(pageTitle(shape, context))}</title>`,
    '<meta name="viewport" content="width=device-width">',
    `<meta name="route-pattern" content="${escaped(route(shape))}" data-turbo-transient>`,
    meta('user-login', context.viewer ?? ''),
    ...repositoryMetas(shape, context),
    meta(
      'turbo-body-classes',
      `${context.viewer === null ? 'logged-out' : 'logged-in'} env-production page-responsive`,
    ),
    `<style>${pageStyle}</style>`,
  ].join('\n');
