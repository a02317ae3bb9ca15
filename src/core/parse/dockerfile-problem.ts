export type DockerfileProblemKind =
  | 'empty'
  | 'html'
  | 'not-from'
  | 'unknown-instruction'
  | 'missing-continuation'
  | 'arguments'
  | 'json'
  | 'heredoc';

/** What `docker build` would refuse before it builds anything. `say` and `paste` are the way out, where it is known. */
export interface DockerfileProblem {
  readonly kind: DockerfileProblemKind;
  readonly line: number;
  readonly quote: string;
  readonly message: string;
  readonly say: string | null;
  readonly paste: string | null;
}

/** A problem whose quote is its line. */
export const problem = (
  kind: DockerfileProblemKind,
  line: number,
  lines: readonly string[],
  message: string,
  say: string | null = null,
  paste: string | null = null,
): DockerfileProblem => ({ kind, line, quote: lines[line - 1] ?? '', message, say, paste });
