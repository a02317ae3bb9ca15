// `npm run bench -- badge|judge`: measures what is promised, with a peer beside it in the same run where there is one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, ensurePrograms, programPath, root } from './set-up.mjs';

const given = process.argv.slice(2);
/** @type {'chrome' | 'firefox'} */
const browser = given.includes('firefox') ? 'firefox' : 'chrome';
const drives = given[0] === 'badge';

try {
  ensureDependencies();
  ensurePrograms(drives ? [browser, 'openssl', 'git'] : ['openssl', 'git']);
  if (drives) {
    process.env[browser === 'firefox' ? 'FIREFOX' : 'CHROMIUM'] = programPath(browser);
    const built = spawnSync(process.execPath, ['scripts/build.mjs', browser], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  }
  process.chdir(root);
  const vite = await import('vite');
  await vite.build({ root, configFile: 'bench/vite.config.ts' });
  const { run } = await import(pathToFileURL(join(root, 'dist/bench/run.js')).href);
  process.exitCode = await run(given);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
