import type { PageContext, PageShape } from '../../test/github-pages/page-context.ts';
import { type RenderOptions, renderPage } from '../../test/github-pages/render-page.ts';

/** A made-up repository page; a test changes what it is about. */
export const pageContext = (changes: Partial<PageContext> = {}): PageContext => ({
  owner: 'mira-lund',
  name: 'sleep-report',
  visibility: 'public',
  path: '/mira-lund/sleep-report',
  defaultBranch: 'main',
  commit: '3f2a1c9d3f2a1c9d3f2a1c9d3f2a1c9d3f2a1c9d',
  files: [
    { name: 'notebooks', directory: true },
    { name: 'README.md', directory: false },
    { name: 'environment.yml', directory: false },
  ],
  viewer: null,
  theme: { mode: 'light', light: 'light', dark: 'dark' },
  nonce: 'a1',
  ...changes,
});

/** Puts the page in the place of the one that is shown, as a visit by Turbo does, and sets the address. */
export function showPage(
  shape: PageShape,
  changes: Partial<PageContext> = {},
  options: RenderOptions = {},
): PageContext {
  const context = pageContext(changes);
  const made = new DOMParser().parseFromString(renderPage(shape, context, options), 'text/html');
  made.querySelector('style')?.remove();
  history.replaceState(null, '', context.path);
  document.head.replaceChildren(...made.head.childNodes);
  document.body.replaceWith(document.adoptNode(made.body));
  for (const { name, value } of [...made.documentElement.attributes])
    document.documentElement.setAttribute(name, value);
  return context;
}
