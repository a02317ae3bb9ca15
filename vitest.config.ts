import { defineConfig } from 'vitest/config';

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
        },
      },
      // These read what `npm run build` made.
      { extends: true, test: { name: 'built', include: ['test/{rules/built,command-line}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // One after the other in one process, so that all files share one launch of each browser (test/browser/rig.ts).
          fileParallelism: false,
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
