import { escaped, hashed, nameWithOwner, type PageContext, type PageShape } from './page-context.ts';
import { overviewData, rootData } from './page-data.ts';
import { blobPath, pageHead } from './page-head.ts';
import { themeAttributes } from './page-theme.ts';
import {
  globalBar,
  hiddenHeader,
  reactTitleRow,
  signedInHeader2025,
  signedOutBar,
  signedOutHeader,
} from './repository-header.ts';
import { phoneAbout, reactSidebar, rootListing, serverSidebar } from './repository-root.ts';

/*
 * What GitHub does to its pages is for a test to do, in the page, with `page.evaluate`:
 *   Turbo visit      history.pushState(null, '', path); replace document.body and the metas by those of another rendered page
 *                    (DOMParser); dispatch `turbo:load` and `turbo:render` on document.documentElement, bubbling.
 *   Turbo snapshot   dispatch `turbo:before-cache` on document.documentElement; a moment later document.body.cloneNode(true);
 *                    put the clone in the place of the body and dispatch `turbo:render`.
 *   Soft navigation  history.pushState; change the title row, leave the script of the first page; dispatch
 *                    `soft-nav:react-done` on document.
 *   React renders    replace any ancestor of the badge by its own cloneNode(true).
 *   React loads      the class `loaded` comes to react-app or react-partial (`hydrating` in `renderPage`).
 */

export interface RenderOptions {
  /** React has not yet taken over its parts: no `loaded`. */
  readonly hydrating?: boolean;
  /** The heading of the sidebar's first part; another word in another language. */
  readonly about?: string;
}

const frame = (content: string): string =>
  `<turbo-frame id="repo-content-turbo-frame" target="_top" data-turbo-action="advance"><div id="repo-content-pjax-container" class="repository-content">${content}</div></turbo-frame>`;

const codeView = (context: PageContext, options: RenderOptions, data: string, content: string): string =>
  `<react-app app-name="code-view" initial-path="/${escaped(nameWithOwner(context))}" data-ssr="true" data-data-router-enabled="true"${options.hydrating ? '' : ' class="loaded"'}>${data}<div data-target="react-app.reactRoot">${content}</div></react-app>`;

const columns = (left: string, right: string): string =>
  `<div class="columns"><div>${left}</div><div class="sidebar">${right}</div></div>`;

const main = (content: string): string =>
  `<div class="application-main"><div itemscope itemtype="http://schema.org/SoftwareSourceCode"><main id="js-repo-pjax-container">${content}</main></div></div>`;

type Body = (context: PageContext, options: RenderOptions) => string;

const BODIES: Readonly<Record<PageShape, Body>> = {
  'root-signed-out': (context, options) => {
    const root = columns(
      rootListing(context),
      `<div class="${hashed('PageLayout-Pane', context)}"><rails-partial data-partial-name="codeViewRepoRoute.Sidebar">${serverSidebar(context)}</rails-partial></div>`,
    );
    return (
      signedOutBar(context) +
      main(signedOutHeader(context, 'Code') + frame(codeView(context, options, rootData(context), root)))
    );
  },
  'root-signed-in-2025': (context, options) => {
    const overview = `<react-partial partial-name="repos-overview" data-ssr="true"${options.hydrating ? '' : ' class="loaded"'}>${overviewData(context)}<div data-target="react-partial.reactRoot">${rootListing(context)}</div></react-partial>`;
    const bar = `<header class="AppHeader" role="banner"><div class="AppHeader-context-full">${escaped(nameWithOwner(context))}</div><div class="search">Type / to search</div><img class="avatar" alt=""></header>`;
    return (
      bar +
      main(
        signedInHeader2025(context) +
          frame(columns(overview, `<div class="Layout-sidebar">${serverSidebar(context)}</div>`)),
      )
    );
  },
  'root-signed-in-2026': (context, options) => {
    const root = `${reactTitleRow(context)}${columns(phoneAbout(context, options.about) + rootListing(context), reactSidebar(context, options.about))}`;
    const view = codeView(context, options, rootData(context), root);
    return globalBar(context, !options.hydrating) + main(hiddenHeader(context) + frame(view));
  },
  'sidebar-only': (context, options) =>
    main(
      `<div id="repos-split-pane-content">${columns(rootListing(context), reactSidebar(context, options.about))}</div>`,
    ),
  issue: (context, options) => {
    const issue = columns(
      `<h1 class="f3">The plot is empty <span class="color-fg-muted text-normal">#7</span></h1><div class="box"><div class="box-header text-bold">${escaped(context.owner)}</div><article class="markdown-body"><p>The last figure of the report shows no points.</p></article></div>`,
      '<h3 class="h4">Assignees</h3><span class="color-fg-muted">No one assigned</span>',
    );
    const bar = context.viewer === null ? signedOutBar(context) : globalBar(context, !options.hydrating);
    const header = context.viewer === null ? signedOutHeader(context, 'Issues') : hiddenHeader(context);
    return bar + main(header + frame(issue));
  },
  'blob-signed-out-2021': (context) => {
    const file = `<div class="columns"><div class="box"><div class="box-header text-bold">${escaped(blobPath(context))}</div><pre>name: report\ndependencies:\n  - python=3.11</pre></div></div>`;
    return signedOutBar(context) + main(signedOutHeader(context, 'Code', 'h1') + frame(file));
  },
  settings: () =>
    '<header class="AppHeader" role="banner">Settings</header><main class="columns"><div><h2>Personal access tokens (classic)</h2><p>Tokens you have generated that can be used to access the GitHub API.</p></div></main>',
  'not-found': () =>
    '<header class="HeaderMktg" role="banner">GitHub</header><main class="columns"><div><h1>404</h1><p>This is not the web page you are looking for.</p></div></main>',
};

/** The HTML of a page of github.com in one of its shapes; plain strings, no script. */
export function renderPage(shape: PageShape, context: PageContext, options: RenderOptions = {}): string {
  const login = context.viewer === null ? 'logged-out' : 'logged-in';
  const body = `<div data-turbo-body class="${login} env-production page-responsive">${BODIES[shape](context, options)}</div>`;
  return `<!DOCTYPE html><html lang="en" ${themeAttributes(context)} data-a11y-animated-images="system" data-a11y-link-underlines="true"><head>${pageHead(shape, context)}</head><body class="${login} env-production page-responsive">${body}</body></html>`;
}
