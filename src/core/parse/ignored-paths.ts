import { matchesPath } from './path-pattern.ts';

const MOST_LINES = 500;
/** Patterns with more are nobody's, and would take long. */
const MOST_STARS = 4;

/** Whether a .gitignore at the root names a path or a folder above it. What `!` takes back is not followed: it ignores more. */
export function isIgnored(gitignore: string, path: string): boolean {
  const parts = path.split('/', 12);
  const above = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
  return gitignore
    .split(/\r\n|\n|\r/, MOST_LINES)
    .map((line) => line.trim())
    .some((line) => {
      if (line === '' || /^[#!]/.test(line)) return false;
      const pattern = line.replace(/\/$/, '');
      if (pattern.split('*').length > MOST_STARS + 1) return false;
      return pattern.includes('/')
        ? above.some((one) => matchesPath(pattern.replace(/^\//, ''), one, true))
        : parts.some((part) => matchesPath(pattern, part, true));
    });
}
