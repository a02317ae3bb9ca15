import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Import {
  /** The importing file, from the project's root. */
  readonly file: string;
  /** The imported file from the project's root, or the package's name as written. */
  readonly target: string;
  readonly isFile: boolean;
  /** Gone after compiling: `import type`, or only `type` names. */
  readonly isTypeOnly: boolean;
  readonly isReExport: boolean;
}

const statement = /^\s*(import|export)\s+(type\s+)?((?:[\w*$,\s]|\{[^}]*\})*?)\s*from\s+'([^']+)'/gm;
const bare = /^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;

const hasOnlyTypes = (names: string): boolean =>
  /^\{[^}]*\}$/.test(names) &&
  names
    .slice(1, -1)
    .split(',')
    .every((name) => /^\s*(type\s.*)?$/s.test(name));

/** The imports that a text of the file writes down. Enough for code that the formatter has been over. */
export const importsIn = (file: string, text: string): Import[] => {
  const from = (written: string, isTypeOnly: boolean, isReExport: boolean): Import => {
    const isFile = written.startsWith('.');
    const path = written.replace(/\?.*$/, '');
    const target = isFile ? normalize(join(dirname(file), path)).replaceAll('\\', '/') : written;
    return { file, target, isFile, isTypeOnly, isReExport };
  };
  return [
    ...[...text.matchAll(statement)].map(([, keyword, type, names = '', written = '']) =>
      from(written, type !== undefined || hasOnlyTypes(names), keyword === 'export'),
    ),
    ...[...text.matchAll(bare)].map(([, first, second]) => from(first ?? second ?? '', false, false)),
  ];
};

/** The paths of every file below the folder, from the project's root. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();

export const isTest = (file: string): boolean => /\.test(-support)?\.tsx?$/.test(file);

/** Every import of the product's own code; tests stand outside the table. */
export const productImports = (): Import[] =>
  filesBelow('src')
    .filter((file) => /\.tsx?$/.test(file) && !isTest(file))
    .flatMap((file) => importsIn(file, readFileSync(file, 'utf8')));
