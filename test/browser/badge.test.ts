import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PageLook } from '../world/github-pages.ts';
import type { World } from '../world/start-world.ts';
import { browsers, forgetSession, forgetSnapshots, type Rig, readyRig } from './rig.ts';

const COMPLETE = 'sleep-and-screen-time';
const address = (name: string, rest = '') => `https://github.com/sample-class/${name}${rest}`;
const OURS = [
  'github.com',
  'api.github.com',
  'raw.githubusercontent.com',
  'ghcr.io',
  'pkg-containers.githubusercontent.com',
];

/** Holds every answer of one host until `go`; tells when the first request has come. */
function hold(world: World, host: string) {
  let came = (): void => {};
  let go = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    came = resolve;
  });
  const released = new Promise<void>((resolve) => {
    go = resolve;
  });
  world.answerWith(async (request) => {
    if (request.headers.host !== host) return false;
    came();
    await released;
    return false;
  });
  return { arrived, go };
}

describe.each(browsers)('the badge in %s', (browser) => {
  let rig: Rig;
  let page: Page;
  beforeAll(async () => {
    rig = await readyRig(browser);
    page = rig.driver.page;
  });
  beforeEach(async () => {
    rig.look = {};
    rig.world.reset();
    await page.bringToFront();
  });

  const visit = (name: string, rest = '') => page.goto(address(name, rest), { waitUntil: 'domcontentloaded' });
  const settled = (words: RegExp) => rig.driver.waitForBadge(words);

  test.each<[string, string, PageLook, RegExp]>([
    ['the root, signed out', '', { root: 'root-signed-out' }, /^nothing required is missing$/],
    ['the root, signed in, 2025', '', { root: 'root-signed-in-2025', viewer: 'somebody' }, /^nothing required/],
    ['the root, signed in, 2026', '', { root: 'root-signed-in-2026', viewer: 'somebody' }, /^nothing required/],
    ['a page with nothing but the sidebar', '', { root: 'sidebar-only' }, /^nothing required/],
    ['an issue', '/issues/7', {}, /^(?:nothing required|Check)/],
  ])('stands once on %s', async (_name, rest, look, words) => {
    rig.look = look;
    await visit(COMPLETE, rest);
    expect(await settled(words)).toMatchObject({ count: 1 });
  });

  test.each([
    ['a page of settings', 'https://github.com/settings/tokens'],
    ['a page that is not there', 'https://github.com/sample-class/nobody-made-this'],
    ['a page of an owner', 'https://github.com/sample-class'],
  ])('does not stand on %s', async (_name, url) => {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await rig.driver.badge()).toMatchObject({ count: 0 });
  });

  test.each<[string, RegExp]>([
    ['commute-survey', /^1 to fix$/],
    ['recipe-recommender', /^1 tip$/],
  ])('says of %s: %s', async (name, words) => {
    await visit(name);
    const badge = await settled(words);
    expect(badge.label).toContain('Open the checklist');
  });

  test('waits where the listing shows nothing to judge, and judges the reader’s own repositories all the same', async () => {
    await visit('campus-bike-counts');
    await settled(/^Check$/);
    expect(rig.world.log.filter(({ path }) => path.includes('.git/'))).toEqual([]);
    rig.look = { viewer: 'sample-class' };
    await visit('campus-bike-counts');
    await settled(/^1 to fix$/);
  });

  test('two pages at once cost one call to the API', async () => {
    // No other test looks at this one, so nothing of it is known; its owner's page judges it by itself.
    const unseen = 'predicting-dining-hall-waiting-times-from-card-swipes-spring';
    rig.look = { viewer: 'sample-class' };
    const other = await rig.driver.puppeteer.newPage();
    await Promise.all([visit(unseen), other.goto(address(unseen), { waitUntil: 'domcontentloaded' })]);
    await settled(/^1 tip$/);
    await other.bringToFront();
    await rig.driver.waitForBadge(/^1 tip$/, other);
    await other.close();
    expect(rig.world.calls('api.github.com')).toBe(1);
  });

  test('the same repository again costs none', async () => {
    await visit(COMPLETE);
    await settled(/missing/);
    rig.world.reset();
    await visit(COMPLETE);
    await settled(/missing/);
    expect(rig.world.calls('api.github.com')).toBe(0);
  });

  test('no request of ours carries a cookie or an origin, and no other host is asked for', async () => {
    await forgetSnapshots(rig.driver);
    rig.world.reset();
    await visit('step-counter-study');
    await settled(/missing|tip|fix/);
    const ours = rig.world.log.filter(({ host, path }) => host !== 'github.com' || path.includes('.git/'));
    expect(ours.length).toBeGreaterThan(5);
    expect(ours.filter(({ headers }) => headers.cookie !== null || headers.origin !== null)).toEqual([]);
    const others = new Set(
      rig.world.asked.map((asked) => asked.split(':')[0] ?? '').filter((host) => !OURS.includes(host)),
    );
    // What the browsers ask for of themselves.
    for (const host of others)
      expect(host).toMatch(/(?:^|\.)(?:googleapis\.com|google\.com|gvt1\.com|mozilla\.(?:com|net|org))$/);
  });

  test('a private repository is not asked about at all', async () => {
    rig.look = { viewer: 'sample-class' };
    const one = rig.cases.find(({ visibility }) => visibility === 'private');
    await visit(one?.name ?? '');
    await settled(/^private: add a token$/);
    expect(rig.world.log.filter(({ path }) => path.includes('.git/') || path.startsWith('/repos'))).toEqual([]);
    expect(rig.world.calls('ghcr.io')).toBe(0);
  });

  test('the background ends in the middle and the badge still comes to its verdict', async () => {
    const { arrived, go } = hold(rig.world, 'api.github.com');
    await visit('river-level-sensors');
    await arrived;
    await rig.driver.killBackground();
    go();
    rig.world.answerWith(null);
    expect(await rig.driver.waitForBadge(/missing|tip|fix/, page, 15_000)).toMatchObject({ count: 1 });
  });

  test.each<[string, (page: Page) => Promise<void>]>([
    [
      'React renders the title row anew',
      (one) =>
        one.evaluate(() => {
          const row = document.querySelector('#repository-container-header');
          row?.replaceWith(row.cloneNode(true));
        }),
    ],
    [
      'Turbo restores a page from its cache',
      async (one) => {
        await one.evaluate(() =>
          document.documentElement.dispatchEvent(new CustomEvent('turbo:before-cache', { bubbles: true })),
        );
        await one.evaluate(() => {
          document.body.replaceWith(document.body.cloneNode(true));
          document.documentElement.dispatchEvent(new CustomEvent('turbo:render', { bubbles: true }));
        });
      },
    ],
    ['the page removes it', (one) => one.evaluate(() => document.querySelector('reprise-badge')?.remove())],
  ])('is there once more after %s', async (_name, change) => {
    await visit(COMPLETE);
    await settled(/missing/);
    await change(page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await settled(/missing/)).toMatchObject({ count: 1 });
  });

  test('after a soft navigation it speaks of the new repository, though the first one’s answer is pending', async () => {
    rig.look = { root: 'root-signed-in-2026', viewer: 'somebody' };
    const { arrived, go } = hold(rig.world, 'ghcr.io');
    await visit('coffee-prices');
    await arrived;
    const next = await fetchPage(page, address('commute-survey'));
    await page.evaluate(
      (html, path) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        history.pushState(null, '', path);
        document.head.replaceWith(parsed.head);
        document.body.replaceWith(parsed.body);
        document.documentElement.dispatchEvent(new CustomEvent('turbo:load', { bubbles: true }));
        document.documentElement.dispatchEvent(new CustomEvent('turbo:render', { bubbles: true }));
      },
      next,
      '/sample-class/commute-survey',
    );
    go();
    rig.world.answerWith(null);
    expect(await settled(/^1 to fix$/)).toMatchObject({ count: 1 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await rig.driver.badge()).toMatchObject({ count: 1, text: '1 to fix' });
  });

  test('a page of the network in place of GitHub’s answer is not the repository’s fault', async () => {
    rig.world.answerWith((request, response) => {
      if (request.headers.host === 'github.com' && !(request.url ?? '').includes('.git/')) return false;
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Log in to the campus network</title>');
      return true;
    });
    await visit('wildfire-smoke-days');
    await settled(/^could not look: /);
  });

  test('GitHub’s limit is waited for, and no call is made in the meantime', async () => {
    rig.world.limit.remaining = 0;
    await visit('library-noise-levels');
    await settled(/^waiting until \d/);
    rig.world.reset();
    await visit('surf-report-accuracy');
    await settled(/^waiting until \d/);
    expect(rig.world.calls('api.github.com')).toBe(0);
    await forgetSession(rig.driver);
  });

  test('a page cannot see into it, and a click made by the page opens nothing', async () => {
    await visit(COMPLETE);
    await settled(/missing/);
    const seen = await page.evaluate(() => {
      const host = document.querySelector('reprise-badge');
      host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      return { shadow: host?.shadowRoot ?? null, html: host?.innerHTML };
    });
    expect(seen).toEqual({ shadow: null, html: '' });
  });

  test('an update of the extension leaves one badge, the new one', async () => {
    await visit(COMPLETE);
    await settled(/missing/);
    await rig.driver.reloadExtension();
    await page.evaluate(() => document.body.append(document.createElement('i')));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await rig.driver.badge()).count).toBeLessThanOrEqual(1);
    await visit(COMPLETE);
    expect(await settled(/missing|Check/)).toMatchObject({ count: 1 });
  });
});

/** The HTML of a page of the world, fetched by the browser itself as the site would. */
const fetchPage = (page: Page, url: string): Promise<string> =>
  page.evaluate(async (at) => (await fetch(at)).text(), url);
