import { octicon } from './octicons.ts';
import { escaped, hashed, nameWithOwner, type PageContext } from './page-context.ts';

function fileRow(context: PageContext, { name, directory }: PageContext['files'][number]): string {
  const href = `/${nameWithOwner(context)}/${directory ? 'tree' : 'blob'}/${context.defaultBranch}/${encodeURIComponent(name)}`;
  return `<tr class="react-directory-row"><td class="react-directory-row-name-cell-large-screen">${octicon(directory ? 'folder' : 'file')}<a title="${escaped(name)}" aria-label="${escaped(name)}, (${directory ? 'Directory' : 'File'})" class="Link--primary" href="${escaped(href)}">${escaped(name)}</a></td><td class="color-fg-muted">Add what the report needs</td><td class="color-fg-muted">last week</td></tr>`;
}

/** Toolbar, list of files and README of a root page. */
export function rootListing(context: PageContext): string {
  const readme = context.files.find(({ name }) => /^readme/i.test(name));
  const rows = context.files.map((file) => fileRow(context, file)).join('');
  const article = `<div class="box"><div class="box-header text-bold">README</div><article class="markdown-body entry-content container-lg" itemprop="text"><h1>${escaped(context.name)}</h1><p>${escaped(context.description ?? '')}</p></article></div>`;
  return `<div class="toolbar"><button class="btn" id="ref-picker-repos-header-ref-selector">${escaped(context.defaultBranch)}</button><button class="btn btn-primary">Code</button></div>
<div class="box ${hashed('OverviewContent-module__box', context)}"><div class="box-header"><span class="text-bold">${escaped(context.owner)}</span><span class="color-fg-muted">Add what the report needs · ${context.commit.slice(0, 7)}</span></div><table aria-labelledby="folders-and-files" class="${hashed('Table-module__table', context)}"><tbody>${rows}</tbody></table></div>
${readme === undefined ? '' : article}`;
}

/** The sidebar as the server made it until July 2026. */
export const serverSidebar = (context: PageContext): string =>
  `<div class="BorderGrid about-margin"><div class="BorderGrid-row"><div class="BorderGrid-cell"><div class="hide-sm hide-md"><h2 class="mb-3 h4">About</h2><p class="f4 my-3">${escaped(context.description ?? 'No description, website, or topics provided.')}</p><h3 class="sr-only">Resources</h3><div class="mt-2"><a class="Link--muted color-fg-muted" href="#readme-ov-file">Readme</a></div></div></div></div>
<div class="BorderGrid-row"><div class="BorderGrid-cell"><h2 class="h4 mb-3">Releases</h2><span class="color-fg-muted">No releases published</span></div></div></div>`;

/** React's sidebar since August 2026; a second About stands in the page for phones. `heading` differs by language. */
export function reactSidebar(context: PageContext, heading = 'About'): string {
  const section = (title: string, body: string, more = ''): string =>
    `<div class="grid-row ${hashed('SidebarSection-module__sidebarSection', context)} ${more}"><h2 data-component="Heading" class="h4 mb-3">${title}</h2>${body}</div>`;
  const about = `<p class="f4 my-3">${escaped(context.description ?? 'No description, website, or topics provided.')}</p>`;
  return `<div class="prc-PageLayout-PaneWrapper-${context.nonce ?? 'x'} pr-2"><div data-component="SplitPageLayout.Pane"><div class="${hashed('CodeViewSidebar-module__borderGrid', context)}">${section(heading, about, 'hide-sm hide-md')}${section('Releases', '<span class="color-fg-muted">No releases published</span>')}</div></div></div>`;
}

/** The About of the page for phones. */
export const phoneAbout = (context: PageContext, heading = 'About'): string =>
  `<div class="d-block d-md-none ${hashed('OverviewContent-module__borderGrid', context)}"><h2 data-component="Heading" class="h4 mb-3">${heading}</h2></div>`;
