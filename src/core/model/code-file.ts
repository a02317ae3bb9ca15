/**
 * What was found in one file of code. The file itself is not kept. Lines count from 1; in a notebook they count within `cell`,
 * which counts all cells from 1 and is null elsewhere.
 */
export interface CodeFile {
  readonly imports: readonly CodeImport[];
  /** Paths that exist on one machine only, in code that runs. */
  readonly machinePaths: readonly CodeMention[];
  /** The same in comments, outputs and texts that nothing opens; and paths of known containers and course mounts. */
  readonly harmlessPaths: readonly CodeMention[];
  /** Files of data that are opened for reading by a name which the code spells out. */
  readonly openedFiles: readonly CodeMention[];
  /** Names of files of data that it writes, without folders and in small letters; `*` stands for what is put in when it runs. */
  readonly writtenFiles: readonly string[];
  /** Packages that the file itself installs or lists: `!pip install` in a notebook, the head of a script (PEP 723). */
  readonly installs: readonly CodeMention[];
  /** What of the file could not be parsed, in a sentence; null when all was. */
  readonly problem: string | null;
}

/** A line of code that mentions something; `value` is what it mentions. */
export interface CodeMention {
  readonly value: string;
  readonly line: number;
  readonly cell: number | null;
  readonly quote: string;
}

/**
 * An import of Python code that is neither of the standard library nor relative; `value` is the module as written
 * (`sklearn.svm`). `distributions` are the names under which installers know what provides it, the usual one first; null where no
 * table tells. `providers` are those and all that bring it along. `isNeeded` is false where the code goes on without it (`try:`,
 * `if TYPE_CHECKING:`, inside a function).
 */
export interface CodeImport extends CodeMention {
  readonly distributions: readonly [string, ...string[]] | null;
  readonly providers: readonly string[];
  readonly isNeeded: boolean;
}
