// Builds into dist/: `node scripts/build.mjs [--twice] [chrome] [firefox] [cli] [tools]`, everything when nothing is named.
// With --twice each target is built once more beside the first and compared byte for byte.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ensureDependencies, root } from './set-up.mjs';

export const targets = ['chrome', 'firefox', 'cli', 'tools'];

/** Every file of the folder by its path inside it, in one fixed order. @param {string} folder @returns {Map<string, Buffer>} */
export function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** Builds beside the old one and then changes places with it, so that a browser running from dist/ never sees half a build. @param {string} target */
export async function build(target) {
  const next = join(root, 'dist', `.next-${target}-${process.pid}`);
  const old = join(root, 'dist', `.old-${target}-${process.pid}`);
  const place = join(root, 'dist', target);
  try {
    await buildInto(target, next);
    if (existsSync(place)) renameSync(place, old);
    renameSync(next, place);
  } finally {
    for (const folder of [next, old]) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} target @param {string} folder */
async function buildInto(target, folder) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const vite = await import('vite');
  await vite.build({ root, mode: target, build: { outDir: folder, emptyOutDir: true } });
}

/** @param {string} target @returns {Promise<string[]>} the paths that differ */
async function differencesOfSecondBuild(target) {
  const again = join(root, 'dist', `.again-${target}-${process.pid}`);
  try {
    await buildInto(target, again);
    const [first, second] = [filesOf(join(root, 'dist', target)), filesOf(again)];
    const paths = new Set([...first.keys(), ...second.keys()]);
    return [...paths].filter((path) => !first.get(path)?.equals(second.get(path) ?? Buffer.of()));
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}

/** @param {string} target */
function sizeLine(target) {
  const files = [...filesOf(join(root, 'dist', target)).entries()];
  const sum = (/** @type {(bytes: Buffer) => number} */ size) => files.reduce((all, [, bytes]) => all + size(bytes), 0);
  const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const digest = createHash('sha256');
  for (const [path, bytes] of files) digest.update(`${path}\0${bytes.length}\0`).update(bytes);
  const gzipped = kB(sum((bytes) => gzipSync(bytes).length));
  return `${target.padEnd(8)} ${files.length} files, ${kB(sum((bytes) => bytes.length))}, gzip ${gzipped}, sha256 ${digest.digest('hex').slice(0, 16)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureDependencies();
  const words = process.argv.slice(2);
  const named = words.filter((word) => targets.includes(word));
  for (const target of named.length > 0 ? named : targets) {
    await build(target);
    console.log(sizeLine(target));
    const different = words.includes('--twice') ? await differencesOfSecondBuild(target) : [];
    if (different.length > 0) {
      console.error(`Two builds of ${target} differ in ${different.join(', ')}`);
      process.exitCode = 1;
    }
  }
}
