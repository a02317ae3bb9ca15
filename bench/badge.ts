import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { chooseByItself } from '../scripts/start/choose-by-itself.ts';
import { launch } from '../test/browser/drive.ts';
import type { BrowserName, Driver } from '../test/browser/driver.ts';
import { forgetSession, forgetSnapshots } from '../test/browser/rig.ts';
import { buildCases } from '../test/world/build-cases.ts';
import { githubPages } from '../test/world/github-pages.ts';
import { readImages } from '../test/world/image-from-description.ts';
import { startWorld, type World } from '../test/world/start-world.ts';
import { type Figure, figureTable, median, milliseconds } from './figures.ts';

const LATENCY = 40;
const ROUNDS = 9;
const REPOSITORY = 'https://github.com/sample-class/commute-survey';
const VERDICT = /fix|tip|missing/;

interface Visit {
  readonly placeholder: number;
  readonly verdict: number;
  readonly shift: number | null;
}

/** What the badge costs on a page of a repository, with a world that takes 40 ms for every answer. */
export async function benchBadge(browser: BrowserName): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'reprise-bench-'));
  const world = await startWorld({
    repositories: await buildCases(place),
    images: readImages(),
    page: githubPages({}),
    latencyMs: LATENCY,
  });
  const driver = await launch({ browser, world });
  try {
    await chooseByItself(driver);
    const cost = await costOfStaying(driver, world, place);
    await driver.page.evaluateOnNewDocument(watchPage);
    const cold: Visit[] = [];
    const cached: Visit[] = [];
    await visit(driver);
    for (let round = 0; round < ROUNDS; round += 1) {
      await forgetEverythingRead(driver);
      world.reset();
      cold.push(await visit(driver));
      cached.push(await visit(driver));
    }
    return `${browser}, ${ROUNDS} rounds, ${LATENCY} ms for every answer\n${figureTable([...figures(cold, cached, cost), ...(await callFigures(driver, world))])}`;
  } finally {
    await driver.close();
    await world.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** So that the next look is a cold one; an open badge would ask again at once. */
async function forgetEverythingRead(driver: Driver): Promise<void> {
  await driver.page.goto('about:blank');
  await forgetSnapshots(driver);
  await forgetSession(driver);
  await driver.page.bringToFront();
}

interface Watched {
  readonly placeholderAt: number | null;
  readonly shift: number;
}

// Runs in the page before anything else: notes when the badge's element comes, and every shift of the layout.
function watchPage(): void {
  const watched = { placeholderAt: null as number | null, shift: 0 };
  (globalThis as unknown as { watched: Watched }).watched = watched;
  new MutationObserver(() => {
    if (watched.placeholderAt === null && document.querySelector('reprise-badge') !== null)
      watched.placeholderAt = performance.now();
  }).observe(document, { childList: true, subtree: true });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
}

async function visit({ page, badge }: Driver): Promise<Visit> {
  await page.goto(REPOSITORY, { waitUntil: 'domcontentloaded' });
  // Faster than waitForBadge looks; one look takes a few milliseconds, which count as ours.
  const end = Date.now() + 10_000;
  while (!VERDICT.test((await badge()).text)) if (Date.now() > end) throw new Error('no verdict came');
  const verdictAt = Date.now();
  const seen = await page.evaluate(() => {
    const { placeholderAt, shift } = (globalThis as unknown as { watched: Watched }).watched;
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const loaded = navigation?.domContentLoadedEventStart ?? 0;
    const isMeasured = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
    return { placeholderAt, loaded, origin: performance.timeOrigin, shift: isMeasured ? shift : null };
  });
  if (seen.placeholderAt === null) throw new Error('no placeholder was seen');
  return {
    placeholder: seen.placeholderAt - seen.loaded,
    verdict: verdictAt - (seen.origin + seen.placeholderAt),
    shift: seen.shift,
  };
}

const MUTATIONS = 1_000;

/** Milliseconds that 1,000 mutations take: all in one task, as frameworks make them, and each in a task of its own. */
interface Mutating {
  readonly together: number;
  readonly apart: number;
}

/** So long every page is left alone before it is measured: the verdict is in the cache and comes long before. */
const SETTLED = 1_000;

/**
 * One round in a fresh tab; `watched` adds an observer that does nothing: the least that watching the whole page costs.
 * The badge is not read here: Chromium tells a driver that once looked into a document of every change in it, which takes
 * several times longer than all that is measured.
 */
async function mutating({ puppeteer }: Driver, kind: 'badge' | 'bare' | 'watched'): Promise<Mutating> {
  const page = await puppeteer.newPage();
  await page.bringToFront();
  await page.goto(REPOSITORY, { waitUntil: 'load' });
  if (kind === 'watched')
    await page.evaluate(() => new MutationObserver(() => {}).observe(document, { childList: true, subtree: true }));
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const hasBadge = await page.evaluate(() => document.querySelector('reprise-badge') !== null);
  if (hasBadge !== (kind === 'badge')) throw new Error(`the page is not as it should be: ${kind}`);
  const took = { together: await mutate(page, false), apart: await mutate(page, true) };
  await page.close();
  return took;
}

/**
 * What staying mounted costs: the same rounds by turns in this browser and in another one whose extension has no content
 * script, where the page is as it is for everybody else.
 */
async function costOfStaying(driver: Driver, world: World, place: string): Promise<Cost> {
  const extension = join(place, 'without-badge');
  cpSync(`dist/${driver.browser}`, extension, { recursive: true });
  const { content_scripts: _, ...manifest } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  const other = await launch({ browser: driver.browser, world, extension });
  const costs: Cost[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const bare = await mutating(other, 'bare');
      const mounted = await mutating(driver, 'badge');
      const watched = await mutating(other, 'watched');
      costs.push({
        together: mounted.together - bare.together,
        apart: mounted.apart - bare.apart,
        leastApart: watched.apart - bare.apart,
      });
    }
  } finally {
    await other.close();
  }
  const middle = (of: (cost: Cost) => number) => median(costs.map(of));
  return {
    together: middle((cost) => cost.together),
    apart: middle((cost) => cost.apart),
    leastApart: middle((cost) => cost.leastApart),
  };
}

