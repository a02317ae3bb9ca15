import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { COLD_START, type Driver, type LaunchOptions, openedTab, waitForText } from './driver.ts';
import { firefoxPopup } from './firefox-popup.ts';
import { type FirefoxProtocol, firefoxProtocol, type RemoteNode } from './firefox-protocol.ts';
import { badgeHost, badgeReader, type ShadowAccess } from './read-badge.ts';

// Firefox gives every installation an address of its own; here it is fixed beforehand.
const address = '11111111-2222-4333-8444-555555555555';
const origin = `moz-extension://${address}`;

const idOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;

const preferences = (id: string, proxyPort: number | undefined, isKept: boolean) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [id]: address }),
  'network.captive-portal-service.enabled': false,
  // Permissions are given without a question of the browser, which no driver can answer.
  'extensions.webextOptionalPermissionPrompts': false,
  'network.connectivity-service.enabled': false,
  ...(isKept && {
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
  }),
  ...(proxyPort !== undefined && {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.no_proxies_on': '',
  }),
});

// A panel closes when another tab comes to the front, so a change that is under way ends first.
const clickToolbar = `async (id) => {
  for (let tries = 0; gBrowser._switcher && tries < 100; tries += 1) await new Promise((done) => setTimeout(done, 20));
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}`;

// The browser's own list of errors: BiDi tells none of pages of extensions. A flag of 1 is a warning.
const takeComplaints = `async (origin) => {
  const complaints = Services.console.getMessageArray()
    .filter((one) => one instanceof Ci.nsIScriptError && (one.flags & 1) === 0)
    .filter((one) => (one.sourceName + one.errorMessage).includes(origin))
    .map((one) => one.errorMessage);
  Services.console.reset();
  return JSON.stringify(complaints);
}`;

const chooseInMenu = `async () => {
  const menu = document.getElementById('contentAreaContextMenu');
  for (let tries = 0; menu.state !== 'open' && tries < 100; tries += 1) await new Promise((done) => setTimeout(done, 50));
  const item = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === 'Check this image');
  if (!item) throw new Error('the menu has no such line: ' + menu.state);
  menu.activateItem(item);
}`;

const endBackground = `(id) => WebExtensionPolicy.getByID(id).extension
  .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
  .then(() => undefined)`;

export const launchFirefox = async ({ world, profile, headless = true, extension }: LaunchOptions): Promise<Driver> => {
  const folder = resolve(extension ?? 'dist/firefox');
  const id = idOf(folder);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless,
    acceptInsecureCerts: world !== undefined,
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    ...(profile && { userDataDir: profile }),
    args: ['-remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: preferences(id, world?.proxyPort, profile !== undefined),
  });
  await browser.installExtension(folder);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const protocol = await firefoxProtocol(browser);
  const openedPopup = async () => {
    const popup = firefoxPopup(protocol);
    await waitForText(async () => String(await popup.evaluate(`document.readyState`)), /complete/);
    return popup;
  };
  const welcome = profile ? null : await openedTab(browser, /\/src\/entries\/welcome\.html$/, COLD_START);
  await page.bringToFront();
  return {
    browser: 'firefox',
    puppeteer: browser,
    page,
    welcome,
    openedTab: (address) => openedTab(browser, address),
    // The end of a navigation to a page of an extension is never reported, so its content is waited for instead.
    openOwnPage: async (path) => {
      const own = await browser.newPage();
      const context = protocol.contextOf(own);
      await protocol.send('browsingContext.navigate', { context, url: `${origin}/${path}`, wait: 'none' });
      await own.waitForSelector('body > *');
      return own;
    },
    toolbarClick: async (at = page) => {
      await at.bringToFront();
      await protocol.callInChrome(clickToolbar, id);
      return openedPopup();
    },
    openedPopup,
    chooseInMenu: async (at) => {
      await at.bringToFront();
      const place = await at.evaluate(() => {
        const { left, top, width, height } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await at.mouse.click(place.x, place.y, { button: 'right' });
      await protocol.callInChrome(chooseInMenu);
    },
    killBackground: async () => {
      await protocol.callInChrome(endBackground, id);
    },
    reloadExtension: async () => {
      await browser.installExtension(folder);
    },
    complaints: async () => JSON.parse((await protocol.callInChrome(takeComplaints, origin)) as string),
    ...badgeReader(closedShadow(protocol), page),
    close: () => browser.close(),
  };
};

const closedShadow = ({ call, contextOf }: FirefoxProtocol): ShadowAccess => ({
  count: async (page) => {
    const selector = { type: 'string', value: badgeHost };
    const count = await call(contextOf(page), '(one) => document.querySelectorAll(one).length', [selector]);
    return count.value as number;
  },
  callWithRoot: async (page, functionText) => {
    const context = contextOf(page);
    const host = (await call(context, '(one) => document.querySelector(one)', [{ type: 'string', value: badgeHost }], {
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    })) as RemoteNode;
    const sharedId = host.value?.shadowRoot?.sharedId;
    if (sharedId === undefined) throw new Error('there is no badge, or it has no shadow root');
    const answer = await call(context, `(root) => JSON.stringify((${functionText})(root))`, [{ sharedId }]);
    return JSON.parse(answer.value as string);
  },
});
