import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseDescription, type CaseFile, type ExpectedOutcome, readCaseFiles } from './case-files.ts';
import { fastImportStream } from './fast-import-stream.ts';
import type { WorldRepository } from './find-repositories.ts';

/** A small repository written for one purpose, made into a real git repository. */
export interface WorldCase extends WorldRepository {
  /** Whether it belongs to the bundled sample class. */
  readonly sample: boolean;
  readonly proves: string;
  /** By check id. */
  readonly expected: Readonly<Record<string, ExpectedOutcome>>;
  readonly mentions: Readonly<Record<string, readonly string[]>>;
  readonly traps: readonly string[];
}

export const casesFolder = (): string => join(process.cwd(), 'test/repositories');

/** Makes a bare repository in `target` of each folder `<case>/{case.json, files/…}`; the same input gives the same commits. */
export async function buildCases(target: string, from: string = casesFolder()): Promise<readonly WorldCase[]> {
  await mkdir(target, { recursive: true });
  const folders = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).sort();
  return Promise.all(names.map((name) => buildCase(join(from, name), name, target)));
}

async function buildCase(folder: string, name: string, target: string): Promise<WorldCase> {
  const description = JSON.parse(await readFile(join(folder, 'case.json'), 'utf8')) as CaseDescription;
  const owner = description.owner ?? 'sample-class';
  const directory = join(target, owner, `${name}.git`);
  const files = description.empty === true ? [] : await readCaseFiles(folder, description);
  await makeRepository(directory, description, files);
  const { visibility = 'public', sample = false, proves, expected, mentions = {}, traps = [] } = description;
  const { renamedFrom, truncatedAfter } = description;
  return {
    owner,
    name,
    directory,
    visibility,
    sample,
    proves,
    expected,
    mentions,
    traps,
    ...(renamedFrom === undefined ? {} : { renamedFrom }),
    ...(truncatedAfter === undefined ? {} : { truncatedAfter }),
  };
}

async function makeRepository(
  directory: string,
  description: CaseDescription,
  files: readonly CaseFile[],
): Promise<void> {
  await mkdir(directory, { recursive: true });
  await git(directory, ['init', '--quiet', '--bare', '--template=', '--initial-branch=main'], null);
  if (description.empty === true) return;
  const stream = fastImportStream(description, files);
  await git(directory, ['fast-import', '--quiet', '--date-format=raw'], stream);
}

function git(directory: string, args: readonly string[], input: Uint8Array | null): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(inherited), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  return new Promise((resolve, reject) => {
    const child = execFile('git', ['-c', 'core.fsync=none', ...args], { cwd: directory, env }, (error, _, complaint) =>
      error === null ? resolve() : reject(new Error(`${directory}: ${complaint || error.message}`)),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? undefined);
  });
}
