// Draws public/icons/*.png from mark.svg in Chromium: `node scripts/icons.mjs`, needed only when the mark changes.
import { readFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { programPath } from './set-up.mjs';

const folder = new URL('../public/icons/', import.meta.url);
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');
const browser = await launch({ executablePath: programPath('chrome') ?? 'chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${mark}`);
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
}
await browser.close();
