import { octicon } from './octicons.ts';
import { escaped, hashed, nameWithOwner, type PageContext, visibilityWord } from './page-context.ts';
import { embedded } from './page-data.ts';

const TABS = ['Code', 'Issues', 'Pull requests', 'Actions', 'Projects', 'Security', 'Insights'];

export function repositoryTabs(context: PageContext, current: string): string {
  const items = TABS.map(
    (tab) =>
      `<li><a id="${tab.toLowerCase().replace(' ', '-')}-tab" href="/${nameWithOwner(context)}"${tab === current ? ' aria-current="page"' : ''} data-turbo-frame="repo-content-turbo-frame">${tab}</a></li>`,
  );
  return `<nav aria-label="Repository" class="js-repo-nav js-sidenav-container-pjax UnderlineNav"><ul class="UnderlineNav-body">${items.join('')}</ul></nav>`;
}

/** The bar above every page for a reader who is signed out. */
export const signedOutBar = (context: PageContext): string =>
  `<div class="position-relative header-wrapper js-header-wrapper"><header class="HeaderMktg header-logged-out js-details-container" role="banner">${octicon('globe')}<span>Platform</span><span>Solutions</span><span>Pricing</span><qbsearch-input class="search" data-current-repository="${escaped(nameWithOwner(context))}" data-logged-in="false">Search or jump to…</qbsearch-input><a class="btn" href="/login">Sign in</a></header></div>`;

/** Title row of 2021 and later for a reader who is signed out; in 2021 the row was an h1. */
export function signedOutHeader(context: PageContext, current: string, row: 'h1' | 'div' = 'div'): string {
  const { owner, name } = context;
  return `<div id="repository-container-header" class="tmp-pt-3 hide-full-screen" data-turbo-replace>
<div class="d-flex flex-nowrap flex-justify-end mb-3 px" style="gap: 1rem;">
<div class="flex-auto min-width-0 width-fit"><${row} class="d-flex flex-wrap flex-items-center wb-break-word f3 text-normal">
${octicon('repo', 'color-fg-muted mr-2')}
<span class="author flex-self-stretch" itemprop="author"><a class="url fn" rel="author" data-hovercard-type="user" href="/${escaped(owner)}">${escaped(owner)}</a></span>
<span class="mx-1 flex-self-stretch color-fg-muted">/</span>
<strong itemprop="name" class="mr-2 flex-self-stretch"><a data-pjax="#repo-content-pjax-container" data-turbo-frame="repo-content-turbo-frame" href="/${escaped(`${owner}/${name}`)}">${escaped(name)}</a></strong>
<span></span><span class="Label Label--secondary v-align-middle mr-1">${visibilityWord(context)}</span>
</${row}></div>
<div id="repository-details-container" class="flex-shrink-0" data-turbo-replace style="max-width: 70%;"><ul class="pagehead-actions flex-shrink-0 d-none d-md-inline"><li><a class="btn" href="/login">Notifications</a></li><li><a class="btn" href="/login">Fork <span class="Counter">2</span></a></li><li><a class="btn" href="/login">Star <span class="Counter">5</span></a></li></ul></div>
</div>
<div id="responsive-meta-container" data-turbo-replace></div>
${repositoryTabs(context, current)}
</div>`;
}

/** Title row of 2025 for a reader who is signed in: name and label are hidden on phones. */
export function signedInHeader2025(context: PageContext): string {
  const { owner, name } = context;
  return `<div id="repository-container-header" class="pt-3 hide-full-screen" data-turbo-replace>
<div class="d-flex flex-nowrap flex-justify-end mb-3 px" style="gap: 1rem;">
<div class="flex-auto min-width-0 width-fit"><div id="repo-title-component" class="d-flex flex-nowrap flex-items-center wb-break-word f3 text-normal">
<img class="avatar mr-2 d-none d-md-block" alt="Owner avatar" width="24" height="24">
<strong itemprop="name" class="mr-2 flex-self-stretch d-none d-md-block"><a href="/${escaped(`${owner}/${name}`)}">${escaped(name)}</a></strong>
<span></span><span class="Label Label--secondary v-align-middle mr-1 d-none d-md-block">${visibilityWord(context)}</span>
</div></div>
<div id="repository-details-container" data-turbo-replace><ul class="pagehead-actions d-none d-md-inline"><li><button class="btn">Watch <span class="Counter">1</span></button></li><li><button class="btn">Fork <span class="Counter">2</span></button></li><li><button class="btn">Star <span class="Counter">5</span></button></li></ul></div>
</div>
<div id="responsive-meta-container" data-turbo-replace><div class="d-block d-md-none mb-3 px color-fg-muted">${octicon('globe', 'mr-2')}${visibilityWord(context)} repository</div></div>
${repositoryTabs(context, 'Code')}
</div>`;
}

/** The bar of 2026 above every page for a reader who is signed in. `isLoaded` is false until React has taken it over. */
export function globalBar(context: PageContext, isLoaded = true): string {
  const { owner, name } = context;
  const item = (text: string, href: string, more = ''): string =>
    `<li class="${hashed('Breadcrumbs-module__item', context)} ${more}"><a data-component="Breadcrumbs.Item" class="prc-Breadcrumbs-Item-${context.nonce ?? 'x'}" href="${escaped(href)}">${escaped(text)}</a></li>`;
  const crumbs = `${item(owner, `/${owner}`)}${item(name, `/${owner}/${name}`, hashed('ContextRegion-module__contextCrumbLast', context))}`;
  return `<react-partial partial-name="global-nav-bar" data-ssr="true"${isLoaded ? ' class="loaded"' : ''}>${embedded(
    'react-partial',
    {
      props: {
        contextRegion: { crumbs: [{ label: owner }, { label: name }] },
        search: { searchContext: { current_repo_nwo: nameWithOwner(context) } },
      },
    },
  )}<div data-target="react-partial.reactRoot"><header class="GlobalNav ${hashed('GlobalNav-module__header', context)}" aria-label="Global navigation menu"><div data-testid="top-nav-left">${octicon('globe')}</div><div data-testid="top-nav-center"><nav aria-label="Breadcrumbs" data-component="Breadcrumbs"><ol>${crumbs}</ol></nav></div><div class="search">Type / to search</div><img class="avatar" alt=""></header></div></react-partial>`;
}

/** The header of older pages, which stays in the page of 2026 but is hidden. */
export const hiddenHeader = (context: PageContext): string =>
  `<div id="repository-container-header" class="pt-3 hide-full-screen" data-turbo-replace hidden><strong itemprop="name">${escaped(context.name)}</strong><span class="Label Label--secondary">${visibilityWord(context)}</span></div>`;

/** React's title row of 2026, inside the code view. */
export function reactTitleRow(context: PageContext): string {
  const { owner, name } = context;
  return `<div class="title-row ${hashed('RepoHeader-module__row', context)}"><div id="repo-title-component" class="d-flex flex-items-center f3 ${hashed('RepoTitle-module__title', context)}"><img data-component="Avatar" class="avatar mr-2" alt="" width="24" height="24"><div data-testid="repo-name-wrapper" class="mr-2 text-bold"><a href="/${escaped(`${owner}/${name}`)}">${escaped(name)}</a></div><span data-component="Label" data-variant="secondary" data-testid="repo-visibility-label" class="prc-Label-Label-${context.nonce ?? 'x'}">${visibilityWord(context)}</span></div><ul data-testid="repo-header-actions"><li><button class="btn">Watch <span class="Counter">1</span></button></li><li><button class="btn">Fork <span class="Counter">2</span></button></li><li><button class="btn">Star <span class="Counter">5</span></button></li></ul></div>`;
}
