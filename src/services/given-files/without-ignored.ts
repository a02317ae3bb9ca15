import ignore, { type Ignore } from 'ignore';
import type { GivenFile } from '../../core/model/given-folder.ts';

const MOST_IGNORE_BYTES = 64 * 1_024;
const MOST_IGNORE_FILES = 100;

interface Rules {
  /** The folder that the rules stand in, "" for the top, else with a slash behind it. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** The files that git would take: not its own folder, and nothing that a `.gitignore` beside or above names. */
export async function withoutIgnored(files: readonly GivenFile[]): Promise<readonly GivenFile[]> {
  const own = files.filter(({ path }) => !/(?:^|\/)\.git(?:\/|$)/.test(path));
  const rules = await rulesOf(own);
  return rules.length === 0 ? own : own.filter(({ path }) => !rules.some((one) => isIgnored(path, one)));
}

const isIgnored = (path: string, { folder, rules }: Rules): boolean =>
  path.startsWith(folder) && path.length > folder.length && rules.ignores(path.slice(folder.length));

async function rulesOf(files: readonly GivenFile[]): Promise<readonly Rules[]> {
  const named = files.filter(({ path }) => /(?:^|\/)\.gitignore$/.test(path)).slice(0, MOST_IGNORE_FILES);
  const read = await Promise.all(
    named.map(async (file): Promise<readonly Rules[]> => {
      const bytes = await file.read(MOST_IGNORE_BYTES);
      if (bytes.state !== 'read') return [];
      const rules = ignore({ allowRelativePaths: true }).add(new TextDecoder().decode(bytes.value));
      return [{ folder: file.path.slice(0, -'.gitignore'.length), rules }];
    }),
  );
  return read.flat();
}
