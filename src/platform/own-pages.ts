import browser from 'webextension-polyfill';

/** The extension's own pages, as they lie in the package. */
const PAGES = {
  popup: 'src/entries/popup.html',
  welcome: 'src/entries/welcome.html',
  folder: 'src/entries/folder.html',
} as const;

/** Opens an own page in a new tab. */
export async function openOwnPage(
  page: keyof typeof PAGES,
  query: Readonly<Record<string, string>> = {},
): Promise<void> {
  const search = new URLSearchParams(query).toString();
  const path = search === '' ? PAGES[page] : `${PAGES[page]}?${search}`;
  try {
    await browser.tabs.create({ url: browser.runtime.getURL(path) });
  } catch {
    // Without a window there is nowhere to open it.
  }
}

/** Opens the options in a tab. */
export async function openOptions(): Promise<void> {
  try {
    await browser.runtime.openOptionsPage();
  } catch {
    // As above.
  }
}

/** Runs once, right after the first installation, not after an update. */
export function onFirstInstallation(run: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') run();
  });
}

/** Whether this page stands in a tab, and not in the toolbar's popup. */
export async function isInTab(): Promise<boolean> {
  try {
    return (await browser.tabs.getCurrent()) !== undefined;
  } catch {
    return false;
  }
}

export const ownVersion = (): string => browser.runtime.getManifest().version;
