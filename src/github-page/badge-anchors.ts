/** The places for the badge, best first; `corner` is a place of our own that is always there. */
export type Rung = 'label' | 'title' | 'header' | 'name' | 'breadcrumb' | 'about' | 'corner';

/** Where the badge goes: right after this element. */
export interface Anchor {
  readonly rung: Rung;
  readonly element: Element;
}

const HEADER = '#repository-container-header:not([hidden]) ';

// Dates: since when GitHub's pages hold the anchor, and until when if it went. One query each keeps the search cheap.
const LADDER: Readonly<Record<Exclude<Rung, 'corner'>, string>> = {
  // signed in, since 2026-07: the visibility label of the React title row
  label: '[data-testid="repo-visibility-label"]',
  // signed in, since 2025: the server's title row, and the React row should its test id go
  title: '#repo-title-component :is(.Label,[data-component="Label"])',
  // signed out, since 2021; signed-in pages of 2026 keep this header but hide it
  header: `${HEADER}.Label`,
  // the same header without a visibility label
  name: `${HEADER}strong[itemprop="name"]`,
  // signed in, since 2026-01: sub-pages such as issues have no title row, only the global bar
  breadcrumb: '.GlobalNav nav[data-component="Breadcrumbs"] li:last-child > a',
  // the root's sidebar: a server's grid until 2026-07, CSS modules since 2026-08; its first heading is About in any language
  about: '.BorderGrid,[class*="-module__borderGrid"]',
};

/** Where a visibility label stands. */
export const labelPlaces = `${LADDER.label},${LADDER.title},${LADDER.header}`;

/** The best place that is shown at this width, or undefined: then the corner. Six queries at most. */
export function findAnchor(): Anchor | undefined {
  for (const rung of Object.keys(LADDER) as (keyof typeof LADDER)[]) {
    // Of two of a kind, one may stand for phones and be hidden here.
    const element = [...document.querySelectorAll(LADDER[rung])]
      .map((found) => (rung === 'about' ? found.querySelector('h2') : found))
      .find((found) => found?.checkVisibility());
    if (element) return { rung, element };
  }
  return undefined;
}

/** React throws foreign elements away while it takes over the server's markup; outside of React's parts it is always ready. */
export const isReady = ({ element }: Anchor): boolean => !element.closest(':is(react-app,react-partial):not(.loaded)');
