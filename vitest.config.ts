import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** The built extension in one browser: all files one after the other in one process, so that they share one launch (test/browser/rig.ts). */
const inBrowser = (name: string, browser: 'chrome' | 'firefox'): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include: ['test/browser/**/*.test.ts'],
    env: { TESTED_BROWSER: browser },
    fileParallelism: false,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/{rules,world,github-pages,parsers}/**/*.test.ts'],
          exclude: ['test/rules/built/**'],
          // By itself vitest leaves one of two cores idle.
          maxWorkers: 2,
        },
      },
      // These read what `npm run build` made.
      { extends: true, test: { name: 'built', include: ['test/{rules/built,command-line}/**/*.test.ts'] } },
      inBrowser('chromium', 'chrome'),
      inBrowser('firefox', 'firefox'),
    ],
  },
});
