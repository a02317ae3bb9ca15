import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { bundleTables } from '../parsers/bundle-tables.ts';
import { accessibilityFaults } from './accessibility.ts';
import { waitForText as waitFor } from './driver.ts';
import { browsers, forgetSession, forgetSnapshots, knownToken, type Rig, readyRig } from './rig.ts';

const POPUP = 'src/entries/popup.html';

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

const waitForText = (page: Page, words: RegExp): Promise<string> => waitFor(() => textOf(page), words);

describe.each(browsers)('own pages in %s', (browser) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await readyRig(browser);
  });
  beforeEach(async () => {
    rig.look = {};
    rig.world.reset();
    await rig.driver.complaints();
  });

  const open = (text?: string) =>
    rig.driver.openOwnPage(text === undefined ? POPUP : `${POPUP}?subject=${encodeURIComponent(text)}`);

  test('the toolbar button shows the checklist of the repository in the tab, with its evidence at the commit', async () => {
    const { driver } = rig;
    await driver.page.goto('https://github.com/sample-class/commute-survey', { waitUntil: 'domcontentloaded' });
    const popup = await driver.toolbarClick();
    const text = await popup.waitFor(/1 to fix/);
    expect(text).toContain('commute-survey');
    expect(text).toContain('conda drops a part of environment.yml');
    const link = await popup.evaluate(`document.querySelector('.row.is-to-fix a').href`);
    expect(link).toMatch(
      /^https:\/\/github\.com\/sample-class\/commute-survey\/blob\/[0-9a-f]{40}\/environment\.yml\?plain=1#L8$/,
    );
    await popup.close();
  });

  test.each(['', '/issues/7'])(
    'a click on the badge opens the checklist of that repository (page “%s”)',
    async (rest) => {
      const { driver } = rig;
      await driver.page.goto(`https://github.com/sample-class/recipe-recommender${rest}`, {
        waitUntil: 'domcontentloaded',
      });
      const badge = await driver.waitForBadge(rest === '' ? /^1 tip$/ : /^(?:1 tip|Check)$/);
      await badge.click();
      const popup = await driver.openedPopup();
      expect(await popup.waitFor(/1 tip/)).toContain('recipe-recommender');
      await popup.close();
    },
  );

  test('an image is judged with no call to any host but the registry', async () => {
    // The badge of an open page would read its repository anew.
    await rig.driver.page.goto('about:blank');
    await forgetSnapshots(rig.driver);
    rig.world.reset();
    const page = await open('ghcr.io/sample-class/sleep-and-screen-time');
    await waitForText(page, /public/);
    const hosts = new Set(rig.world.log.map(({ host }) => host));
    expect([...hosts].sort()).toEqual(['ghcr.io', 'pkg-containers.githubusercontent.com']);
    await page.close();
  });

  test('nonsense gets one sentence, keeps what was typed, and a good name then works', async () => {
    const page = await open('sample-class/commute-survey');
    await waitForText(page, /1 to fix/);
    await page.click('.icon-button');
    await page.type('.subject-form input', 'what is this?');
    await page.keyboard.press('Enter');
    await waitForText(page, /That is not one name or address\./);
    expect(await page.$eval('.subject-form input', (input) => (input as HTMLInputElement).value)).toBe('what is this?');
    await page.$eval('.subject-form input', (input) => (input as HTMLInputElement).select());
    await page.type('.subject-form input', 'sample-class/tide-pool-photos');
    await page.keyboard.press('Enter');
    await waitForText(page, /The README has no sentence/);
    await page.close();
  });

  test('the rubric can be changed, and is remembered for the owner', async () => {
    const page = await open('sample-class/recipe-recommender');
    await waitForText(page, /1 tip/);
    await page.select('select', 'methodology-assignment-6');
    await waitForText(page, /6 to fix/);
    const other = await open('sample-class/recipe-recommender');
    await waitForText(other, /6 to fix/);
    await other.select('select', 'general');
    await waitForText(other, /1 tip/);
    await other.close();
    await page.close();
  });

  test('a private repository without a token leads to the token', async () => {
    const page = await open('sample-class/exam-stress-diary');
    const text = await waitForText(page, /Could not look/);
    expect(text).toMatch(/does not exist, or it is private/);
    expect(text).toMatch(/Add a token/);
    await page.close();
  });

  test('a pulled network is said, blames nobody, and the next try works', async () => {
    rig.world.answerWith((request) => {
      request.socket.destroy();
      return true;
    });
    const page = await open('sample-class/earthquake-feed');
    const text = await waitForText(page, /Could not look/);
    expect(text).not.toMatch(/to fix/);
    rig.world.reset();
    await page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find((one) => one.innerText === 'Try again');
      button?.click();
    });
    await waitForText(page, /Nothing required is missing/);
    await page.close();
  }, 60_000);

  test('a token is tested, kept out of reach of pages, used for the API alone, and wiped', async () => {
    // However it ends, no other test is to go on with a token.
    onTestFinished(() => forgetSession(rig.driver));
    // The badge of an open page would read its own repository with the new token.
    await rig.driver.page.goto('about:blank');
    const options = await rig.driver.openOwnPage('src/entries/options.html');
    await options.waitForSelector('#token');
    await options.type('#token', 'github_pat_wrong_wrong_wrong_wrong');
    await options.click('.token-form .is-primary');
    await waitForText(options, /does not accept the token|wrong, expired or revoked/);
    await options.$eval('#token', (input) => (input as HTMLInputElement).select());
    await options.type('#token', knownToken);
    await options.click('.token-form .is-primary');
    await waitForText(options, /token that ends in/);
    expect(await options.evaluate(() => document.documentElement.outerHTML)).not.toContain(knownToken);
    const stored = await options.evaluate(() => {
      const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return storage.local.get(null).then((local) => JSON.stringify(local));
    });
    expect(stored).not.toContain(knownToken);
    rig.world.reset();
    const page = await open('sample-class/exam-stress-diary');
    await waitForText(page, /Nothing required is missing/);
    const carried = rig.world.log.filter(({ headers }) => headers.authorization?.startsWith('Bearer gith') === true);
    expect([...new Set(carried.map(({ host }) => host))]).toEqual(['api.github.com']);
    // A private repository's texts come in one query, and none from the raw host.
    const queries = carried.filter(({ path }) => path === '/graphql');
    // Its code may already be looked into, which takes another.
    expect(queries.length).toBeLessThanOrEqual(2);
    expect(new Set(queries.map(({ method, status }) => `${method} ${status}`))).toEqual(new Set(['POST 200']));
    expect(rig.world.calls('raw.githubusercontent.com')).toBe(0);
    await page.close();
    await options.bringToFront();
    await options.click('.is-danger');
    await options.waitForSelector('#token');
    await options.close();
    const after = await open('sample-class/exam-stress-diary');
    await waitForText(after, /Could not look/);
    await after.close();
  });

  test.each([
    ['the checklist with something to fix', POPUP, 'sample-class/commute-survey', /1 to fix/],
    ['the checklist with an image refused', POPUP, 'sample-class/recipe-recommender', /1 tip/],
    ['the checklist of nothing', POPUP, '', /What shall be looked at/],
    ['the checklist that could not look', POPUP, 'sample-class/nobody-made-this', /Could not look/],
    ['the options', 'src/entries/options.html', null, /GitHub token/],
    ['the welcome page', 'src/entries/welcome.html', null, /Reprise/],
  ])('%s is accessible (axe) and complains of nothing', async (_name, path, subject, words) => {
    const page = await rig.driver.openOwnPage(
      subject === null ? path : `${path}?subject=${encodeURIComponent(subject)}`,
    );
    await waitForText(page, words);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();
    // Of their own accord Chromium notes every refused request, and Firefox every page that is closed while it asks something.
    const isBrowsersOwn = (line: string) =>
      /^Failed to load resource|Promise (?:resolved|rejected) after context unloaded|Actor .* destroyed before query/.test(
        line,
      );
    const complaints = (await rig.driver.complaints()).filter((line) => !isBrowsersOwn(line));
    expect(complaints).toEqual([]);
  });

  test('every parser’s table runs inside the extension', async () => {
    const page = await rig.driver.openOwnPage('src/entries/options.html');
    await page.evaluate(await bundleTables());
    const ran = await page.evaluate(() => (globalThis as unknown as { ran: { rows: number; wrong: string[] } }).ran);
    expect(ran.wrong).toEqual([]);
    expect(ran.rows).toBeGreaterThan(50);
    await page.close();
  });

  test('own pages run nothing that is not in the package, and start workers only by the one policy', async () => {
    const page = await rig.driver.openOwnPage('src/entries/options.html');
    const tried = await page.evaluate(() => {
      const attempt = (run: () => unknown) => {
        try {
          run();
          return 'allowed';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes?: { createPolicy(name: string, rules: object): unknown };
      };
      return {
        // Firefox ESR has no trusted types; the other lines hold there all the same.
        policy: trustedTypes === undefined ? 'TypeError' : attempt(() => trustedTypes.createPolicy('another', {})),
        ours: trustedTypes === undefined ? 'allowed' : attempt(() => trustedTypes.createPolicy('reprise-worker', {})),
        html:
          trustedTypes === undefined
            ? 'TypeError'
            : attempt(() => document.body.insertAdjacentHTML('beforeend', '<i></i>')),
        worker: trustedTypes === undefined ? 'TypeError' : attempt(() => new Worker('https://evil.example/a.js')),
      };
    });
    expect(tried).toEqual({ policy: 'TypeError', ours: 'allowed', html: 'TypeError', worker: 'TypeError' });
    const outside = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(outside).toBe('refused');
    expect(rig.world.asked.filter((asked) => asked.startsWith('example.org'))).toEqual([]);
    await page.close();
    await rig.driver.complaints();
  });
});
