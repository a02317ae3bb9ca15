/** Something that a command runs or reads as source. */
export interface NamedFile {
  /** What it is for the command: `spec`, `script`, `config` and so on, as it stands in a sentence. */
  readonly what: 'script' | 'module' | 'spec' | 'config' | 'Dockerfile' | 'build context' | 'build file';
  /** As written; where the command names none, the usual name. */
  readonly written: string;
  /** The paths from the command's folder of which one must be there. */
  readonly paths: readonly string[];
  /** What a build file must define: a target of make, a script of npm. */
  readonly task: string | null;
  /** Whether the command leaves it to the tool which file is read. */
  readonly isUsual: boolean;
}

/** A file that a command names. */
export const file = (what: NamedFile['what'], written: string, paths: readonly string[] = [written]): NamedFile => ({
  what,
  written,
  paths,
  task: null,
  isUsual: false,
});

/** The values of options such as `-f X`, `--file=X`, `-rX`. */
export function valuesOf(words: readonly string[], short: string, long: string): readonly string[] {
  return words.flatMap((word, index) => {
    if (word === short || word === long) return words[index + 1] === undefined ? [] : [words[index + 1] ?? ''];
    if (word.startsWith(`${long}=`)) return [word.slice(long.length + 1)];
    return short.length === 2 && word.startsWith(short) && /^-[a-zA-Z][\w./]/.test(word)
      ? [word.slice(2).replace(/^=/, '')]
      : [];
  });
}
