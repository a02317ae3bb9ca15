// `npm run package`: both extensions as zips whose bytes depend on nothing but the files inside.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './set-up.mjs';

ensureDependencies();
const { build, filesOf } = await import('./build.mjs');
const { zipSync } = await import('fflate');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

for (const browser of ['chrome', 'firefox']) {
  await build(browser);
  const same = { level: /** @type {const} */ (9), mtime: new Date(1980, 0, 1), os: 3, attrs: 0o644 << 16 };
  const entries = [...filesOf(join(root, 'dist', browser))].map(([path, bytes]) => [path, [bytes, same]]);
  const zip = zipSync(Object.fromEntries(entries));
  const name = `dist/reprise-${version}-${browser}.zip`;
  writeFileSync(join(root, name), zip);
  console.log(name, zip.length, createHash('sha256').update(zip).digest('hex'));
}
