import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesBelow } from '../read-imports.ts';

export const browsers = ['chrome', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

export const folderOf = (browser: BrowserName): string => `dist/${browser}`;

/** Every script of the build, as path and text. */
export const scriptsOf = (browser: BrowserName): (readonly [string, string])[] =>
  filesBelow(folderOf(browser))
    .filter((path) => path.endsWith('.js'))
    .map((path) => [path, readFileSync(path, 'utf8')]);

const named = /\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g;
const namedByPage = /(?:src|href)="(\/[^"]+\.(?:js|css))"/g;

/** A page or script and every chunk that it loads, at once or later. */
export const loadedBy = (browser: BrowserName, entry: string): ReadonlySet<string> => {
  const folder = folderOf(browser);
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const text = readFileSync(path, 'utf8');
    for (const [, name = ''] of text.matchAll(named)) load(normalize(join(path, '..', name)));
    if (path.endsWith('.html')) for (const [, name = ''] of text.matchAll(namedByPage)) load(join(folder, name));
  };
  load(join(folder, entry));
  return loaded;
};

/** What the files weigh when each is compressed by itself, in kB of 1000 bytes. */
export const gzippedKilobytes = (paths: Iterable<string>): number => {
  let bytes = 0;
  for (const path of paths) bytes += gzipSync(readFileSync(path), { level: 9 }).length;
  return bytes / 1000;
};
