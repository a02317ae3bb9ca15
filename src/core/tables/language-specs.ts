import type { Language } from './source-languages.ts';

/** How a language beside Python comes to another computer, and by which commands it is run. */
export interface LanguageSpecs {
  /** Its own files of packages or of a build. */
  readonly files: RegExp;
  /** Packages of conda that bring it, as their names begin. */
  readonly conda: RegExp;
  readonly commands: RegExp;
  /** The line for an environment.yml. */
  readonly entry: string;
}

const JAVA: LanguageSpecs = {
  files: /(?:^|\/)(?:pom\.xml|build\.(?:gradle|gradle\.kts|sbt))$/,
  conda: /^(?:openjdk|maven|gradle|sbt|scala)$/,
  commands: /\b(?:java|javac|mvn|gradlew?|sbt|scala)\b/,
  entry: 'openjdk',
};
const COMPILED: LanguageSpecs = {
  files: /(?:^|\/)(?:CMakeLists\.txt|conanfile\.(?:txt|py)|vcpkg\.json)$/,
  conda: /^(?:c-|cxx-|fortran-)?compilers?$|^(?:gcc|gxx|gfortran|clang|clangxx|cmake|make|nvcc|cuda-nvcc)(?:$|_)/,
  commands: /\b(?:g\+\+|gcc|clang|cmake|nvcc|gfortran)(?![\w.])/,
  entry: 'compilers',
};

/** Source: conda-forge's names of these packages; the manuals of the languages' own package managers. Read 2026-11-24. */
const SPECS: Partial<Readonly<Record<Language, LanguageSpecs>>> = {
  R: {
    files: /(?:^|\/)(?:renv\.lock|DESCRIPTION|[\w-]{1,40}\.R)$/,
    conda: /^(?:r|bioconductor)-/,
    commands: /\bRscript\b|\bRStudio\b|\.(?:R|Rmd)\b/,
    entry: 'r-base',
  },
  Julia: {
    files: /(?:^|\/)(?:Project|Manifest)\.toml$/,
    conda: /^julia$/,
    commands: /\bjulia\b|\.jl\b/,
    entry: 'julia',
  },
  Java: JAVA,
  Scala: JAVA,
  Kotlin: JAVA,
  C: COMPILED,
  Fortran: COMPILED,
  Rust: { files: /(?:^|\/)Cargo\.toml$/, conda: /^rust$/, commands: /\b(?:cargo|rustc)\b/, entry: 'rust' },
  Go: { files: /(?:^|\/)go\.mod$/, conda: /^go$/, commands: /\bgo (?:run|build|install)\b/, entry: 'go' },
  JavaScript: {
    files: /(?:^|\/)package\.json$/,
    conda: /^nodejs$/,
    commands: /\b(?:node|npm|npx|yarn|pnpm)\b/,
    entry: 'nodejs',
  },
};

/** Null for a language of which no such way is known. */
export const languageSpecs = (language: Language): LanguageSpecs | null => SPECS[language] ?? null;
