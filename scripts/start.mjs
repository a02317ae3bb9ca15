// `npm start`: sets itself up, builds, and opens a browser with Reprise on the bundled sample class. Options: see README.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, ensurePrograms, programPath, root } from './set-up.mjs';

try {
  const browser = process.argv.some((word) => /^(--browser=)?firefox$/.test(word)) ? 'firefox' : 'chrome';
  ensureDependencies();
  ensurePrograms([browser, 'openssl', 'git']);
  process.env[browser === 'firefox' ? 'FIREFOX' : 'CHROMIUM'] = programPath(browser);
  const built = spawnSync(process.execPath, ['scripts/build.mjs', browser, 'tools'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  process.chdir(root);
  const { openSampleClass } = await import(pathToFileURL(join(root, 'dist/tools/open-sample-class.js')).href);
  process.exitCode = await openSampleClass(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
