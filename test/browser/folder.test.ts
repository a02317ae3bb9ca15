import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { waitForText } from './driver.ts';
import { browsers, type Rig, readyRig } from './rig.ts';

const PAGE = 'src/entries/folder.html';
const place = mkdtempSync(join(tmpdir(), 'reprise-folder-'));

const written = (name: string, bytes: Uint8Array): string => {
  const path = join(place, name);
  writeFileSync(path, bytes);
  return path;
};

const PROJECT = written(
  'survey.zip',
  zipSync({
    'survey-main': {
      'README.md': strToU8(
        '# Survey\n\nMeasures sleep.\n\n```\nconda env create -f environment.yml\npython run.py\n```\n',
      ),
      'environment.yml': strToU8('name: survey\ndependencies:\n  - python=3.12\n  - pandas=2.2.3\n'),
      'run.py': strToU8("import pandas as pd\n\nanswers = pd.read_csv('/Users/sam/survey/answers.csv')\n"),
    },
  }),
);
const NONSENSE = written('survey-broken.zip', strToU8('no archive'));

describe.each(browsers)('a project on this computer in %s', (browser) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await readyRig(browser);
  });
  beforeEach(async () => {
    await rig.driver.complaints();
    rig.world.reset();
  });

  const opened = async () => {
    const page = await rig.driver.openOwnPage(PAGE);
    const shows = (words: RegExp) => waitForText(() => page.evaluate(() => document.body.innerText), words, 10_000);
    const give = async (path: string) => {
      const input = await page.$('input[accept]');
      await (input as Awaited<ReturnType<typeof page.waitForSelector<'input'>>>)?.uploadFile(path);
    };
    await shows(/Drop a folder or a zip here/);
    return { page, shows, give };
  };

  test('a zip is judged with its code, and nothing is sent anywhere', async () => {
    const { page, shows, give } = await opened();
    await give(PROJECT);
    await shows(/survey-main/);
    await shows(/\/Users\/sam\/survey/);
    expect(rig.world.log).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await rig.driver.complaints()).toEqual([]);
    await page.close();
  });

  test('what is no archive is said in one sentence, and a good one then is judged', async () => {
    const { page, shows, give } = await opened();
    await give(NONSENSE);
    await shows(/“survey-broken\.zip” is not a zip archive that can be read/);
    await give(PROJECT);
    const text = await shows(/survey-main/);
    expect(text).not.toContain('survey-broken');
    expect(await rig.driver.complaints()).toEqual([]);
    await page.close();
  });

  test('a file that is neither is said when it is dropped', async () => {
    const { page, shows } = await opened();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['a'], 'notes.txt'));
      document.querySelector('.folder-chooser')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    });
    await shows(/neither a folder nor a zip/);
    await page.close();
  });
});
