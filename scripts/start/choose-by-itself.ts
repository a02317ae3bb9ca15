import type { Driver } from '../../test/browser/driver.ts';

/** Makes the welcome page's choice as a person would: the badge judges by itself. */
export const chooseByItself = async (driver: Driver): Promise<void> => {
  const page = await driver.openOwnPage('src/entries/welcome.html');
  await page.locator('button[data-mode="automatic"]').click();
  await page.locator('button[data-mode="automatic"][aria-pressed="true"]').wait();
  await page.close();
};