const BURSTS = 9;

/** Milliseconds for 1,000 mutations, the median of some bursts. */
const mutate = async (page: Page, isApart: boolean): Promise<number> =>
  median(
    await page.evaluate(
      async (count, bursts, apart) => {
        const list = document.createElement('div');
        list.style.display = 'none';
        document.body.append(list);
        const { port1, port2 } = new MessageChannel();
        const nextTask = () =>
          new Promise<void>((resolve) => {
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          });
        const took: number[] = [];
        for (let burst = 0; burst < bursts; burst += 1) {
          list.replaceChildren();
          await nextTask();
          const started = performance.now();
          for (let index = 0; index < count; index += 1) {
            list.append(document.createElement('p'));
            if (apart) await nextTask();
          }
          await nextTask();
          took.push(performance.now() - started);
        }
        return took;
      },
      MUTATIONS,
      BURSTS,
      isApart,
    ),
  );

/** What staying mounted costs; `leastApart` is what an observer that does nothing costs. */
interface Cost extends Mutating {
  readonly leastApart: number;
}

function figures(cold: readonly Visit[], cached: readonly Visit[], cost: Cost): readonly Figure[] {
  const placeholder = median([...cold, ...cached].map((one) => one.placeholder));
  const shifts = [...cold, ...cached].flatMap(({ shift }) => (shift === null ? [] : [shift]));
  const verdicts = [median(cold.map((one) => one.verdict)), median(cached.map((one) => one.verdict))] as const;
  const timed = (what: string, value: number, most: number): Figure => ({
    what,
    value: milliseconds(value),
    budget: `≤ ${most} ms`,
    isMissed: value > most,
  });
  const shift = Math.max(0, ...shifts);
  return [
    timed('DOMContentLoaded → placeholder, median', placeholder, 20),
    shifts.length === 0
      ? { what: 'layout shift', value: 'not measured by this browser', budget: '0' }
      : { what: 'layout shift, most', value: String(shift), budget: '0', isMissed: shift > 0 },
    timed('placeholder → verdict, cold, median', verdicts[0], 400),
    timed('placeholder → verdict, cached, median', verdicts[1], 60),
    timed('staying mounted, 1,000 foreign mutations in one task', cost.together, 5),
    { what: '… each in a task of its own', value: milliseconds(cost.apart) },
    { what: '… the same of an observer that does nothing', value: milliseconds(cost.leastApart) },
  ];
}

/** What one cold look asks for; `bench judge` puts the naive way beside it. */
async function callFigures(driver: Driver, world: World): Promise<readonly Figure[]> {
  await forgetEverythingRead(driver);
  world.reset();
  await visit(driver);
  const ours = world.log.filter(({ host, path }) => host !== 'github.com' || path.includes('.git/'));
  const bytes = ours.reduce((sum, one) => sum + one.bytes, 0);
  const calls = world.calls('api.github.com');
  return [
    { what: 'calls to api.github.com, one cold look', value: String(calls), budget: '1', isMissed: calls > 1 },
    { what: 'all requests and bytes, one cold look', value: `${ours.length}, ${bytes} B` },
  ];
}
