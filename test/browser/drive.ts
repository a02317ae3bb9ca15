import { launchChromium } from './drive-chromium.ts';
import { launchFirefox } from './drive-firefox.ts';
import type { Driver, LaunchOptions } from './driver.ts';

/** Starts a browser with the built extension in it; close it in `afterAll` or `finally`. */
export const launch = (options: LaunchOptions): Promise<Driver> =>
  options.browser === 'firefox' ? launchFirefox(options) : launchChromium(options);
