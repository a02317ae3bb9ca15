import type { Driver } from '../../test/browser/driver.ts';

const choice = 'button[data-mode="automatic"]';

/** Makes the welcome page's choice as a person would: the badge judges by itself. */
export const chooseByItself = async ({ openOwnPage }: Driver): Promise<void> => {
  const page = await openOwnPage('src/entries/welcome.html');
  await page.bringToFront();
  await page.waitForSelector(choice);
  await page.click(choice);
  await page.waitForSelector(`${choice}[aria-pressed="true"]`);
  await page.close();
};
