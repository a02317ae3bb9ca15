import { readFileSync } from 'node:fs';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { type BrowserName, manifestFor } from './manifest.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** Replaces one piece of a library's file and stops the build when the piece is no longer there. */
const replaceIn = (file: RegExp, piece: RegExp | string, replacement: string): Plugin => ({
  name: `replace-in:${file.source}`,
  transform: {
    filter: { id: file },
    handler(code) {
      const replaced = code.replace(piece, replacement);
      if (replaced === code) this.error(`${file.source} no longer holds ${piece}: look at vite.config.ts`);
      return { code: replaced, map: null };
    },
  },
});

const markdownIt = /\/node_modules\/markdown-it\/dist\/markdown-it\.mjs$/;
const jsYaml = /\/node_modules\/js-yaml\/dist\/js-yaml\.mjs$/;

export const changedLibraries = (): Plugin[] => [
  // Preact's only innerHTML sink serves dangerouslySetInnerHTML, which no view uses.
  replaceIn(/\/node_modules\/preact\/dist\/preact\.mjs$/, /\w+\.innerHTML=\w+\.__html/, 'void 0'),
  // Of markdown-it the block rules alone are used (src/core/parse/readme.ts). What serves links, entities and rendering would
  // weigh 35 kB in the background.
  replaceIn(
    markdownIt,
    /import \* as mdurl from "mdurl";[\s\S]*?import punycode from "punycode\.js";/,
    'const [mdurl, ucmicro, decodeHTMLStrict, LinkifyIt, punycode] = [];',
  ),
  replaceIn(markdownIt, /\/\/#region src\/renderer\.ts[\s\S]*(?=\/\/#region src\/rules_block\/state_block\.ts)/, ''),
  replaceIn(
    markdownIt,
    /\/\/#region src\/rules_block\/reference\.ts[\s\S]*(?=\/\/#region src\/common\/html_blocks\.ts)/,
    'const reference = () => false;',
  ),
  replaceIn(
    markdownIt,
    /\/\/#region src\/rules_inline\/state_inline\.ts[\s\S]*export \{ MarkdownItCallable as default \};/,
    'export default { ParserBlock };',
  ),
  // zip.js may load a codec from an address that it is told; none is, and nothing from outside may run.
  replaceIn(/\/@zip\.js\/zip\.js\/lib\/core\/codec-registry\.js$/, /await import\([^)]*codecURI\)/, '{}'),
  // Of js-yaml the events alone are used (src/core/parse/yaml.ts); its schemas, its writer and the lines that it quotes beside an
  // error would weigh 6 kB there.
  replaceIn(
    jsYaml,
    /\/\/#region src\/tag\.ts[\s\S]*(?=\/\/#region src\/common\/exception\.ts)/,
    'const makeSnippet = () => null;',
  ),
  replaceIn(jsYaml, /\/\/#region src\/parser\/constructor\.ts[\s\S]*(?=\/\/#region src\/parser\/parser\.ts)/, ''),
  replaceIn(
    jsYaml,
    /\/\/#region src\/load\.ts[\s\S]*export \{[^}]*\};/,
    'export { EVENT_ID, SCALAR_STYLE, YAMLException, getScalarValue, parseEvents };',
  ),
];

const content = 'src/entries/content.ts';

const extension = (browser: BrowserName): UserConfig => ({
  plugins: [
    ...changedLibraries(),
    crx({ manifest: manifestFor(browser, version), browser, contentScripts: { standaloneFiles: [content] } }),
  ],
  worker: { format: 'es', plugins: changedLibraries },
  build: {
    outDir: `dist/${browser}`,
    target: browser === 'firefox' ? 'firefox142' : 'chrome123',
    modulePreload: false,
    // The manifest names every page but these.
    rolldownOptions: { input: { welcome: 'src/entries/welcome.html', folder: 'src/entries/folder.html' } },
  },
});

/** Programs for Node: every library inside, so that `dist` runs by itself; the browser driver stays outside. */
const program = (folder: string, input: Record<string, string>): UserConfig => ({
  publicDir: false,
  plugins: changedLibraries(),
  ssr: { noExternal: true, external: ['puppeteer-core'] },
  build: { outDir: `dist/${folder}`, ssr: true, target: 'node20', rolldownOptions: { input } },
});

const targets: Record<string, UserConfig> = {
  chrome: extension('chrome'),
  firefox: extension('firefox'),
  cli: program('cli', { cli: 'src/entries/cli.ts', evaluate: 'src/entries/evaluate.ts' }),
  tools: program('tools', {
    'open-sample-class': 'scripts/start/open-sample-class.ts',
    'take-pictures': 'scripts/pictures/take-pictures.ts',
  }),
};

export default defineConfig(({ mode }) => ({
  ...targets[mode],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  clearScreen: false,
  logLevel: 'warn',
}));
