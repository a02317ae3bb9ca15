import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseByItself } from '../../scripts/start/choose-by-itself.ts';
import { waitForText } from './driver.ts';
import { browsers, forgetSession, type Rig, readyRig } from './rig.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const POPUP = 'src/entries/popup.html';
// Its environment.yml has a fault.
const WITH_FAULT = 'sample-class/commute-survey';

const extension = 'const { storage } = globalThis.browser ?? chrome;';
const clickOn = (words: string) =>
  `[...document.querySelectorAll('main button, footer button')].find((one) => one.textContent === ${JSON.stringify(words)}).click()`;

describe.each(browsers)('the checklist in %s', (browser) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await readyRig(browser);
  });
  beforeEach(async () => {
    rig.look = {};
    rig.world.reset();
    await forgetSession(rig.driver);
    const own = await rig.driver.openOwnPage('src/entries/options.html');
    await own.evaluate(`(() => { ${extension} return storage.local.remove(['looks', 'dismissals']); })()`);
    await own.close();
  });

  const open = (text: string): Promise<Page> => rig.driver.openOwnPage(`${POPUP}?subject=${encodeURIComponent(text)}`);
  const titleOf = (page: Page): Promise<string> => page.$eval('h1', (title) => (title as HTMLElement).innerText);
  const waitFor = (page: Page, words: RegExp) =>
    waitForText(() => page.evaluate(() => document.body.innerText), words, 10_000);

  test('a finding is dismissed with a reason, stays marked on the next visit, and is taken back', async () => {
    const page = await open(WITH_FAULT);
    await waitFor(page, /\d to fix[\s\S]*Copy report/);
    const before = await titleOf(page);
    await page.evaluate(clickOn('Dismiss…'));
    await page.waitForSelector('.inline-form input');
    await page.type('.inline-form input', 'It is <b>only</b> a draft');
    await page.keyboard.press('Enter');
    await waitFor(page, /to fix, 1 dismissed/);
    await page.close();
    const again = await open(WITH_FAULT);
    const text = await waitFor(again, /to fix, 1 dismissed/);
    expect(text).not.toMatch(/Nothing required is missing/);
    await again.evaluate(() => document.querySelector<HTMLElement>('.row.is-dismissed .row-head')?.click());
    await waitFor(again, /Dismissed: It is <b>only<\/b> a draft/);
    await again.evaluate(clickOn('Undo'));
    await waitForText(() => titleOf(again), new RegExp(`^${before}$`));
    await again.close();
  });

  test('what was mended since the last look is said once the reading is done', async () => {
    const page = await open('sample-class/sleep-and-screen-time');
    await waitFor(page, /Copy report/);
    await waitForText(
      () =>
        page.evaluate(
          `(() => { ${extension} return storage.local.get('looks').then((kept) => JSON.stringify(kept)); })()`,
        ) as Promise<string>,
      /readme-exists/,
    );
    // As if the README had been missing yesterday.
    await page.evaluate(`(async () => { ${extension}
      const { looks } = await storage.local.get('looks');
      for (const [, look] of looks.looks) Object.assign(look, { at: '2020-01-01T00:00:00.000Z', outcomes: { ...look.outcomes, 'readme-exists': 'fault' } });
      await storage.local.set({ looks });
    })()`);
    await page.close();
    const again = await open('sample-class/sleep-and-screen-time');
    await waitFor(again, /Since your last look: 1 fixed\./);
    await again.close();
  });

  test('deleting everything deletes what was dismissed and when was looked', async () => {
    const page = await open(WITH_FAULT);
    await waitFor(page, /\d to fix[\s\S]*Copy report/);
    await page.evaluate(clickOn('Dismiss…'));
    await page.waitForSelector('.inline-form input:focus');
    await page.type('.inline-form input', 'a draft');
    await page.keyboard.press('Enter');
    await waitFor(page, /to fix, 1 dismissed/);
    await page.close();
    const options = await rig.driver.openOwnPage('src/entries/options.html');
    await options.evaluate(clickOn('Delete everything…'));
    await options.evaluate(clickOn('Yes, delete everything'));
    await waitFor(options, /Everything is deleted/);
    const kept = await options.evaluate(
      `(() => { ${extension} return storage.local.get(['dismissals', 'looks']).then((kept) => Object.keys(kept)); })()`,
    );
    expect(kept).toEqual([]);
    await options.close();
    await chooseByItself(rig.driver);
  });

  test('everything open, with both forms, is accessible (axe), and every evidence is a link to the commit', async () => {
    const page = await open(WITH_FAULT);
    await waitFor(page, /\d to fix[\s\S]*Copy report/);
    for (const words of ['Dismiss…', 'This is wrong']) {
      await page.evaluate(clickOn(words));
      await page.waitForSelector('.inline-form');
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll<HTMLElement>('main .is-fold[aria-expanded="false"]')) fold.click();
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        const { run } = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe;
        return (await run()).violations.map(({ id }) => id);
      });
      expect(faults).toEqual([]);
    }
    const links = await page.$$eval('.code-where a', (all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/\/blob\/[0-9a-f]{40}\/.+#L\d+$/);
    const edits = await page.$$eval('.finding-foot a', (all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(edits).toContainEqual(
      expect.stringMatching(/^https:\/\/github\.com\/sample-class\/commute-survey\/edit\/[\w-]+\/.+#L\d+$/),
    );
    const issue = await page.$eval('.inline-form a.button', (link) => (link as HTMLAnchorElement).href);
    expect(new URL(issue).searchParams.get('body')).toMatch(/Check: `[a-z-]+`/);
    await page.close();
  });

  test('with the keyboard alone: from row to row, into a form and out of it', async () => {
    const page = await open(WITH_FAULT);
    await waitFor(page, /\d to fix[\s\S]*Copy report/);
    await page.bringToFront();
    await page.focus('.row-head');
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('row-head'))).toBe(true);
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('true');
    await page.evaluate(() => {
      [...document.querySelectorAll('button')].find((one) => one.textContent === 'Dismiss…')?.focus();
    });
    await page.keyboard.press('Enter');
    await page.waitForSelector('.inline-form input:focus');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dismiss…');
    await page.close();
  });

  test('behind a reading that is stuck it says for whom it waits, and goes on when that ends', async () => {
    const own = await rig.driver.openOwnPage('src/entries/options.html');
    await own.evaluate(() => {
      const end = new Promise((done) => Object.assign(globalThis, { end: done }));
      void navigator.locks.request('subject:anonymous github.com/sample-class/step-counter-study ', () => end);
    });
    const page = await open('sample-class/step-counter-study');
    await waitFor(page, /Waiting for the badge or another page/);
    await own.evaluate(() => (globalThis as unknown as { end(): void }).end());
    await waitFor(page, /Copy report/);
    await page.close();
    await own.close();
  });

  test.each([
    ['an image', 'ghcr.io/sample-class/sleep-and-screen-time', /Judged by[\s\S]*public|can pull/],
    ['nonsense', 'three odd words', /That is not one name or address\./],
  ])('%s that is selected is checked from the menu, also when the background was ended', async (_name, text, words) => {
    const { driver } = rig;
    await driver.page.goto('https://github.com/sample-class/commute-survey', { waitUntil: 'domcontentloaded' });
    await driver.page.evaluate((selection) => {
      const line = document.createElement('p');
      line.style.cssText = 'position:fixed;top:0;left:0;z-index:9;background:#fff';
      line.textContent = selection;
      document.body.append(line);
      getSelection()?.selectAllChildren(line);
    }, text);
    await driver.killBackground();
    await driver.chooseInMenu(driver.page, text);
    const opened = await driver.openedTab(new RegExp(`popup\\.html\\?subject=${text.slice(0, 4)}`));
    await waitFor(opened, words);
    await opened.close();
  });
});
