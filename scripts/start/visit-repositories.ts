import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, Popup } from '../../test/browser/driver.ts';
import type { World } from '../../test/world/start-world.ts';
import type { Served } from './serve.ts';

/** What one page showed. `cost` is null where the badge asked nothing by itself. */
export interface Visit {
  readonly repository: string;
  readonly badge: string;
  readonly toFix: readonly string[];
  readonly cost: Cost | null;
}

/** What the badge's verdict cost: calls to GitHub's API, bytes read from all hosts, milliseconds after the page was parsed. */
interface Cost {
  readonly calls: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

// Expressions for the popup's page.
const isRead = `String(document.querySelector('main h1') !== null && document.querySelector('.headline[aria-busy="true"]') === null)`;
const toFix = `[...document.querySelectorAll('.row.is-to-fix .row-statement')].map((statement) => statement.innerText)`;

/** Opens the page of each repository, waits for its badge, reads the popup, and keeps a picture of both. */
export const visitRepositories = async (
  driver: Driver,
  { world, names }: Pick<Served, 'world' | 'names'>,
  folder: string,
): Promise<Visit[]> => {
  mkdirSync(folder, { recursive: true });
  const visits: Visit[] = [];
  for (const name of names) visits.push(await visit(driver, world, name, join(folder, name.replace('/', '+'))));
  return visits;
};

const visit = async (driver: Driver, world: World, repository: string, picture: string): Promise<Visit> => {
  const { page } = driver;
  world.reset();
  await page.goto(`https://github.com/${repository}`, { waitUntil: 'domcontentloaded' });
  const { badge, milliseconds } = await finalBadge(driver);
  const cost = milliseconds === null ? null : { milliseconds, ...readSoFar(world) };
  await page.screenshot({ path: `${picture}.png` });
  const popup = await driver.toolbarClick();
  try {
    await waitUntilRead(popup);
    writeFileSync(`${picture}-popup.png`, await popup.screenshot());
    return { repository, badge, toFix: (await popup.evaluate(toFix)) as string[], cost };
  } finally {
    await popup.close();
  }
};

const readSoFar = (world: World): Pick<Cost, 'calls' | 'bytes'> => {
  // The page itself is the browser's, not ours.
  const ours = world.log.filter(({ host, path }) => host !== 'github.com' || path.includes('.git/'));
  return { calls: world.calls('api.github.com'), bytes: ours.reduce((sum, { bytes }) => sum + bytes, 0) };
};

/** A page with nothing to judge keeps its badge at "Check"; the others pass through "checking". */
const finalBadge = async (driver: Driver): Promise<{ badge: string; milliseconds: number | null }> => {
  const begun = performance.now();
  const first = await driver.waitForBadge(/./);
  const isAsked = await driver.waitForBadge(/^(?!Check$)./, driver.page, 1500).catch(() => null);
  if (!isAsked) return { badge: first.text, milliseconds: null };
  const { text } = await driver.waitForBadge(/^(?!Check$|checking)./);
  return { badge: text, milliseconds: performance.now() - begun };
};

const waitUntilRead = async (popup: Popup): Promise<void> => {
  const end = Date.now() + 10_000;
  while ((await popup.evaluate(isRead)) !== 'true') {
    if (Date.now() > end) throw new Error(`the popup is not done after 10 s: ${await popup.text()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** The visits in columns. */
export const tableOf = (visits: readonly Visit[]): string => {
  const head = ['repository', 'badge', 'to fix', 'API calls', 'kB read', 'ms to badge'];
  const rows = [
    head,
    ...visits.map(({ repository, badge, toFix, cost }) => [
      repository,
      badge,
      toFix.join(' · ') || '–',
      ...(cost === null
        ? ['–', '–', '–']
        : [cost.calls, cost.bytes / 1000, cost.milliseconds].map((amount) => amount.toFixed(0))),
    ]),
  ];
  const widths = head.map((_word, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((word, column) => word.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
};
