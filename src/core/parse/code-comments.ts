/** How a language marks comments: to the end of a line, and in blocks. */
export interface CommentSigns {
  readonly line: RegExp;
  readonly block: readonly [string, string] | null;
}

/** A sign behind a quote that is open is none; so lines are read from their start. */
const HASH: CommentSigns = { line: /^#/, block: null };
const C: CommentSigns = { line: /^\/\//, block: ['/*', '*/'] };
const SIGNS: readonly (readonly [RegExp, CommentSigns])[] = [
  [/\.(?:c|cc|cpp|cu|h|hpp|java|scala|rs|go|jsx?|tsx?|php)$/i, C],
  [/\.m$/i, { line: /^%/, block: ['%{', '%}'] }],
  [/\.jl$/i, { line: /^#/, block: ['#=', '=#'] }],
  [/\.sql$/i, { line: /^--/, block: ['/*', '*/'] }],
  [/\.(?:do|sas)$/i, { line: /^(?:\*|\/\/)/, block: ['/*', '*/'] }],
];

/** The signs of the language that a file's name tells; most begin a comment with `#`. */
export const commentSignsOf = (path: string): CommentSigns => SIGNS.find(([name]) => name.test(path))?.[1] ?? HASH;

const MAX_LINE = 4_000;

/** Whether a place of a text lies in a comment. */
export function isInComment(text: string, position: number, { line, block }: CommentSigns): boolean {
  if (block !== null) {
    const before = text.slice(Math.max(0, position - 20_000), position);
    if (before.lastIndexOf(block[0]) > before.lastIndexOf(block[1])) return true;
  }
  const window = text.slice(Math.max(0, position - MAX_LINE), position);
  const before = window.slice(window.lastIndexOf('\n') + 1);
  let quote = '';
  for (let at = 0; at < before.length; at += 1) {
    const sign = before[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (line.test(before.slice(at, at + 2)) && before[at - 1] !== ':') return true;
  }
  return false;
}

/** Of R Markdown and Quarto the code in fences, each line at its place; of other files all. */
export function codeOf(path: string, text: string): string {
  if (!/\.[rq]md$/i.test(path)) return text;
  let inside = false;
  return text
    .split('\n')
    .map((line) => {
      const fence = /^\s{0,40}`{3,}(\s{0,9}\{)?/.exec(line);
      if (fence !== null) inside = !inside && fence[1] !== undefined;
      return inside && fence === null ? line : '';
    })
    .join('\n');
}
