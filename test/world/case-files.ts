import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What a check of the case gives when everything could be read. */
export type ExpectedOutcome = 'pass' | 'fail' | 'not-applicable' | 'unknown';

/** `case.json` of a case: what it proves, and what a folder of files cannot hold. Paths are those of the repository. */
export interface CaseDescription {
  readonly proves: string;
  readonly expected: Readonly<Record<string, ExpectedOutcome>>;
  /** What misleads a careless check here, by the names in `traps.ts`. */
  readonly traps?: readonly string[];
  /** Check to words that its finding holds: which of several faults it saw. */
  readonly mentions?: Readonly<Record<string, readonly string[]>>;
  readonly sample?: boolean;
  readonly owner?: string;
  readonly visibility?: 'public' | 'private';
  readonly renamedFrom?: string;
  readonly truncatedAfter?: number;
  /** No commit at all. */
  readonly empty?: boolean;
  /** Path to the text of the link. */
  readonly symlinks?: Readonly<Record<string, string>>;
  /** Path to the commit of the other repository. */
  readonly submodules?: Readonly<Record<string, string>>;
  /** Path to bytes in base64, for files that are no UTF-8 text. */
  readonly bytes?: Readonly<Record<string, string>>;
  /** Branch to the texts that one commit changes there, null for a file that it removes. */
  readonly branches?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** Tag to its branch; with a message it is an annotated tag. */
  readonly tags?: Readonly<Record<string, { readonly branch: string; readonly message?: string }>>;
}

/** A file to be committed, with the mode that git gives it. */
export interface CaseFile {
  readonly path: string;
  readonly mode: '100644' | '100755' | '120000' | '160000';
  /** For a submodule the commit. */
  readonly content: Uint8Array | string;
}

/** The files of a case: those of its folder, and those that stand in `case.json`. */
export async function readCaseFiles(folder: string, description: CaseDescription): Promise<readonly CaseFile[]> {
  const { symlinks = {}, submodules = {}, bytes = {} } = description;
  const stored = await storedFiles(join(folder, 'files'));
  return [
    ...stored,
    ...Object.entries(bytes).map(([path, text]) => file(path, '100644', Buffer.from(text, 'base64'))),
    ...Object.entries(symlinks).map(([path, target]) => file(path, '120000', target)),
    ...Object.entries(submodules).map(([path, commit]) => file(path, '160000', commit)),
  ].sort((one, other) => (one.path < other.path ? -1 : 1));
}

const file = (path: string, mode: CaseFile['mode'], content: CaseFile['content']): CaseFile => ({
  path,
  mode,
  content,
});

async function storedFiles(folder: string): Promise<readonly CaseFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (place) => {
      const isExecutable = ((await stat(place)).mode & 0o100) !== 0;
      const path = repositoryPath(relative(folder, place));
      return file(path, isExecutable ? '100755' : '100644', await readFile(place));
    }),
  );
}

// `.gitignore` and the like would act on this very project, so they are stored as `dot-gitignore`.
const repositoryPath = (stored: string): string =>
  stored
    .split(sep)
    .map((part) => part.replace(/^dot-git/, '.git'))
    .join('/');
