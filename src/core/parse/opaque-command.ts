import { baseName } from './manager-program.ts';
import type { RunCommand } from './run-commands.ts';

const SHELLS = /^(?:(?:ba|da|z|a|k)?sh|source|\.|make)$/;
const SCRIPT = /^(?:\.{1,2}|~|\/[\w.-]{1,100})?\/\S{1,300}\.(?:sh|bash|run)$|^\.\/\S/;
/** Files that set variables. */
const SETTINGS = /activate|profile|rc$|\/etc\/|env$|conda\.sh/;

/**
 * Whether a command runs a program whose doings the file does not tell: a script, a makefile, or what was just downloaded
 * (`curl … | bash`).
 */
export function isOpaque({ words, operator, call }: Pick<RunCommand, 'words' | 'operator' | 'call'>): boolean {
  const [program = '', ...rest] = words;
  if (call !== null || program === '') return false;
  if (SCRIPT.test(program)) return true;
  const name = baseName(program);
  if (!SHELLS.test(name)) return false;
  if (operator === '|' || name === 'make') return true;
  return rest.some((word) => !word.startsWith('-') && !SETTINGS.test(word));
}
