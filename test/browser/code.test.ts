import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { waitForText } from './driver.ts';
import { browsers, forgetSession, forgetSnapshots, LARGER_CODE, type Rig, readyRig } from './rig.ts';

const POPUP = 'src/entries/popup.html';
const SMALL = 'sample-class/sleep-small-code';
const LARGER = 'sample-class/sleep-larger-code';
const FOUND = /\/Users\/sam\/survey/;
const OFFER = new RegExp(`Look into the code \\(${LARGER_CODE} files, \\d+ bytes\\)`);

const button = (words: string) =>
  `[...document.querySelectorAll('.code-offer button')].find((one) => one.textContent.startsWith(${JSON.stringify(words)}))`;
const allOpen = () => {
  for (const head of document.querySelectorAll<HTMLElement>('.row-head[aria-expanded="false"]')) head.click();
};

describe.each(browsers)('looking into code in %s', (browser) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await readyRig(browser);
  });
  beforeEach(async () => {
    rig.look = { viewer: 'sample-class' };
    await forgetSession(rig.driver);
    await forgetSnapshots(rig.driver);
    rig.world.reset();
  });

  const open = (text: string): Promise<Page> => rig.driver.openOwnPage(`${POPUP}?subject=${encodeURIComponent(text)}`);
  const waitFor = (page: Page, words: RegExp) =>
    waitForText(() => page.evaluate(() => document.body.innerText), words, 10_000);
  const codeAsked = () => rig.world.log.filter(({ path }) => /\.py$/.test(path)).length;
  /** Every row open, until the words are there. */
  const waitForOpen = (page: Page, words: RegExp) =>
    waitForText(() => page.evaluate(allOpen).then(() => page.evaluate(() => document.body.innerText)), words, 10_000);

  test('the background never looks into code; small code is looked into in the popup, and then known', async () => {
    const { driver, world } = rig;
    await driver.page.goto(`https://github.com/${SMALL}`, { waitUntil: 'domcontentloaded' });
    await driver.waitForBadge(/to fix|tip|missing/);
    expect(codeAsked()).toBe(0);
    await driver.complaints();
    const page = await open(SMALL);
    await waitForOpen(page, FOUND);
    expect(await page.$('.code-offer')).toBeNull();
    expect(codeAsked()).toBe(2);
    // Another page's badge may ask about its own repository meanwhile.
    const listed = world.log.filter(({ host, path }) => host === 'api.github.com' && path.includes(SMALL));
    expect(listed.length).toBe(1);
    expect(await driver.complaints()).toEqual([]);
    await page.close();
    const again = await open(SMALL);
    await waitForOpen(again, FOUND);
    expect(codeAsked()).toBe(2);
    await again.close();
  });

  test('larger code waits for a click, which shows what it finds in place', async () => {
    const page = await open(LARGER);
    await waitFor(page, OFFER);
    expect(codeAsked()).toBe(0);
    const statements = () =>
      page.$$eval('.rows:not(.is-calm) .row-statement', (all) => all.map((one) => one.textContent));
    const before = await statements();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.evaluate(`${button('Look into')}.focus()`);
    await page.keyboard.press('Enter');
    await waitForOpen(page, FOUND);
    expect(await page.$('.code-offer')).toBeNull();
    expect(await statements()).toEqual(before);
    expect(codeAsked()).toBe(LARGER_CODE);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();
    const again = await open(LARGER);
    await waitForOpen(again, FOUND);
    expect(codeAsked()).toBe(LARGER_CODE);
    await again.close();
  });

  test('it can be cancelled: what was read by then is kept, and the rest is offered', async () => {
    let held = 0;
    const waiting: (() => void)[] = [];
    rig.world.answerWith(async ({ url = '' }) => {
      if (!/\.py$/.test(url)) return false;
      held += 1;
      if (held > 10) await new Promise<void>((wake) => waiting.push(wake));
      return false;
    });
    const page = await open(LARGER);
    await waitFor(page, OFFER);
    await page.evaluate(`${button('Look into')}.click()`);
    await waitFor(page, new RegExp(`Reading code: 10 of ${LARGER_CODE} files…`));
    await page.evaluate(`${button('Cancel')}.click()`);
    await waitFor(page, new RegExp(`Look into the rest of the code \\(${LARGER_CODE - 10} files`));
    rig.world.answerWith(null);
    for (const wake of waiting) wake();
    await page.close();
    const again = await open(LARGER);
    await waitFor(again, new RegExp(`Look into the rest of the code \\(${LARGER_CODE - 10} files`));
    await again.evaluate(`${button('Look into')}.click()`);
    await waitForOpen(again, FOUND);
    await again.close();
  });
});
