import { execFile } from 'node:child_process';

/** What a git command gave: its exit code (null when git could not be started), its output and its complaint. */
export interface GitAnswer {
  readonly code: number | null;
  readonly output: Buffer;
  readonly complaint: string;
}

const MAX_OUTPUT = 256 * 1024 * 1024;

/**
 * Arguments put before every command. The repository may be anybody's: its own configuration must start no hook, monitor or
 * transfer, and git must not refuse it because another user owns it.
 */
export const guardedArguments: readonly string[] = [
  '--no-pager',
  '--no-replace-objects',
  '-c',
  'safe.directory=*',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'protocol.allow=never',
];

/** The environment for git: nothing inherited may point to another repository, and a missing object is never fetched. */
export function guardedEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** Runs one git command in a folder; a failure is an answer, nothing is thrown. */
export function runGit(
  directory: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<GitAnswer> {
  return new Promise((resolve) => {
    execFile(
      'git',
      [...guardedArguments, ...args],
      {
        cwd: directory,
        env: { ...guardedEnvironment(), ...environment },
        encoding: 'buffer',
        maxBuffer: MAX_OUTPUT,
        windowsHide: true,
      },
      (error, output, complaint) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
        resolve({ code, output, complaint: complaint.toString('utf8').trim() || (error?.message ?? '') });
      },
    );
  });
}

/** The first line of what a command printed, or null when it failed or printed nothing. */
export function firstLine(answer: GitAnswer): string | null {
  if (answer.code !== 0) return null;
  const line = answer.output.toString('utf8').split('\n')[0] ?? '';
  return line === '' ? null : line;
}
