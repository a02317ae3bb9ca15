import type { Driver } from '../../test/browser/driver.ts';

const choice = 'button[data-mode="automatic"]';

/** Makes the welcome page's choice as a person would: the badge judges by itself. */
export const chooseByItself = async ({ welcome }: Driver): Promise<void> => {
  if (!welcome) return;
  await welcome.bringToFront();
  await welcome.waitForSelector(choice);
  await welcome.click(choice);
  await welcome.waitForSelector(`${choice}[aria-pressed="true"]`);
  await welcome.close();
};
