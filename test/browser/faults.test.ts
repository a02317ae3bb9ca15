import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { begins, breaksOff, gives, of } from '../world/faulty-reading.ts';
import type { FaultHandler } from '../world/world-state.ts';
import { waitForText } from './driver.ts';
import { browsers, forgetSession, forgetSnapshots, type Rig, readyRig } from './rig.ts';

const POPUP = 'src/entries/popup.html';
const ownPages = { viewer: 'sample-class' };

const REFS = /^github\.com\/.*info\/refs/;
const EVERYTHING_READ = /^github\.com\/.*info\/refs|^api\.|^raw\.|^ghcr\.io/;
const PORTAL = '<html><title>Log in to the campus network</title>';

/**
 * What the badge says, and the popup: the engine's side of each is in `test/world/faults.test.ts`. Each fault has a repository of its
 * own, so that no reading of the row before, ending late, is found in the cache.
 */
const rows: readonly (readonly [
  fault: string,
  name: string,
  spoil: FaultHandler | null,
  badge: RegExp,
  popup: RegExp,
])[] = [
  [
    'a pulled network',
    'commute-survey',
    of(EVERYTHING_READ, breaksOff),
    /^could not look: (?:network error|connection lost)$/,
    /Could not look[\s\S]*(?:did not get through|connection broke off)[\s\S]*Try again/,
  ],
  [
    'a log-in page of the network',
    'air-quality-near-roads',
    of(EVERYTHING_READ, gives(200, PORTAL, { 'content-type': 'text/html' })),
    /^could not look: log-in page of the network\?$/,
    /Could not look[\s\S]*perhaps a log-in page of the network[\s\S]*Open any web page first/,
  ],
  [
    'the hourly limit',
    'bus-delay-forecast',
    of(
      /^api\./,
      gives(403, '{"message":"API rate limit exceeded for 203.0.113.7."}', {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1_000) + 1_800),
      }),
    ),
    /^waiting until \d/,
    /Could not look[\s\S]*hourly limit of requests is used up[\s\S]*It can be asked again at[\s\S]*Add a token/,
  ],
  [
    'a repository that GitHub has blocked (451)',
    'tide-pool-photos',
    of(REFS, gives(451, 'Repository access blocked')),
    /^could not look: blocked by GitHub$/,
    /Could not look[\s\S]*GitHub has blocked or removed it/,
  ],
  [
    'a listing that breaks off',
    'water-usage-dashboard',
    of(/^api\./, begins('breaks')),
    /^could not look: (?:connection lost|network error)$/,
    /Could not look[\s\S]*(?:connection broke off|did not get through)/,
  ],
  [
    'a listing that GitHub cuts',
    'cut-listing',
    null,
    /^not finished$/,
    /Not finished[\s\S]*list of files below a\/ was not read/,
  ],
  ['a README of 10 MB', 'long-readme', null, /^not finished$/, /Only the first 256 KB of the document were read/],
  [
    'an empty repository',
    'new-project',
    null,
    /^could not look: empty$/,
    /The repository is empty[\s\S]*(?:pushed nothing yet|first commit)/,
  ],
];

describe.each(browsers)('faults in %s', (browser) => {
  let rig: Rig;
  let page: Page;
  beforeAll(async () => {
    rig = await readyRig(browser);
    page = rig.driver.page;
  });
  beforeEach(async () => {
    // An open badge would ask again as soon as nothing is in the way.
    await page.goto('about:blank');
    rig.look = ownPages;
    rig.world.reset();
    await forgetSnapshots(rig.driver);
    await forgetSession(rig.driver);
    await page.bringToFront();
  });

  const words = (one: Page, text: RegExp) =>
    waitForText(() => one.evaluate(() => document.body.innerText), text, 15_000);
  const visit = (name: string) =>
    page.goto(`https://github.com/sample-class/${name}`, { waitUntil: 'domcontentloaded' });
  const open = (name: string) => rig.driver.openOwnPage(`${POPUP}?subject=sample-class/${name}`);

  test.each(rows)(
    '%s is said by badge and checklist, and blames nobody',
    async (_fault, name, spoil, badge, popup) => {
      rig.world.answerWith(spoil);
      await visit(name);
      await rig.driver.waitForBadge(badge, page, 20_000);
      const own = await open(name);
      expect(await words(own, popup)).not.toMatch(/\d to fix/);
      await own.close();
      await forgetSession(rig.driver);
    },
    60_000,
  );

  // Chromium lets nobody but its own settings page take a host away.
  if (browser === 'firefox')
    test('a permission that was taken away is asked for, and given by one click', async () => {
      const own = await open('commute-survey');
      await words(own, /1 to fix/);
      await own.evaluate(() => {
        const { browser: api } = globalThis as unknown as { browser: typeof chrome };
        return api.permissions.remove({ origins: ['https://ghcr.io/*'] });
      });
      await visit('commute-survey');
      await rig.driver.waitForBadge(/^could not look: permission needed$/);
      await own.close();
      const asking = await open('commute-survey');
      expect(await words(asking, /permission to ask ghcr\.io/)).not.toMatch(/to fix/);
      await asking.click('.button.is-primary');
      await words(asking, /1 to fix/);
      await asking.close();
    }, 60_000);
});
