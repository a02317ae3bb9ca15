import type { DockerfileInstruction } from './dockerfile-lines.ts';
import { execForm } from './exec-form.ts';
import { type InstallCall, installCalls } from './install-calls.ts';
import { type BareCommand, bareCommand, baseName } from './manager-program.ts';
import { LONGEST_QUOTE, linesOf, RUN_OPTIONS, type RunLine, SHELL, scriptOf } from './run-lines.ts';
import { assigned, filledIn, type Variables } from './shell-variables.ts';
import { type SimpleCommand, shellWords } from './shell-words.ts';
import { sureness } from './sure-commands.ts';

/** A simple command of a RUN, without what only hands it on (`sudo`, `env A=b`, `then`). */
export interface RunCommand {
  readonly words: readonly string[];
  /** Of a package manager, else null. */
  readonly call: InstallCall | null;
  /** `&&`, `||`, `;`, `|`, `&`, a line's end, a bracket, or nothing. */
  readonly operator: string;
  readonly line: number;
  /** The line of the file it begins on, and where in it; 0 where that is not told, for a variable before it. */
  readonly quote: string;
  readonly at: number;
  /** False where it may not be run or may fail: inside `if`, a loop or a function, behind a test, before or behind `||`. */
  readonly isSure: boolean;
  readonly isSudo: boolean;
  /** Whom `sudo -u`, `su` or `gosu` make of the user; null where none does. */
  readonly asUser: string | null;
  /** Where `cd` has led inside this RUN; null before the first. A path that is not told is `?`. */
  readonly folder: string | null;
}

/** What a RUN does, as far as it is read: a script of another language than a shell's is not. */
export interface RunReading {
  readonly commands: readonly RunCommand[];
  readonly isRead: boolean;
}

const MOST_COMMANDS = 400;
const DEEPEST = 3;

/** Reads a RUN: its shell form, its list (`["sh", "-c", …]`) and its heredocs. Options such as `--mount` are none of it. */
export function runCommands(instruction: DockerfileInstruction, variables: Variables): RunReading {
  const list = execForm(instruction.text.replace(RUN_OPTIONS, ''));
  if (list !== null) {
    const place = {
      line: instruction.line,
      quote: `${instruction.written} ${instruction.text}`.slice(0, LONGEST_QUOTE),
      at: 0,
    };
    return { commands: commandsOf([{ words: list, operator: '', at: 0 }], () => place, outermost), isRead: true };
  }
  const lines = linesOf(instruction);
  const own = lines.map(({ text }) => text).join('');
  const script = scriptOf(instruction, own);
  if (script === null) return readLines(lines, own, '', variables);
  return script.isShell
    ? readLines(script.lines, script.lines.map(({ text }) => text).join('\n'), '\n', variables)
    : { commands: [], isRead: false };
}

function readLines(lines: readonly RunLine[], whole: string, between: string, variables: Variables): RunReading {
  const known = new Map([...variables, ...assigned(whole)]);
  const filled = lines.map((line) => ({ ...line, text: filledIn(line.text, known) }));
  const ends: number[] = [];
  for (const { text } of filled) ends.push((ends.at(-1) ?? 0) + text.length + between.length);
  const placeAt = (offset: number) => {
    const index = ends.findIndex((end) => offset < end);
    const { line, quote, text } = filled[index] ?? filled.at(-1) ?? { line: 1, quote: '', text: '' };
    const rest = text.slice(offset - (ends[index - 1] ?? 0)).trim();
    return { line, quote, at: Math.max(0, quote.lastIndexOf(rest)) };
  };
  const { commands } = shellWords(filled.map(({ text }) => text).join(between));
  return { commands: commandsOf(commands.slice(0, MOST_COMMANDS), placeAt, outermost), isRead: true };
}

/** What holds for all commands of a text. */
interface Surroundings {
  readonly isSure: boolean;
  readonly asUser: string | null;
  readonly isSudo: boolean;
  readonly folder: string | null;
  readonly depth: number;
}
const outermost: Surroundings = { isSure: true, asUser: null, isSudo: false, folder: null, depth: 0 };

type Place = (offset: number) => Pick<RunCommand, 'line' | 'quote' | 'at'>;

function commandsOf(commands: readonly SimpleCommand[], placeAt: Place, around: Surroundings): readonly RunCommand[] {
  const calls = installCalls(commands);
  const sure = sureness(commands);
  let { folder } = around;
  return commands.flatMap((command, index): readonly RunCommand[] => {
    const bare = bareCommand(withoutFunctionName(command.words));
    const isSure = around.isSure && sure[index] === true;
    const asUser = bare.asUser ?? around.asUser;
    const isSudo = around.isSudo || bare.isSudo;
    const inner = around.depth < DEEPEST ? innerScript(bare) : null;
    if (inner !== null) {
      const inside = { isSure, asUser: inner.asUser ?? asUser, isSudo, folder, depth: around.depth + 1 };
      return commandsOf(shellWords(inner.script).commands.slice(0, MOST_COMMANDS), () => placeAt(command.at), inside);
    }
    if (/^(?:cd|pushd)$/.test(bare.words[0] ?? ''))
      folder = under(
        folder,
        bare.words.slice(1).find((word) => !word.startsWith('-')),
      );
    const call = calls[index] ?? null;
    return [
      { words: bare.words, call, operator: command.operator, ...placeAt(command.at), isSure, isSudo, asUser, folder },
    ];
  });
}

const under = (folder: string | null, path: string | undefined): string => {
  if (path === undefined || /[$`~]/.test(path)) return '?';
  if (path.startsWith('/') || folder === null || path.startsWith('..')) return path.startsWith('..') ? '?' : path;
  return `${folder}/${path}`;
};

const withoutFunctionName = ([first = '', ...rest]: readonly string[]): readonly string[] =>
  first.endsWith('()') ? rest : [first, ...rest];

/** The script of `bash -c "…"`, `su -c "…"` or `eval "…"`. */
function innerScript({ words }: BareCommand): { readonly script: string; readonly asUser: string | null } | null {
  const name = baseName(words[0] ?? '');
  if (name === 'eval' && words.length > 1) return { script: words.slice(1).join(' '), asUser: null };
  const isUser = name === 'su' || name === 'runuser';
  if (!isUser && !SHELL.test(name)) return null;
  const flag = words.findIndex((word, index) => index > 0 && (/^-[a-zA-Z]{0,8}c$/.test(word) || word === '--command'));
  const script = flag === -1 ? undefined : words[flag + 1];
  if (script === undefined) return null;
  const user = words.find((word, index) => index > 0 && index !== flag + 1 && !word.startsWith('-'));
  return { script, asUser: isUser ? (user ?? 'root') : null };
}
