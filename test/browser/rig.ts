import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseByItself } from '../../scripts/start/choose-by-itself.ts';
import { buildCases, type WorldCase } from '../world/build-cases.ts';
import { makeRepositories } from '../world/faulty-reading.ts';
import { githubPages, type PageLook } from '../world/github-pages.ts';
import { readImages } from '../world/image-from-description.ts';
import { startWorld, type World } from '../world/start-world.ts';
import { launch } from './drive.ts';
import type { BrowserName, Driver } from './driver.ts';

/** The browser that this run is for: each has a run of its own, so that both can go at once (vitest.config.ts). */
export const browsers: readonly BrowserName[] = [process.env['TESTED_BROWSER'] === 'firefox' ? 'firefox' : 'chrome'];

/** The token that every world of the tests knows. */
export const knownToken = `github_pat_${'11AAAAAAA0'.repeat(4)}`;

export interface Rig {
  readonly driver: Driver;
  readonly world: World;
  readonly cases: readonly WorldCase[];
  /** How GitHub's pages look from the next visit on. */
  look: PageLook;
}

const rigs = new Map<BrowserName, Promise<Rig>>();

/** The browser with its own world that every test file shares; it ends with the test run. Call `world.reset()` before counting. */
export const rigFor = (browser: BrowserName): Promise<Rig> => {
  const rig = rigs.get(browser) ?? setUp(browser);
  rigs.set(browser, rig);
  return rig;
};

/** The same, after the welcome choice "judge by itself". */
export const readyRig = async (browser: BrowserName): Promise<Rig> => {
  const rig = await rigFor(browser);
  await chooseByItself(rig.driver);
  return rig;
};

/** Empties what the extension keeps for a session: the limit that GitHub told, a token. */
export const forgetSession = async (driver: Driver): Promise<void> => {
  const own = await driver.openOwnPage('src/entries/options.html');
  await own.evaluate(() => ((globalThis as { browser?: typeof chrome }).browser ?? chrome).storage.session.clear());
  await own.close();
};

/** Empties the extension's cache, so that everything is read anew. */
export const forgetSnapshots = async (driver: Driver): Promise<void> => {
  const own = await driver.openOwnPage('src/entries/options.html');
  await own.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('reprise');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
  await own.close();
};

/** More files of code than are looked into without a question. */
export const LARGER_CODE = 45;

const ofOneMachine = "import csv\n\nrows = csv.reader(open('/Users/sam/survey/answers.csv'))\n";

/** Repositories that only the tests of faults and of code look at. */
const oddRepositories = async () => {
  const files = { 'README.md': '# Sleep\n\nMeasures how noise changes sleep.\n', 'environment.yml': 'name: sleep\n' };
  const { cases } = await makeRepositories({
    'cut-listing': {
      files: { 'README.md': files['README.md'], 'a/environment.yml': 'name: sleep\n' },
      truncatedAfter: 1,
    },
    'sleep-in-docker': { files: { ...files, Dockerfile: 'FROM python:3.12-slim\n' } },
    'sleep-small-code': { files: { ...files, 'run.py': ofOneMachine, 'src/plots.py': 'import csv\n' } },
    'sleep-larger-code': {
      files: {
        ...files,
        ...Object.fromEntries(
          Array.from({ length: LARGER_CODE - 1 }, (_, at) => [`src/part_${at}.py`, `PART = ${at}\n`]),
        ),
        'src/last/read.py': ofOneMachine,
      },
    },
    'long-readme': { files: { ...files, 'README.md': '# Nothing but a heading\n\n'.repeat(400_000) } },
  });
  return cases;
};

const setUp = async (browser: BrowserName): Promise<Rig> => {
  const cases = await buildCases(await mkdtemp(join(tmpdir(), 'reprise-cases-')));
  const shared: { look: PageLook } = { look: {} };
  const world = await startWorld({
    repositories: [...cases, ...(await oddRepositories())],
    images: readImages(),
    tokens: [knownToken],
    page: (request) => githubPages(shared.look)(request),
  });
  return Object.assign(shared, { driver: await launch({ browser, world }), world, cases });
};
