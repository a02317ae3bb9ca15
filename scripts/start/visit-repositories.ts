import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, Popup } from '../../test/browser/driver.ts';

export interface Visit {
  readonly repository: string;
  readonly badge: string;
  readonly toFix: readonly string[];
}

// Expressions for the popup's page.
const isRead = `String(document.querySelector('main h1') !== null && document.querySelector('.headline[aria-busy="true"]') === null)`;
const toFix = `[...document.querySelectorAll('.row.is-to-fix .row-statement')].map((statement) => statement.innerText)`;

/** Opens the page of each repository, waits for its badge, reads the popup, and keeps a picture of both. */
export const visitRepositories = async (driver: Driver, names: readonly string[], folder: string): Promise<Visit[]> => {
  mkdirSync(folder, { recursive: true });
  const visits: Visit[] = [];
  for (const name of names) visits.push(await visit(driver, name, join(folder, name.replace('/', '+'))));
  return visits;
};

const visit = async (driver: Driver, repository: string, picture: string): Promise<Visit> => {
  const { page } = driver;
  await page.goto(`https://github.com/${repository}`, { waitUntil: 'domcontentloaded' });
  const badge = await finalBadge(driver);
  await page.screenshot({ path: `${picture}.png` });
  const popup = await driver.toolbarClick();
  try {
    await waitUntilRead(popup);
    writeFileSync(`${picture}-popup.png`, await popup.screenshot());
    return { repository, badge, toFix: (await popup.evaluate(toFix)) as string[] };
  } finally {
    await popup.close();
  }
};

/** A page with nothing to judge keeps its badge at "Check"; the others pass through "checking". */
const finalBadge = async (driver: Driver): Promise<string> => {
  const first = await driver.waitForBadge(/./);
  const isAsked = await driver.waitForBadge(/^(?!Check$)./, driver.page, 2000).catch(() => null);
  return isAsked ? (await driver.waitForBadge(/^(?!Check$|checking)./)).text : first.text;
};

const waitUntilRead = async (popup: Popup): Promise<void> => {
  const end = Date.now() + 10_000;
  while ((await popup.evaluate(isRead)) !== 'true') {
    if (Date.now() > end) throw new Error(`the popup is not done after 10 s: ${await popup.text()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** Repository, badge and what is to fix, in columns. */
export const tableOf = (visits: readonly Visit[]): string => {
  const head = { repository: 'repository', badge: 'badge', toFix: ['to fix'] };
  const wide = (read: (visit: Visit) => string) => Math.max(...[head, ...visits].map((one) => read(one).length));
  const widths = [wide((one) => one.repository), wide((one) => one.badge)] as const;
  return [head, ...visits]
    .map(({ repository, badge, toFix }) =>
      [repository.padEnd(widths[0]), badge.padEnd(widths[1]), toFix.join(' · ') || '–'].join('   '),
    )
    .join('\n');
};
