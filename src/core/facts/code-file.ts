import type { CodeFile } from '../model/code-file.ts';

/** What one file of code imports and opens; `path` tells the language. Pure; never throws; bounded in time. */
export const codeFileOf = (_path: string, _text: string): CodeFile => ({
  imports: [],
  machinePaths: [],
  harmlessPaths: [],
  openedFiles: [],
  installs: [],
  problem: null,
});
