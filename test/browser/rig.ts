import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCases, type WorldCase } from '../world/build-cases.ts';
import { readImages } from '../world/image-from-description.ts';
import { startWorld, type World } from '../world/start-world.ts';
import { launch } from './drive.ts';
import type { BrowserName, Driver } from './driver.ts';

export const browsers: readonly BrowserName[] = ['chrome', 'firefox'];

export interface Rig {
  readonly driver: Driver;
  readonly world: World;
  readonly cases: readonly WorldCase[];
}

const rigs = new Map<BrowserName, Promise<Rig>>();

/** The browser with its own world that every test file shares; it ends with the test run. Call `world.reset()` before counting. */
export const rigFor = (browser: BrowserName): Promise<Rig> => {
  const rig = rigs.get(browser) ?? setUp(browser);
  rigs.set(browser, rig);
  return rig;
};

const setUp = async (browser: BrowserName): Promise<Rig> => {
  const cases = await buildCases(await mkdtemp(join(tmpdir(), 'reprise-cases-')));
  const world = await startWorld({ repositories: cases, images: readImages() });
  return { driver: await launch({ browser, world }), world, cases };
};
