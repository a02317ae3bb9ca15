import { codeSpans, entities, lineCounter, lineOf } from './code-spans.ts';
import { continuedLines } from './continued-lines.ts';
import type { ReadmeBlock } from './readme.ts';
import { withoutMarkup } from './sentences.ts';
import { type SimpleCommand, shellWords } from './shell-words.ts';

/**
 * Where a command stands. `code`: a fence or indented code, or `<pre>`; `inline`: between backticks, in `<code>`, or a line of
 * its own; `plain`:
 * words of a sentence that begin with a program's name, cut where the sentence goes on.
 */
export type CommandPlace = 'code' | 'inline' | 'plain';

/** A line of a document that a reader may type: its continuations joined, its prompt taken away. */
export interface WrittenCommand {
  readonly text: string;
  /** Of its first line, counted from 1. */
  readonly line: number;
  readonly quote: string;
  readonly place: CommandPlace;
  /** The heading above, "" where there is none. */
  readonly section: string;
  /** The line its block begins on: what stands in one block shares the folder that `cd` leads to. */
  readonly block: number;
  readonly commands: readonly SimpleCommand[];
}

const MAX_LINE = 4_000;
const TREE_LINE = /[\u2500-\u257f]|^\s*(?:\||\+--|\|--|`--)(?:\s|-|$)/;
const PROMPT =
  /^\s*(?:(?:\([\w.-]{1,60}\)\s*)?(?:\[?[\w.-]{1,60}@[\w.-]{1,60}[^$#%>\n]{0,80}[$#%>]|(?:PS )?[A-Z]:\\[^>\n]{0,100}>|In ?\[\d*\]:|\$|%|!|julia>|>>>|>)\s*)+(?=\S)/;

const JULIA_PACKAGES = /^\s*(?:\([\w.@# -]{1,60}\) ?)?pkg> ?/;

/** The lines of a document that may be commands, in its order. Comments and drawn trees of files are none. */
export function writtenCommands(blocks: readonly ReadmeBlock[]): readonly WrittenCommand[] {
  let section = '';
  return together(blocks).flatMap((block) => {
    if (block.kind === 'heading') section = withoutMarkup(block.text);
    const found = block.kind === 'code' ? codeLines(block) : [...spans(block), ...plain(block)];
    return found.map(({ text, line, place, quote }) => ({
      text,
      line,
      quote,
      place,
      section,
      block: block.line,
      commands: shellWords(withSlashes(text)).commands,
    }));
  });
}

/** Paths of Windows; a shell would read the mark away. */
const withSlashes = (text: string): string =>
  text.includes('\\') ? text.replace(/(?<=[\w.])\\(?=[\w.])/g, '/') : text;

type Found = Pick<WrittenCommand, 'text' | 'line' | 'place' | 'quote'>;

/** In plain text every line is a block of its own: code on lines that follow each other is one. */
function together(blocks: readonly ReadmeBlock[]): readonly ReadmeBlock[] {
  const joined: (ReadmeBlock & { readonly lines: string[] })[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'code' && last?.kind === 'code' && block.line === last.line + last.lines.length)
      last.lines.push(block.text);
    else joined.push({ ...block, lines: [block.text] });
  }
  return joined.map(({ kind, line, lines }) => ({ kind, line, text: lines.join('\n') }));
}

const codeLines = ({ text, line }: { readonly text: string; readonly line: number }): readonly Found[] =>
  continuedLines(text, MAX_LINE).flatMap(({ first, parts }) => {
    const whole = parts.map((part, index) => (index === 0 ? part : part.trimStart())).join('');
    if (TREE_LINE.test(whole) || /^\s*(?:#|\/\/|$)/.test(whole)) return [];
    // A prompt of its own decides what Julia does with the words behind it.
    const typed = whole.replace(JULIA_PACKAGES, '] ').replace(PROMPT, '').trim();
    return [{ text: typed, line: line + first, place: 'code' as const, quote: parts[0]?.trim() ?? '' }];
  });

/** What stands between backticks or in `<code>` and `<pre>`. */
function spans({ kind, text, line }: ReadmeBlock): readonly Found[] {
  if (!/[<`]/.test(text)) return [];
  const lineAt = lineCounter(text, line);
  const tagged = text.includes('<') ? text : '';
  const inHtml = [...tagged.matchAll(/<(code|pre|kbd|samp)\b[^<>]{0,200}>([\s\S]{1,2000}?)<\/\1>/gi)].flatMap((match) =>
    codeLines({ text: entities(withoutMarkup(match[2] ?? '')), line: lineAt(match.index) }).map((one) => ({
      ...one,
      place: kind === 'html' && match[1] === 'pre' ? ('code' as const) : ('inline' as const),
    })),
  );
  const inTicks = kind === 'html' ? [] : codeSpans(text);
  return [
    ...inTicks.map(({ at, code }) => ({
      text: code.replace(/\s+/g, ' ').replace(PROMPT, '').trim().slice(0, MAX_LINE),
      line: lineAt(at),
      place: 'inline' as const,
      quote: lineOf(text, at),
    })),
    ...inHtml,
  ];
}

const PROGRAM =
  /(?<![\w./-])(?:sudo |[A-Z_]{2,40}=\S{1,40} )?(?:\.\/[\w./-]{1,80}\.\w{1,4}|launch[\w-]{0,40}\.sh|(?:python|pip)[\d.]{0,4}|conda|mamba|micromamba|Rscript|bash|sh|source|jupyter|docker(?:-compose)?|podman|singularity|apptainer|streamlit|npm|npx|yarn|node|julia|make|snakemake|poetry|pipenv|uv|pixi|renv::restore)(?=[ (])/g;
const SENTENCE_GOES_ON =
  /["“”'’)]|[.!?](?=\s|$)|[,;:](?=\s|$)|\s(?:to|and|in order|for|which|that|then|or|from the|in the|in your|on the)\s/;

/** Whether nothing stands about a command but a prompt, or words that say to type it. */
const isAlone = (before: string, after: string): boolean =>
  after.length < 2 &&
  /^\s*(?:\w[\w ]{0,40}\b(?:with|by)|(?:then )?(?:run|type|use|usage|start|test|train)):?\s*(?:[$%>]\s*)?$|^\s*(?:[$%>]\s*)?$/i.test(
    before,
  );

/** Words of a sentence that begin with a program's name, up to where the sentence goes on. */
function plain({ text, line }: ReadmeBlock): readonly Found[] {
  if (!/[ (]/.test(text)) return [];
  const bare = entities(
    withoutMarkup(text.replace(/<pre\b[\s\S]{0,5000}?<\/pre>/gi, (code) => code.replace(/[^\n]+/g, ''))),
  );
  return bare.split('\n').flatMap((one, index) =>
    [...one.slice(0, MAX_LINE).matchAll(PROGRAM)].map((match) => {
      const rest = one.slice(match.index, match.index + 300);
      const from = match[0].length;
      const end = rest.slice(from).search(SENTENCE_GOES_ON);
      return {
        text: end === -1 ? rest.trim() : rest.slice(0, from + end).trim(),
        line: line + index,
        // A line that is nothing but a command is meant to be typed.
        place: isAlone(one.slice(0, match.index), end === -1 ? '' : rest.slice(from + end))
          ? ('inline' as const)
          : ('plain' as const),
        quote: one.trim(),
      };
    }),
  );
}
