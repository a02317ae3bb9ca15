import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCases } from '../../test/world/build-cases.ts';
import { findRepositories, type WorldRepository } from '../../test/world/find-repositories.ts';
import { readImages } from '../../test/world/image-from-description.ts';
import { startWorld, type World } from '../../test/world/start-world.ts';

export interface Served {
  readonly world: World;
  /** `owner/name` of each repository to look at. */
  readonly names: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts the local GitHub with the repositories of a folder, or with the bundled sample class. */
export const serve = async (folder: string | null): Promise<Served> => {
  const built = await mkdtemp(join(tmpdir(), 'reprise-class-'));
  const repositories = folder === null ? await sampleClass(built) : findRepositories(folder);
  const world = await startWorld({ repositories, images: readImages() });
  return {
    world,
    names: repositories.map(({ owner, name }) => `${owner}/${name}`),
    close: async () => {
      await world.close();
      await rm(built, { recursive: true, force: true });
    },
  };
};

const sampleClass = async (folder: string): Promise<readonly WorldRepository[]> =>
  (await buildCases(folder)).filter(({ sample }) => sample);
