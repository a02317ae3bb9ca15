// `npm run fuzz [-- RUNS]`: tries every property 10,000 times, where `npm test` tries it 200 times. For the night.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './set-up.mjs';

const PROPERTY_RUNS = process.argv[2] ?? '10000';

/** @param {string} path */
const holdsProperty = (path) => readFileSync(join(root, path), 'utf8').includes(" from 'fast-check'");

try {
  if (!/^[1-9]\d{0,6}$/.test(PROPERTY_RUNS)) throw new Error('npm run fuzz [-- RUNS]');
  ensureDependencies();
  const files = readdirSync(join(root, 'src'), { recursive: true }).map((path) => join('src', String(path)));
  const properties = files.filter((path) => /\.test\.tsx?$/.test(path) && holdsProperty(path));
  const limit = ['--testTimeout=7200000', '--project=unit'];
  const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', ...limit, ...properties], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PROPERTY_RUNS },
  });
  process.exitCode = status ?? 2;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
