import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { waitForText } from './driver.ts';
import { browsers, forgetSnapshots, type Rig, readyRig } from './rig.ts';

const SUBJECT = 'src/entries/popup.html?subject=sample-class/sleep-in-docker';

describe.each(browsers)('Docker Hub in %s', (browser) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await readyRig(browser);
  });
  beforeEach(async () => {
    rig.world.reset();
    await forgetSnapshots(rig.driver);
  });

  const hubCalls = () => rig.world.log.filter(({ host }) => host.endsWith('docker.io') || host.endsWith('docker.com'));

  test('is not asked before it is allowed, and nothing is unfinished for that', async () => {
    const page = await rig.driver.openOwnPage(SUBJECT);
    const words = () => page.evaluate(() => document.body.innerText);
    expect(await waitForText(words, /Docker Hub was not asked for python:3\.12-slim/, 15_000)).not.toMatch(
      /Not finished/,
    );
    expect(hubCalls()).toEqual([]);
    await page.close();
  });

  // No driver reaches the question that Chromium asks.
  if (browser === 'firefox')
    test('is asked at once after one click, without a cookie and without our name', async () => {
      const page = await rig.driver.openOwnPage(SUBJECT);
      await page.waitForSelector('.hub-offer button', { timeout: 15_000 });
      await page.click('.hub-offer button');
      await page.waitForFunction(() => document.querySelector('.hub-offer') === null, { timeout: 15_000 });
      expect(new Set(hubCalls().map(({ host }) => host))).toEqual(
        new Set(['auth.docker.io', 'registry-1.docker.io', 'production.cloudflare.docker.com']),
      );
      expect(hubCalls().filter(({ headers }) => headers.cookie !== null || headers.origin !== null)).toEqual([]);
      await page.evaluate(() => {
        const { browser: api } = globalThis as unknown as { browser: typeof chrome };
        return api.permissions.remove({ origins: api.runtime.getManifest().optional_host_permissions ?? [] });
      });
      await page.close();
    });
});
