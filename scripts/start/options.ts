import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly browser: 'chrome' | 'firefox';
  readonly isHeadless: boolean;
  /** A folder of git repositories to serve in the place of the sample class. */
  readonly repositories: string | null;
  /** The real github.com instead of the local one. */
  readonly isLive: boolean;
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** Reads the words after `npm start --`; a mistake in them is one sentence. */
export const readOptions = (words: readonly string[]): StartOptions | string => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        browser: { type: 'string', default: 'chrome' },
        headless: { type: 'boolean', default: !hasDisplay() },
        repositories: { type: 'string' },
        live: { type: 'boolean', default: false },
      },
    });
    const { browser, repositories } = values;
    if (browser !== 'chrome' && browser !== 'firefox') return `Reprise runs in chrome or firefox, not in "${browser}".`;
    if (values.live && values.headless) return 'The real GitHub is for looking at: --live needs a display.';
    if (values.live && repositories) return 'Choose one: --live or --repositories.';
    const from = process.env['INIT_CWD'] ?? process.cwd();
    const folder = repositories === undefined ? null : resolve(from, repositories);
    if (folder !== null && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      return `There is no folder ${folder}.`;
    return { browser, isHeadless: values.headless, repositories: folder, isLive: values.live };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
