import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../../test/browser/drive.ts';
import type { Driver } from '../../test/browser/driver.ts';
import { badgeHost } from '../../test/browser/read-badge.ts';
import { chooseByItself } from '../start/choose-by-itself.ts';
import { serve } from '../start/serve.ts';
import { smallPng } from './small-png.ts';

type Scheme = 'light' | 'dark';

const withOneToFix = 'sample-class/commute-survey';
const withPrivateImage = 'sample-class/recipe-recommender';
const publicImage = 'ghcr.io/sample-class/sleep-and-screen-time';

/** The program behind `npm run pictures`; gives its exit code. */
export const takePictures = async (folder: string): Promise<number> => {
  mkdirSync(folder, { recursive: true });
  const { world, close } = await serve(null);
  try {
    const driver = await launch({ browser: 'chrome', world });
    try {
      for await (const [name, screenshot] of pictures(driver)) {
        const picture = smallPng(screenshot);
        writeFileSync(join(folder, name), picture);
        console.log(`${name.padEnd(20)} ${String(Math.round(picture.length / 1000)).padStart(4)} kB`);
      }
    } finally {
      await driver.close();
    }
  } finally {
    await close();
  }
  return 0;
};

async function* pictures(driver: Driver): AsyncGenerator<readonly [name: string, screenshot: Uint8Array]> {
  // Before its choice is made.
  yield ['welcome-light.png', await whole(await ownPage(driver, 'welcome.html', 'light', 720))];
  await chooseByItself(driver);
  for (const scheme of ['light', 'dark'] as const) {
    yield [`badge-${scheme}.png`, await pictureOfBadge(driver, scheme)];
    yield [`to-fix-${scheme}.png`, await whole(await checklist(driver, withOneToFix, scheme))];
    yield [`popup-${scheme}.png`, await whole(await checklist(driver, withPrivateImage, scheme))];
  }
  const image = await checklist(driver, publicImage, 'light');
  await image.select('select', 'methodology-assignment-6');
  await image.waitForFunction(() => document.body.innerText.includes('Image is public'));
  await image.waitForSelector('.headline[aria-busy="false"]');
  yield ['image-light.png', await whole(image)];
}

/** The row of a repository's page that holds its name and the badge. */
const pictureOfBadge = async ({ page, waitForBadge }: Driver, scheme: Scheme): Promise<Uint8Array> => {
  await setLook(page, scheme, 960);
  await page.goto(`https://github.com/${withOneToFix}`, { waitUntil: 'load' });
  await waitForBadge(/to fix/);
  const clip = await page.evaluate((host) => {
    const row = document.querySelector(host)?.parentElement?.getBoundingClientRect() ?? new DOMRect();
    return { x: 0, y: Math.max(0, row.y - 16), width: 640, height: row.height + 32 };
  }, badgeHost);
  return page.screenshot({ clip });
};

/** The checklist, as wide as the toolbar's popup and as high as it is. */
const checklist = async (driver: Driver, subject: string, scheme: Scheme): Promise<Page> => {
  const page = await ownPage(driver, `popup.html?subject=${encodeURIComponent(subject)}`, scheme, 400);
  await page.waitForSelector('.in-tab .headline[aria-busy="false"]');
  return page;
};

const ownPage = async (driver: Driver, name: string, scheme: Scheme, width: number): Promise<Page> => {
  const page = await driver.openOwnPage(`src/entries/${name}`);
  await setLook(page, scheme, width);
  await page.waitForSelector('main');
  return page;
};

const whole = async (page: Page): Promise<Uint8Array> => {
  await page.bringToFront();
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
};

const setLook = async (page: Page, scheme: Scheme, width: number): Promise<void> => {
  await page.setViewport({ width, height: 320, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
};
