import { matchesPathOrAbove } from './path-pattern.ts';

/** A line of a .dockerignore; `isException` is that of `!`. */
export interface IgnoreRule {
  readonly pattern: string;
  readonly isException: boolean;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

const MOST_RULES = 400;

/** The rules of a .dockerignore (the first 400), as Docker reads them: `#` in the first column is a comment, `!` an exception. */
export function parseDockerignore(text: string): readonly IgnoreRule[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((whole, index): readonly IgnoreRule[] => {
      const own = whole.startsWith('#') ? '' : whole.trim();
      const isException = own.startsWith('!');
      const pattern = fromRoot(isException ? own.slice(1).trim() : own);
      return pattern === '' ? [] : [{ pattern, isException, line: index + 1, text: own }];
    })
    .slice(0, MOST_RULES);
}

/** A path from the context's root: `/a//b/./c/` is `a/b/c`, `../a` is `a`, and the root itself is "". */
export function fromRoot(written: string): string {
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * The rule that leaves a path (from the context's root) out, or null. The last rule that fits the path or a folder above it
 * decides.
 */
export function ignoringRule(rules: readonly IgnoreRule[], path: string): IgnoreRule | null {
  const last = rules.findLast(({ pattern }) => matchesPathOrAbove(pattern, path));
  return last === undefined || last.isException ? null : last;
}
