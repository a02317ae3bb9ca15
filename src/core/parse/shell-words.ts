/** One simple command of a line: its words as a shell passes them on. */
export interface SimpleCommand {
  readonly words: readonly string[];
  /** What stands before it: `&&`, `||`, `;`, `|`, `&`, a line's end, a bracket, or nothing. */
  readonly operator: string;
  /** Offset of its first word in the text. */
  readonly at: number;
}

/** A shell text in words. `words` are those of all commands; `isWhole` is false when a quote or bracket is left open. */
export interface ShellLine {
  readonly words: readonly string[];
  readonly commands: readonly SimpleCommand[];
  /** The files that `>`, `>>` and `<` name; they are no words of a command. */
  readonly redirects: readonly string[];
  readonly isWhole: boolean;
}

/** Pieces of a shell text, each linear: an open quote takes all that follows. `<name>` is what stands in for a name. */
const PIECE =
  /(?<joined>\\\r?\n)|(?<blank>[ \t\r]+)|(?<operator>&&|\|\||\|&|&(?!>)|[;|\n)]|(?<![\w.$])\()|(?<standIn><[A-Za-z][^<>\n]{0,80}>)|(?<redirect>&?(?:>>|>\||>&|<<<|<<-?|<>|>|<))|'(?<single>[^']*)(?<singleEnd>'?)|"(?<double>(?:[^"\\]|\\[\s\S])*)(?<doubleEnd>"?)|\\(?<escaped>[\s\S])|(?<ticks>`[^`]*`?)|(?<opened>(?:(?<=[\w.])|\$)\()|(?<plain>[^\s'"\\;|&<>()`$]+|[\s\S])/y;

interface Reading {
  readonly commands: SimpleCommand[];
  readonly redirects: string[];
  words: string[];
  operator: string;
  at: number;
  /** The word that is being read, null between words; `""` is a word too. */
  word: string | null;
  isRedirect: boolean;
  isWhole: boolean;
}

/**
 * Splits a shell text into words and simple commands, as a POSIX shell would (quotes, `\`, `#`, `$(…)`, operators); nothing
 * is substituted. A bracket behind a word is a call (`source("a.R")`) and belongs to it. Words that only a shell's user stands in for (`<name>`) stay words.
 */
export function shellWords(text: string): ShellLine {
  if (PLAIN.test(text)) return ofPlainWords(text);
  const reading: Reading = {
    commands: [],
    redirects: [],
    words: [],
    operator: '',
    at: 0,
    word: null,
    isRedirect: false,
    isWhole: true,
  };
  let index = 0;
  while (index < text.length) {
    PIECE.lastIndex = index;
    const match = PIECE.exec(text);
    if (match === null) break;
    index = takePiece(reading, match, text, index);
  }
  endCommand(reading, '');
  const { commands, redirects, isWhole } = reading;
  return { words: commands.flatMap(({ words }) => words), commands, redirects, isWhole };
}

/** Nothing in it means anything to a shell but its blanks; most lines are such. */
const PLAIN = /^[\w./ =:,+@%-]*$/;

function ofPlainWords(text: string): ShellLine {
  const words = text.split(' ').filter((word) => word !== '');
  const commands = words.length === 0 ? [] : [{ words, operator: '', at: text.search(/[^ ]/) }];
  return { words, commands, redirects: [], isWhole: true };
}

/** Takes one piece in and tells where the next begins. */
function takePiece(reading: Reading, match: RegExpExecArray, text: string, index: number): number {
  const next = index + match[0].length;
  const piece = match.groups ?? {};
  if (piece['joined'] !== undefined) return next;
  if (piece['blank'] !== undefined) endWord(reading);
  else if (piece['operator'] !== undefined) endCommand(reading, piece['operator']);
  else if (piece['redirect'] !== undefined) {
    // The `2` of `2>` is a number of a file, not a word.
    if (reading.word !== null && /^\d$/.test(reading.word)) reading.word = null;
    endWord(reading);
    reading.isRedirect = true;
  } else if (piece['opened'] !== undefined) {
    const end = closingBracket(text, next);
    if (end === null) reading.isWhole = false;
    addTo(reading, text.slice(index, end ?? text.length), index);
    return end ?? text.length;
  } else if (reading.word === null && match[0].startsWith('#')) {
    const end = text.indexOf('\n', index);
    return end === -1 ? text.length : end;
  } else takeWordPart(reading, piece, match[0], index);
  return next;
}

function takeWordPart(reading: Reading, piece: Readonly<Record<string, string | undefined>>, all: string, at: number) {
  if (piece['singleEnd'] === '' || piece['doubleEnd'] === '') reading.isWhole = false;
  const double = piece['double']?.replace(/\\(["\\$`])/g, '$1').replace(/\\\r?\n/g, '');
  addTo(reading, piece['single'] ?? double ?? piece['escaped'] ?? all, at);
}

function addTo(reading: Reading, part: string, at: number): void {
  if (reading.word === null && reading.words.length === 0) reading.at = at;
  reading.word = (reading.word ?? '') + part;
}

function endWord(reading: Reading): void {
  if (reading.word === null) return;
  if (reading.isRedirect) reading.redirects.push(reading.word);
  else reading.words.push(reading.word);
  reading.word = null;
  reading.isRedirect = false;
}

function endCommand(reading: Reading, operator: string): void {
  endWord(reading);
  reading.isRedirect = false;
  const { words, at } = reading;
  if (words.length > 0) reading.commands.push({ words, operator: reading.operator, at });
  reading.words = [];
  reading.operator = operator;
}

/** The offset behind the bracket that closes the one before `from`, or null. */
function closingBracket(text: string, from: number): number | null {
  let depth = 1;
  for (let index = from; index < text.length; index++) {
    if (text[index] === '(') depth++;
    else if (text[index] === ')' && --depth === 0) return index + 1;
  }
  return null;
}

/** The words of a command that are neither options nor, by `withValue`, an option's value; `--option=value` is one word. */
export function ownArguments(words: readonly string[], withValue: RegExp): readonly string[] {
  const own: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (withValue.test(word)) index++;
    else if (!word.startsWith('-')) own.push(word);
  }
  return own;
}
