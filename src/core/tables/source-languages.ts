// What code is written in, by the endings of its files' names. The endings are the languages' own.
// Written 2026-11-25.
const INTERPRETED = {
  Python: 'py ipynb',
  R: 'r rmd',
  Quarto: 'qmd',
  Julia: 'jl',
  MATLAB: 'm',
  shell: 'sh bash bat ps1',
  Stata: 'do',
  SAS: 'sas',
  JavaScript: 'js mjs cjs ts',
  Ruby: 'rb',
  Perl: 'pl',
  PHP: 'php',
  SQL: 'sql',
  Nextflow: 'nf',
  Scala: 'scala',
  TeX: 'tex',
};
const BUILT = {
  C: 'c cc cpp cu h hpp',
  Java: 'java',
  Scala: 'scala',
  Rust: 'rs',
  Go: 'go',
  JavaScript: 'tsx jsx vue svelte',
  Swift: 'swift',
  Kotlin: 'kt',
  'C#': 'cs',
  Fortran: 'f90',
  Haskell: 'hs',
  Lua: 'lua',
  Elixir: 'ex',
};
const OTHERS = { Solidity: 'sol', Stan: 'stan' };

export type Language = keyof typeof INTERPRETED | keyof typeof BUILT | keyof typeof OTHERS;

const endingsOf = (...tables: readonly Readonly<Record<string, string>>[]): readonly string[] =>
  tables.flatMap((table) => Object.values(table).join(' ').split(' '));
const endingIn = (endings: readonly string[], more = ''): RegExp =>
  new RegExp(`\\.(?:${endings.join('|')})$${more}`, 'i');

/** Files of code that a program reads as they are. */
export const INTERPRETED_SOURCE = endingIn(endingsOf(INTERPRETED));
/** Code that is built, and what builds it. */
export const BUILT_SOURCE = endingIn(endingsOf(BUILT), '|(?:^|/)(?:Makefile|Snakefile)$');
/** Code that an environment would be for: text to set and Windows' own shells need none. */
export const SOURCE_WITH_ENVIRONMENT = endingIn(
  endingsOf(INTERPRETED, BUILT, OTHERS).filter((ending) => !/^(?:tex|bat|ps1)$/.test(ending)),
);

const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  [INTERPRETED, BUILT, OTHERS].flatMap((table) =>
    Object.entries(table).flatMap(([language, endings]) =>
      endings.split(' ').map((ending): [string, Language] => [ending, language as Language]),
    ),
  ),
);

/** The language of a file of code by its name, or null. */
export const languageOf = (path: string): Language | null =>
  LANGUAGES.get(/\.([a-z\d]{1,6})$/i.exec(path)?.[1]?.toLowerCase() ?? '') ?? null;
