// `npm start`: sets itself up, builds, and opens a browser with Reprise on the bundled sample class. Options: see README.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, ensurePrograms, programPath, root } from './set-up.mjs';

try {
  const browser = process.argv.some((word) => /^(--browser=)?firefox$/.test(word)) ? 'firefox' : 'chrome';
  ensureDependencies();
  ensurePrograms([browser, 'openssl', 'git']);
  process.env[browser === 'firefox' ? 'FIREFOX' : 'CHROMIUM'] = programPath(browser);
  const { build } = await import('./build.mjs');
  for (const target of [browser, 'tools']) await build(target);
  process.chdir(root);
  const { openSampleClass } = await import(pathToFileURL(join(root, 'dist/tools/open-sample-class.js')).href);
  process.exitCode = await openSampleClass(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
