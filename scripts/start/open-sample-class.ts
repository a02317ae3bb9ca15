import { launch } from '../../test/browser/drive.ts';
import type { Driver } from '../../test/browser/driver.ts';
import { chooseByItself } from './choose-by-itself.ts';
import { readOptions, type StartOptions } from './options.ts';
import { type Served, serve } from './serve.ts';
import { tableOf, visitRepositories } from './visit-repositories.ts';

const pictures = 'artifacts';

/** The program behind `npm start`; gives its exit code. */
export const openSampleClass = async (words: readonly string[]): Promise<number> => {
  const options = readOptions(words);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const served = options.isLive ? null : await serve(options.repositories);
  try {
    if (served && served.names.length === 0) {
      console.error(`There is no git repository in ${options.repositories ?? 'the sample class'}.`);
      return 2;
    }
    await show(options, served);
    return 0;
  } finally {
    await served?.close();
  }
};

const show = async ({ browser, isHeadless }: StartOptions, served: Served | null): Promise<void> => {
  const driver = await launch({ browser, headless: isHeadless, ...(served && { world: served.world }) });
  try {
    await driver.welcome?.close();
    await chooseByItself(driver);
    if (isHeadless && served) await tour(driver, served);
    else await stay(driver, served);
  } finally {
    await driver.close();
  }
};

const tour = async (driver: Driver, served: Served): Promise<void> => {
  const visits = await visitRepositories(driver, served, pictures);
  console.log(tableOf(visits));
  console.log(`\nPictures of ${visits.length} pages and popups are in ${pictures}/.`);
};

const stay = async (driver: Driver, served: Served | null): Promise<void> => {
  const closed = new Promise((done) => driver.puppeteer.once('disconnected', done));
  await driver.page.goto(`https://github.com/${served?.names[0] ?? ''}`, { waitUntil: 'domcontentloaded' });
  console.log('The badge stands beside the repository’s name; the toolbar button opens the checklist.');
  for (const name of served?.names ?? []) console.log(`  https://github.com/${name}`);
  if (served) console.log('These pages come from this computer: nothing reaches the real GitHub.');
  console.log('Close the browser to end.');
  await closed;
};
