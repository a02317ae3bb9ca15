// A program that drives a browser: sets up what it needs, builds, and runs it; a mistake is one sentence and exit code 2.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, ensurePrograms, programPath, root } from './set-up.mjs';

/**
 * @param {'chrome' | 'firefox'} browser
 * @param {string} name of the program in dist/tools
 * @param {(program: any) => Promise<number>} run gives the exit code
 */
export const runTool = async (browser, name, run) => {
  try {
    ensureDependencies();
    ensurePrograms([browser, 'openssl', 'git']);
    process.env[browser === 'firefox' ? 'FIREFOX' : 'CHROMIUM'] = programPath(browser);
    const built = spawnSync(process.execPath, ['scripts/build.mjs', browser, 'tools'], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
    process.chdir(root);
    process.exitCode = await run(await import(pathToFileURL(join(root, `dist/tools/${name}.js`)).href));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
};
