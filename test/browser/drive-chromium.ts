import { resolve } from 'node:path';
import puppeteer, { type CDPSession, type Extension, type Page, type WebWorker } from 'puppeteer-core';
import { listenForComplaints } from './chromium-complaints.ts';
import { COLD_START, type Driver, type LaunchOptions, openedTab, type Popup, waitForText } from './driver.ts';
import { badgeHost, badgeReader, type ShadowAccess } from './read-badge.ts';

// The browser itself is kept off the network.
const switches = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1280,900',
];

export const launchChromium = async ({
  world,
  profile,
  headless = true,
  extension,
}: LaunchOptions): Promise<Driver> => {
  const browser = await puppeteer.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: world !== undefined,
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    ...(profile && { userDataDir: profile }),
    args: [
      ...switches,
      // Root has no sandbox, and many containers have none; a person at a display keeps it.
      ...(headless || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(world ? [`--proxy-server=http://127.0.0.1:${world.proxyPort}`, '--proxy-bypass-list=<-loopback>'] : []),
    ],
  });
  const folder = resolve(extension ?? 'dist/chrome');
  const id = await browser.installExtension(folder);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const origin = `chrome-extension://${id}`;
  const complaints = listenForComplaints(browser, origin);
  const installed = async () => {
    const found = (await browser.extensions()).get(id);
    if (!found) throw new Error('the extension is not installed');
    return found;
  };
  const openedPopup = async () => {
    const isPopup = (url: string) => url.startsWith(`${origin}/src/entries/popup.html`);
    const target = await browser.waitForTarget((one) => isPopup(one.url()), { timeout: 5000 });
    return popupOf(await target.asPage());
  };
  const welcome = profile ? null : await openedTab(browser, /\/src\/entries\/welcome\.html$/, COLD_START);
  await page.bringToFront();
  return {
    browser: 'chrome',
    puppeteer: browser,
    page,
    welcome,
    openedTab: (address) => openedTab(browser, address),
    openOwnPage: async (path) => {
      const own = await browser.newPage();
      await own.goto(`${origin}/${path}`, { waitUntil: 'domcontentloaded' });
      return own;
    },
    toolbarClick: async (at = page) => {
      await at.bringToFront();
      await at.triggerExtensionAction(await installed());
      return openedPopup();
    },
    openedPopup,
    chooseInMenu: async (at, selection) => {
      const own = await browser.newPage();
      await own.goto(`${origin}/src/entries/options.html`);
      // The background is woken, as a click in the menu wakes it.
      await own.evaluate(() => chrome.runtime.sendMessage({ type: 'badges/refresh' }));
      const worker = await livingWorker(installed);
      await worker.evaluate(async (selectionText) => {
        const menuItemId = 'check-selection';
        // Fails when there is no such line.
        await chrome.contextMenus.update(menuItemId, {});
        const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: object): void };
        clicked.dispatch({ menuItemId, selectionText });
      }, selection);
      await own.close();
      await at.bringToFront();
    },
    killBackground: async () => {
      // One that has ended by itself is as good.
      for (const worker of await (await installed()).workers()) await worker.close().catch(() => undefined);
    },
    reloadExtension: async () => {
      await browser.installExtension(folder);
    },
    complaints: async () => complaints.splice(0),
    ...badgeReader(closedShadow, page),
    close: () => browser.close(),
  };
};

/** The background, once it answers: the list still holds one that has just ended. */
async function livingWorker(installed: () => Promise<Extension>): Promise<WebWorker> {
  for (let tries = 0; tries < 100; tries += 1) {
    for (const worker of await (await installed()).workers())
      if (await worker.evaluate(() => true).catch(() => false)) return worker;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the background does not run');
}

const popupOf = (page: Page): Popup => {
  const text = () => page.evaluate(() => document.body.innerText);
  return {
    text,
    waitFor: (wanted, ms) => waitForText(text, wanted, ms),
    click: (selector) => page.click(selector),
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot(),
    close: async () => {
      if (page.isClosed()) return;
      const closed = new Promise((done) => page.once('close', done));
      await page.evaluate(() => window.close()).catch(() => undefined);
      await closed;
    },
  };
};

const sessions = new WeakMap<Page, Promise<CDPSession>>();
const sessionOf = (page: Page): Promise<CDPSession> => {
  const session = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, session);
  return session;
};

const badgeHosts = async (session: CDPSession): Promise<number[]> => {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  return (await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: badgeHost })).nodeIds;
};

const closedShadow: ShadowAccess = {
  count: async (page) => (await badgeHosts(await sessionOf(page))).length,
  callWithRoot: async (page, functionText) => {
    const session = await sessionOf(page);
    const [nodeId] = await badgeHosts(session);
    if (nodeId === undefined) throw new Error('there is no badge');
    const { node } = await session.send('DOM.describeNode', { nodeId, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) throw new Error('the badge has no shadow root');
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function () { return (${functionText})(this); }`,
      ...(object.objectId && { objectId: object.objectId }),
      returnByValue: true,
    });
    return result.value;
  },
};
