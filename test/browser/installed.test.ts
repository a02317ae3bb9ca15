import { beforeAll, describe, expect, test } from 'vitest';
import { waitForText } from './driver.ts';
import { browsers, type Rig, rigFor } from './rig.ts';

describe.each(browsers)('installed in %s', (browser) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await rigFor(browser);
  });

  test.each(['popup', 'options', 'welcome'])('the %s page shows itself without a complaint', async (name) => {
    await rig.driver.complaints();
    const page = await rig.driver.openOwnPage(`src/entries/${name}.html`);
    await page.waitForSelector('h1');
    expect(await rig.driver.complaints()).toEqual([]);
    await page.close();
  });

  test('a page that breaks its own security policy is noticed', async () => {
    const page = await rig.driver.openOwnPage('src/entries/options.html');
    await page.evaluate(() => fetch('https://example.org/').catch(() => undefined));
    const complaint = async () => (await rig.driver.complaints()).join('\n');
    expect(await waitForText(complaint, /example\.org/)).toMatch(/Content.Security.Policy/);
    await page.close();
  });

  test('the toolbar button opens the popup, also after the background has ended', async () => {
    const { driver } = rig;
    await driver.page.goto('https://github.com/', { waitUntil: 'domcontentloaded' });
    await driver.killBackground();
    const popup = await driver.toolbarClick();
    expect(await popup.waitFor(/What shall be looked at/)).toContain('Open one on GitHub');
    expect((await popup.screenshot()).length).toBeGreaterThan(1000);
    await popup.close();
  });

  test('installing over itself keeps the extension running', async () => {
    const { driver } = rig;
    await driver.reloadExtension();
    const page = await driver.openOwnPage('src/entries/options.html');
    await page.waitForSelector('h1');
    await page.close();
  });
});
