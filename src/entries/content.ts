import type { Runtime } from '../github-page/ask-background.ts';
import { showBadges } from '../github-page/show-badges.ts';

interface Extension {
  readonly runtime?: Runtime;
}

// In an older Chromium a page's element with the id "browser" stands in the place of what has no runtime there.
const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };
const runtime = browser?.runtime ?? chrome?.runtime;
if (runtime) showBadges(runtime);
