import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PageContext } from '../github-pages/page-context.ts';
import { pageThemes } from '../github-pages/page-theme.ts';
import { browsers, type Rig, readyRig } from './rig.ts';

const FOLDER = 'artifacts/themes';

/** GitHub's attributes for a theme, as a reader who chose it has them. */
const chosen = (theme: string): PageContext['theme'] =>
  theme.startsWith('light')
    ? { mode: 'light', light: theme, dark: 'dark' }
    : { mode: 'dark', light: 'light', dark: theme };

/** The contrast of two colours by WCAG 2.2 (1 to 21), measured in the page's own canvas so that any CSS notation will do. */
const measureContrast = (front: string, back: string): number => {
  const luminance = (colour: string): number => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (context === null) return 0;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(front), luminance(back)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
};

describe.each(browsers)('the badge in GitHub’s themes, in %s', (browser) => {
  let rig: Rig;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    rig = await readyRig(browser);
    rig.world.reset();
  });

  test.each(pageThemes)('%s: it stands there, and its words can be read', async (theme) => {
    const { driver } = rig;
    rig.look = { theme: chosen(theme) };
    await driver.page.bringToFront();
    await driver.page.goto('https://github.com/sample-class/commute-survey', { waitUntil: 'domcontentloaded' });
    const badge = await driver.waitForBadge(/^1 to fix$/);
    const behind = await driver.page.evaluate(() => {
      const header = document.querySelector('#repository-container-header') ?? document.body;
      const own = getComputedStyle(header).backgroundColor;
      return /, 0\)$|transparent/.test(own) ? getComputedStyle(document.body).backgroundColor : own;
    });
    const contrast = await driver.page.evaluate(
      `(${measureContrast})(${JSON.stringify(badge.colour)}, ${JSON.stringify(behind)})`,
    );
    expect(contrast).toBeGreaterThanOrEqual(4.5);
    const clip = { x: 0, y: 0, width: 900, height: 180 };
    writeFileSync(`${FOLDER}/${browser}-${theme}.png`, await driver.page.screenshot({ clip }));
  });
});
