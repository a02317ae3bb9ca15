import type { SourceLine } from '../model/facts.ts';

/** One instruction. `text` is what stands behind the keyword, continuations joined, comments and empty lines inside dropped. */
export interface DockerfileInstruction {
  /** In capitals; `written` is the keyword as it stands. */
  readonly keyword: string;
  readonly written: string;
  readonly line: number;
  /** The last line, that of a heredoc's end included. */
  readonly endLine: number;
  readonly text: string;
  /** The lines that `text` was joined from, each with its number; the keyword is left out. */
  readonly pieces: readonly SourceLine[];
  readonly heredocs: readonly DockerfileHeredoc[];
}

/** A heredoc of an instruction; `line` is its first one. `isOpen`: its end never comes. */
export interface DockerfileHeredoc {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly isOpen: boolean;
}

/** What the parser directives at the top say. */
export interface Heading {
  readonly escape: string;
  readonly otherSyntax: string | null;
}

const DIRECTIVE = /^#[ \t]*([A-Za-z][A-Za-z0-9]{0,30})[ \t]*=[ \t]*(\S{1,300})[ \t]*$/;
const DOCKERS_SYNTAX = /^(?:docker\.io\/)?(?:docker\/dockerfile|docker\/dockerfile-upstream)(?:[:@]|$)/;

/** Reads `# escape=` and `# syntax=`; they end at the first line that is none. */
export function headingOf(lines: readonly string[]): Heading {
  let mark = '\\';
  let otherSyntax: string | null = null;
  for (const line of lines) {
    const directive = DIRECTIVE.exec(line);
    if (directive === null) break;
    const [, name = '', value = ''] = directive;
    if (name.toLowerCase() === 'escape' && value === '`') mark = value;
    if (name.toLowerCase() === 'syntax' && !DOCKERS_SYNTAX.test(value)) otherSyntax = value;
  }
  return { escape: mark, otherSyntax };
}

/** The instruction that begins on a line (from 1), null when nothing stands there; and the last line that was taken for it. */
export function instructionAt(
  line: number,
  lines: readonly string[],
  heading: Heading,
): { readonly instruction: DockerfileInstruction | null; readonly endLine: number } {
  const { pieces, endLine } = joinedFrom(line, lines, heading.escape);
  const whole = pieces.map((piece) => piece.text).join('');
  const keyword = /^\s*(\S+)[ \t]*/.exec(whole);
  if (keyword === null) return { instruction: null, endLine };
  const instruction = instructionOf(keyword, whole, pieces, endLine, lines);
  return { instruction, endLine: instruction.endLine };
}

function instructionOf(
  [head, written = '']: RegExpExecArray,
  whole: string,
  pieces: readonly SourceLine[],
  endLine: number,
  lines: readonly string[],
): DockerfileInstruction {
  const heredocs = HAS_HEREDOC.has(written.toUpperCase()) ? heredocsOf(whole, endLine, lines) : [];
  return {
    keyword: written.toUpperCase(),
    written,
    line: pieces[0]?.line ?? endLine,
    endLine: heredocs.reduce(
      (end, { line: first, text, isOpen }) => Math.max(end, heredocEnd(first, text, isOpen)),
      endLine,
    ),
    text: whole.slice(head.length).trimEnd(),
    pieces: without(pieces, head.length),
    heredocs,
  };
}

/** The lines that belong together: while one ends in the escape, the next goes on, comments and empty lines left out. */
function joinedFrom(line: number, lines: readonly string[], mark: string) {
  const pieces: SourceLine[] = [];
  let endLine = line;
  for (let index = line - 1; index < lines.length; index++) {
    const raw = lines[index] ?? '';
    const trimmed = raw.trim();
    if (pieces.length > 0 && (trimmed === '' || trimmed.startsWith('#'))) continue;
    endLine = index + 1;
    const end = raw.trimEnd();
    const goesOn = end.endsWith(mark) && !end.endsWith(mark + mark);
    pieces.push({ line: index + 1, text: goesOn ? end.slice(0, -1) : raw });
    if (!goesOn) break;
  }
  return {
    pieces: pieces.filter(({ text }, index) => index > 0 || text.trim() !== '' || pieces.length === 1),
    endLine,
  };
}

/** The pieces without their first characters. */
function without(pieces: readonly SourceLine[], count: number): readonly SourceLine[] {
  let left = count;
  return pieces.flatMap(({ line, text }) => {
    const dropped = Math.min(left, text.length);
    left -= dropped;
    const rest = text.slice(dropped);
    return rest.trim() === '' ? [] : [{ line, text: rest }];
  });
}

const HAS_HEREDOC = new Set(['RUN', 'COPY', 'ADD', 'ONBUILD']);
const MOST_HEREDOCS = 8;
const HEREDOC = /(?:^|\s)\d{0,3}<<(-?)(["']?)([A-Za-z0-9_.-]{1,100})\2(?=\s|$)/g;

function heredocsOf(whole: string, endLine: number, lines: readonly string[]): readonly DockerfileHeredoc[] {
  let next = endLine;
  return [...whole.matchAll(HEREDOC)]
    .slice(0, MOST_HEREDOCS)
    .filter((match) => !isQuoted(whole, match.index))
    .map(([, dash = '', , name = '']) => {
      const line = next + 1;
      let at = next;
      const isEnd = (text: string) => (dash === '' ? text : text.replace(/^\t+/, '')) === name;
      while (at < lines.length && !isEnd(lines[at] ?? '')) at++;
      next = at + 1;
      return { name, line, text: lines.slice(line - 1, at).join('\n'), isOpen: at >= lines.length };
    });
}

const heredocEnd = (first: number, text: string, isOpen: boolean): number =>
  first + (text === '' ? 0 : text.split('\n').length) - (isOpen ? 1 : 0);

/** Whether a place lies between quotes, as a shell sees them. */
function isQuoted(text: string, end: number): boolean {
  let quote = '';
  for (let index = 0; index < end; index++) {
    const character = text[index] ?? '';
    if (quote === '' && character === '\\') index++;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  return quote !== '';
}

/** Words as BuildKit splits them: at blanks outside of quotes, quotes kept. */
export function dockerfileWords(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quote === '' && /\s/.test(character)) {
      if (word !== '') words.push(word);
      word = '';
      continue;
    }
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    word += character;
    if (character === '\\' && quote !== "'" && index + 1 < text.length) word += text[++index];
  }
  return word === '' ? words : [...words, word];
}

/** The words of an instruction without the options in front (`--from=build`). */
export function argumentsOf(instruction: DockerfileInstruction): readonly string[] {
  const words = dockerfileWords(instruction.text);
  const first = words.findIndex((word) => !word.startsWith('--'));
  return first === -1 ? [] : words.slice(first);
}
