import type { SourceLine } from '../model/facts.ts';
import type { DockerfileInstruction } from './dockerfile-lines.ts';
import { execForm } from './exec-form.ts';
import { type InstallCall, installCalls } from './install-calls.ts';
import { type BareCommand, bareCommand, baseName } from './manager-program.ts';
import { type SimpleCommand, shellWords } from './shell-words.ts';

/** A simple command of a RUN, without what only hands it on (`sudo`, `env A=b`, `then`). */
export interface RunCommand {
  readonly words: readonly string[];
  /** Of a package manager, else null. */
  readonly call: InstallCall | null;
  /** `&&`, `||`, `;`, `|`, `&`, a line's end, a bracket, or nothing. */
  readonly operator: string;
  readonly line: number;
  /** The line of the file it begins on. */
  readonly quote: string;
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

/** Variables by name, as far as the file tells them. */
export type Variables = ReadonlyMap<string, string>;

const MOST_COMMANDS = 400;
const DEEPEST = 3;

/** Reads a RUN: its shell form, its list (`["sh", "-c", …]`) and its heredocs. Options such as `--mount` are none of it. */
export function runCommands(instruction: DockerfileInstruction, variables: Variables): RunReading {
  const list = execForm(instruction.text.replace(RUN_OPTIONS, ''));
  if (list !== null) {
    const at = { line: instruction.line, quote: `${instruction.written} ${instruction.text}` };
    return { commands: commandsOf([{ words: list, operator: '', at: 0 }], () => at, outermost), isRead: true };
  }
  const lines = linesOf(instruction);
  const own = lines.map(({ text }) => text).join('');
  const script = scriptOf(instruction, own);
  if (script === null) return readLines(lines, own, '', variables);
  return script.isShell
    ? readLines(script.lines, script.lines.map(({ text }) => text).join('\n'), '\n', variables)
    : { commands: [], isRead: false };
}

/** A line of the file, and what of it the shell reads. */
interface RunLine extends SourceLine {
  readonly quote: string;
}

const RUN_OPTIONS = /^(?:\s{0,200}--(?:mount|network|security)(?:=|\s)\S{1,500})+\s{0,200}/;
const NO_OPTION_YET = /^\s*$|^(?:\s{0,200}--(?:mount|network|security)(?:=|\s)\S{1,500})+\s*$/;

/** The lines without the options in front, which may take the first ones whole. */
function linesOf({ pieces, written, line }: DockerfileInstruction): readonly RunLine[] {
  let isFront = true;
  return pieces.map((piece, index) => {
    const start = piece.line === line ? `${written} ` : '';
    const quote = `${start}${piece.text.trim()}${index < pieces.length - 1 ? ' \\' : ''}`;
    if (!isFront) return { ...piece, quote };
    isFront = NO_OPTION_YET.test(piece.text);
    return { line: piece.line, text: isFront ? '' : piece.text.replace(RUN_OPTIONS, ''), quote };
  });
}

const SHELL = /^(?:ba|da|z|a|k)?sh$/;

/** The heredoc that is a script: alone behind RUN (unless `#!` names another language), or a shell's. Null where there is none. */
function scriptOf({ heredocs }: DockerfileInstruction, own: string) {
  const [heredoc] = heredocs;
  if (heredoc === undefined) return null;
  const [command] = shellWords(own.replace(/<<-?\s{0,9}["']?[\w.-]{1,100}["']?/, ' ')).commands;
  const program = baseName(command?.words[0] ?? '');
  if (program !== '' && !SHELL.test(program)) return null;
  const isShell =
    !/^\s{0,200}#!/.test(heredoc.text) || /^\s{0,200}#!\S{0,200}(?:\/|env\s{1,9})(?:ba|da|z)?sh\b/.test(heredoc.text);
  const lines = heredoc.text
    .split('\n')
    .map((text, index) => ({ line: heredoc.line + index, text, quote: text.trim() }));
  return { isShell, lines };
}

function readLines(lines: readonly RunLine[], whole: string, between: string, variables: Variables): RunReading {
  const known = new Map([...variables, ...assigned(whole)]);
  const filled = lines.map((line) => ({ ...line, text: filledIn(line.text, known) }));
  const ends: number[] = [];
  for (const { text } of filled) ends.push((ends.at(-1) ?? 0) + text.length + between.length);
  const placeAt = (at: number) => filled[ends.findIndex((end) => at < end)] ?? filled.at(-1) ?? { line: 1, quote: '' };
  const { commands } = shellWords(filled.map(({ text }) => text).join(between));
  return { commands: commandsOf(commands.slice(0, MOST_COMMANDS), placeAt, outermost), isRead: true };
}

const ASSIGNED =
  /(?:^|[;&\n])[ \t]{0,80}(?:export[ \t]{1,9})?([A-Za-z_]\w{0,100})=(?:"([^"$`\\]{0,2000})"|'([^']{0,2000})'|([\w./:@+,-]{1,200}))(?=\s{0,80}(?:[;&\n]|$))/g;

/** Variables that the script gives itself: `deps="a b" && …`. */
const assigned = (text: string): readonly (readonly [string, string])[] =>
  text.includes('=')
    ? [...text.matchAll(ASSIGNED)].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? ''])
    : [];

/** Values that mean nothing else to a shell. */
const HARMLESS = /^[\w\s./:@=+,~^%-]{0,2000}$/;
const VARIABLE = /(?<!\\)\$(?:\{([A-Za-z_]\w{0,200})(?::?-([\w./:@=+,-]{0,200}))?\}|([A-Za-z_]\w{0,200}))/g;

const filledIn = (text: string, variables: Variables): string =>
  text.includes('$')
    ? text.replace(VARIABLE, (all: string, braced?: string, other?: string, bare?: string) => {
        const value = variables.get(braced ?? bare ?? '') ?? other;
        return value !== undefined && HARMLESS.test(value) ? value.replace(/\s{1,200}/g, ' ') : all;
      })
    : text;

/** What holds for all commands of a text. */
interface Surroundings {
  readonly isSure: boolean;
  readonly asUser: string | null;
  readonly isSudo: boolean;
  readonly folder: string | null;
  readonly depth: number;
}
const outermost: Surroundings = { isSure: true, asUser: null, isSudo: false, folder: null, depth: 0 };

type Place = (at: number) => { readonly line: number; readonly quote: string };

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

const TEST = /^(?:\[{1,2}|test|which|hash|type|grep|egrep|command|!)$/;
const OPENS = /^(?:if|for|while|until|case|select)$/;
const CLOSES = /^(?:fi|done|esac)$/;

/** Which commands are run whatever happens, and must succeed. */
function sureness(commands: readonly SimpleCommand[]): readonly boolean[] {
  let [depth, inFunction, follows] = [0, false, true];
  return commands.map(({ words, operator }, index) => {
    const [first = '', second = ''] = words;
    if (OPENS.test(first) || first.endsWith('()') || first === 'function') depth++;
    inFunction ||= first.endsWith('()') || first === 'function';
    const before = commands[index - 1]?.words[0] ?? '';
    if (operator === '||' || (operator === '&&' && TEST.test(before))) follows = false;
    else if (operator !== '&&' && operator !== '|') follows = true;
    const isSure = depth === 0 && follows && commands[index + 1]?.operator !== '||';
    if (CLOSES.test(first) || (inFunction && (first === '}' || second === '}'))) depth = Math.max(0, depth - 1);
    if (depth === 0) inFunction = false;
    return isSure;
  });
}
