import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chrome' | 'firefox';

export interface LaunchOptions {
  readonly browser: BrowserName;
  /** The local GitHub that the browser is led to; without it the browser is on the real network. */
  readonly world?: { readonly proxyPort: number };
  /** A profile folder that outlives the run; without it a fresh one is made and thrown away. */
  readonly profile?: string;
  readonly headless?: boolean;
  /** The unpacked extension; `dist/<browser>` unless named. */
  readonly extension?: string;
}

/** One browser with Reprise installed, driven as a person would. */
export interface Driver {
  readonly browser: BrowserName;
  readonly puppeteer: Browser;
  /** The first tab. */
  readonly page: Page;
  /** The welcome tab that opens by itself after the installation; null in a profile that had one before. */
  readonly welcome: Page | null;
  /** The tab that something else opened, by its address. */
  readonly openedTab: (address: RegExp) => Promise<Page>;
  /** Opens a page of the extension in a new tab: `src/entries/options.html`. */
  readonly openOwnPage: (path: string) => Promise<Page>;
  /** Clicks the real toolbar button while `page` (the first tab unless named) is in front. */
  readonly toolbarClick: (page?: Page) => Promise<Popup>;
  /** The popup that something else opened. */
  readonly openedPopup: () => Promise<Popup>;
  /** Chooses Reprise's line in the menu on selected text; in Chromium, whose menu no driver reaches, its click is told as the browser tells it. */
  readonly chooseInMenu: (page: Page, selection: string) => Promise<void>;
  readonly killBackground: () => Promise<void>;
  /** Installs the same folder over itself, as an update does: pages keep the old content script, now cut off. */
  readonly reloadExtension: () => Promise<void>;
  /** Uncaught errors and broken security policies of the extension's pages and background since the last call. */
  readonly complaints: () => Promise<readonly string[]>;
  /** What stands in the badge's closed shadow root now. */
  readonly badge: (page?: Page) => Promise<Badge>;
  /** The badge once its text matches; fails with the last text after `ms`. */
  readonly waitForBadge: (text: RegExp, page?: Page, ms?: number) => Promise<Badge>;
  readonly close: () => Promise<void>;
}

/** The toolbar button's popup. `evaluate` takes an expression, which may be a promise of plain JSON. */
export interface Popup {
  readonly text: () => Promise<string>;
  readonly waitFor: (text: RegExp, ms?: number) => Promise<string>;
  readonly click: (selector: string) => Promise<void>;
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly screenshot: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** `count` tells how many badges the page holds; the rest is of the first. `label` is what a screen reader says. */
export interface Badge {
  readonly count: number;
  readonly text: string;
  readonly label: string;
  readonly state: string;
  /** Of the words, as the browser computes it. */
  readonly colour: string;
  readonly click: () => Promise<void>;
}

/** The tab whose page says that it has the address: what puppeteer itself knows of tabs opened by extensions is stale. */
export const openedTab = async (browser: Browser, address: RegExp, ms = 5000): Promise<Page> => {
  const found: Page[] = [];
  const look = async () => {
    const pages = await browser.pages();
    const addresses = await Promise.all(pages.map((page) => page.evaluate(() => location.href).catch(() => '')));
    found.push(...pages.filter((_, index) => address.test(addresses[index] ?? '')));
    return addresses.join(' ');
  };
  await waitForText(look, address, ms);
  const [first] = found;
  if (!first) throw new Error(`no tab has the address ${address}`);
  return first;
};

/** So long a browser may take to start when both do at once. */
export const COLD_START = 30_000;

/** Asks again every 20 ms until the text matches. */
export const waitForText = async (read: () => Promise<string>, text: RegExp, ms = 5000): Promise<string> => {
  const end = Date.now() + ms;
  for (;;) {
    const last = await read().catch((error: Error) => `(${error.message})`);
    if (text.test(last)) return last;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${text}, have: ${last}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
