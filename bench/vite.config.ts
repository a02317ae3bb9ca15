import { defineConfig } from 'vite';
import { changedLibraries } from '../vite.config.ts';

/** The benchmarks as a program for Node, with every library as it is in the product; the browser driver and the peers stay outside. */
export default defineConfig({
  publicDir: false,
  plugins: changedLibraries(),
  ssr: { noExternal: true, external: ['puppeteer-core', 'dockerfilelint', 'dockerfile-utils'] },
  build: { outDir: 'dist/bench', ssr: true, target: 'node20', rolldownOptions: { input: { run: 'bench/run.ts' } } },
  logLevel: 'warn',
});
