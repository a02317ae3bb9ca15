import type { Page } from 'puppeteer-core';
import { type Badge, waitForText } from './driver.ts';

/** The element that holds the badge's closed shadow root on a page of GitHub. */
export const badgeHost = 'reprise-badge';

/** What a browser lets a driver see inside a closed shadow root: how many there are, and a function called with the first. */
export interface ShadowAccess {
  readonly count: (page: Page) => Promise<number>;
  readonly callWithRoot: (page: Page, functionText: string) => Promise<unknown>;
}

interface InsideBadge extends Omit<Badge, 'count' | 'click'> {
  readonly x: number;
  readonly y: number;
}

// Runs in the page.
const insideBadge = (root: ShadowRoot): InsideBadge => {
  const button = root.querySelector('button');
  button?.scrollIntoView({ block: 'nearest' });
  const box = button?.getBoundingClientRect() ?? new DOMRect();
  return {
    text: button?.innerText.trim() ?? '',
    label: button?.getAttribute('aria-label') ?? '',
    state: button?.classList.item(0) ?? '',
    colour: getComputedStyle(button?.querySelector('span') ?? root.host).color,
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
  };
};

const noBadge = { text: '', label: '', state: '', colour: '' };

export const badgeReader = (access: ShadowAccess, firstPage: Page) => {
  const look = async (page: Page) => (await access.callWithRoot(page, String(insideBadge))) as InsideBadge;
  const badge = async (page = firstPage): Promise<Badge> => {
    const count = await access.count(page);
    const { text, label, state, colour } = count > 0 ? await look(page) : noBadge;
    const click = async () => {
      await page.bringToFront();
      const { x, y } = await look(page);
      await page.mouse.click(x, y);
    };
    return { count, text, label, state, colour, click };
  };
  const waitForBadge = async (text: RegExp, page = firstPage, ms = 10_000): Promise<Badge> => {
    await waitForText(async () => (await badge(page)).text, text, ms);
    return badge(page);
  };
  return { badge, waitForBadge };
};
