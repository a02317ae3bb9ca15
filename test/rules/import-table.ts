/** What one folder of `src` may import besides itself. Folders are named from `src`; a folder stands for all below it. */
export interface Allowance {
  readonly folders: readonly string[];
  /** Folders whose types may be named, for values that are handed in as arguments. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  /** Packages for files with this ending only. */
  readonly packagesByEnding?: Readonly<Record<string, readonly string[]>>;
}

const schemaPackages = { '.schema.ts': ['valibot'] };
const browserPackages = ['preact', 'preact/hooks', '@preact/signals'];

/** The import table of docs/architecture.md; the first entry that fits a file counts. */
export const importTable: Readonly<Record<string, Allowance>> = {
  'core/model': { folders: [], packagesByEnding: schemaPackages },
  'core/parse': {
    folders: ['core/model'],
    packages: ['js-yaml', 'markdown-it', '@lezer/common', '@lezer/python'],
  },
  'core/tables': { folders: ['core/model'] },
  'core/facts': { folders: ['core/model', 'core/parse', 'core/tables'] },
  // The plan asks a rubric's checks which facts they read.
  'core/plan': { folders: ['core/model', 'core/parse', 'core/facts', 'core/checks'] },
  'core/image': { folders: ['core/model', 'core/parse', 'core/facts'] },
  // Texts to paste, as checks offer them.
  'core/fixes': { folders: ['core/model', 'core/parse', 'core/facts', 'core/tables'] },
  'core/checks': { folders: ['core/model', 'core/parse', 'core/facts', 'core/tables', 'core/fixes'] },
  'core/rubrics': { folders: ['core/model', 'core/checks'] },
  'core/report': { folders: ['core/model', 'core/parse', 'core/facts', 'core/checks', 'core/rubrics'] },
  'services/local-folder': { folders: ['services', 'core/model'], packages: ['node:'] },
  'services/given-files': {
    folders: ['services', 'core/model'],
    packages: ['@zip.js/zip.js/lib/zip-core-native.js', 'ignore'],
  },
  'services/local-git': { folders: ['services', 'core/model', 'core/parse'], packages: ['node:'] },
  // Whatever an outside party says goes through a schema at the border.
  services: { folders: ['core/model', 'core/parse'], packages: ['valibot'] },
  platform: { folders: ['core/model'], packages: ['webextension-polyfill', 'idb', 'valibot'] },
  app: { folders: ['core', 'services'], types: ['platform'], packages: ['p-map'] },
  'github-page': { folders: ['core/model'] },
  views: { folders: ['core'], packages: browserPackages },
  pages: { folders: ['app', 'core', 'views'], types: ['platform'], packages: browserPackages },
  'command-line': { folders: ['app', 'core', 'services'], packages: ['node:'] },
  'entries/cli': { folders: [''], packages: ['node:'] },
  entries: { folders: [''], packages: [...browserPackages, 'webextension-polyfill'] },
};
