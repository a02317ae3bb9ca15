import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { waitForText } from './driver.ts';
import { browsers, type Rig, readyRig } from './rig.ts';

const refused = 'sample-class/recipe-recommender';

const shown = (page: Page, words: RegExp, ms?: number): Promise<string> =>
  waitForText(() => page.evaluate(() => document.body.innerText), words, ms);

/** Goes on with Tab until an element that fits has the focus; fails after one round of the page. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((fitting) => document.activeElement?.matches(fitting) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab reaches ${selector}`);
}

describe.each(browsers)('the image in the checklist, in %s', (browser) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await readyRig(browser);
  });
  beforeEach(() => {
    rig.look = {};
    rig.world.reset();
  });

  /** The checklist of a refused image, its row open. */
  const openRefused = async (): Promise<Page> => {
    const page = await rig.driver.openOwnPage(
      `src/entries/popup.html?subject=${encodeURIComponent(`ghcr.io/${refused}`)}`,
    );
    await page.bringToFront();
    await page.waitForSelector('.headline[aria-busy="false"]');
    // The row opens by itself only where its verdict comes first in the list that is chosen.
    if ((await page.$('.wait button')) === null) await page.click('.row-head');
    await page.waitForSelector('.wait button', { timeout: 5_000 });
    return page;
  };

  test('Escape ends the waiting', async () => {
    const page = await openRefused();
    await page.click('.wait button');
    await shown(page, /Asks again in/);
    await page.keyboard.press('Escape');
    await shown(page, /Stopped waiting\./);
    await shown(page, /Wait until it is public/);
    await page.close();
  });

  test('the toolbar’s popup closes when GitHub’s page is opened, so it waits in a tab', async () => {
    const { driver } = rig;
    await driver.page.goto(`https://github.com/${refused}`, { waitUntil: 'domcontentloaded' });
    const popup = await driver.toolbarClick();
    await popup.waitFor(/likely private/);
    if ((await popup.evaluate(`document.querySelector('.wait button') === null`)) === true)
      await popup.click('.row-head');
    await popup.click('.wait button');
    const tab = await driver.openedTab(/popup\.html\?.*wait=public/);
    await shown(tab, /Not public yet|Waiting until|Asks again/);
    await tab.close();
    await driver.page.bringToFront();
  });

  test('a step of the launch card is copied by the keyboard, and the shell is remembered', async () => {
    const page = await openRefused();
    await page.evaluate(() => {
      // Nobody gave this page the right to the clipboard of the computer that runs the tests.
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => void document.body.setAttribute('data-copied', text) },
      });
    });
    await tabTo(page, '.launch-card button');
    await page.keyboard.press('Enter');
    await tabTo(page, '.shells input');
    await page.keyboard.press('ArrowRight');
    await shown(page, /Read-Host/);
    await tabTo(page, '.launch-steps .copy');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.body.getAttribute('data-copied') !== null);
    expect(await page.$eval('body', (body) => body.getAttribute('data-copied'))).toBe(
      'docker build --platform linux/amd64 -t recipe-recommender .',
    );
    await page.close();
    const again = await openRefused();
    await again.click('.launch-card button');
    await shown(again, /Read-Host/);
    await again.evaluate(() => document.querySelector<HTMLInputElement>('.shells input')?.click());
    await shown(again, /read -rs CR_PAT/);
    await again.close();
  });

  test('at 320 pixels everything is inside, and axe finds nothing', async () => {
    const page = await openRefused();
    await page.setViewport({ width: 320, height: 480 });
    await page.click('.launch-card button');
    await page.click('.image-card summary');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();
  });

  // The last one: its answer counts for a minute.
  test('refused, waited for, made public: the verdict changes by itself', async () => {
    const page = await openRefused();
    await shown(page, /likely private/);
    await tabTo(page, '.wait button');
    await page.keyboard.press('Enter');
    await shown(page, /Not public yet\. Asks again in \d+ seconds?\./);
    const before = rig.world.log.length;
    rig.world.publish(refused);
    await page.waitForFunction(() => document.querySelector('.image-card .chip')?.textContent === 'public', {
      timeout: 20_000,
    });
    expect(await shown(page, /Created/)).not.toMatch(/to fix|Stop waiting/);
    const spoken = await page.$eval('.image-head [role="status"]', (status) => status.textContent);
    expect(spoken).toBe('The image is public now.');
    const asked = rig.world.log.slice(before).map(({ host, path }) => `${host}${path.split('?')[0]}`);
    // The one question that brought the answer, and then the judging anew.
    expect(asked[0]).toBe('ghcr.io/token');
    expect(asked.filter((place) => place === 'ghcr.io/token')).toHaveLength(2);
    await page.close();
  });
});
