import { redact } from '../model/redaction.ts';

// GitHub also reads mentions, references, mathematics and bare addresses out of a text; a mention would notify a stranger.
const SPECIAL = /[\\`*_[\]<>|~&!$#@]|:(?=\/\/)|(?<=\bwww)\./gi;
const LINE_BREAKS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;

// A backslash inside a credential would hide its shape: it is taken out before anything is escaped.
const oneLine = (text: string): string => redact(text).replace(LINE_BREAKS, ' ').trim();

/** A text as Markdown that shows it letter by letter, on one line; what stands between backticks is set as code. */
export function markdownText(text: string): string {
  const parts = oneLine(text).split('`');
  // An odd number of backticks is no pair: then the text stands as it is.
  if (parts.length % 2 === 0) return escaped(oneLine(text));
  return parts.map((part, index) => (index % 2 === 1 ? codeSpan(part) : escaped(part))).join('');
}

/** A text as code inside a line: the fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A backtick at the edge would lengthen the fence.
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Several lines as a block of code, indented to stand inside a list. */
export function codeBlock(text: string, indent: string): readonly string[] {
  const lines = redact(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(LINE_BREAKS, ' '));
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...lines, fence].map((line) => `${indent}${line}`);
}

/** A link whose address can end neither itself nor the line. */
export const markdownLink = (words: string, address: string): string =>
  `[${words}](<${redact(address).replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign))}>)`;

/** GitHub reads `@name` and `#1` also behind a backslash: a blank of no width keeps them apart. */
const escaped = (text: string): string =>
  text.replace(SPECIAL, (sign) => (sign === '@' || sign === '#' ? `${sign}\u200b` : `\\${sign}`));
