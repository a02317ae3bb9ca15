import MarkdownIt, { type Token } from 'markdown-it';
import { onlyBreaks, replaceComments, withoutComments } from './html-comments.ts';

/** A block of a document, with the line (from 1) it begins on and its raw text. */
export interface ReadmeBlock {
  readonly kind: 'heading' | 'prose' | 'code' | 'html';
  readonly line: number;
  readonly text: string;
}

/**
 * Only block rules: measured safe on 96 hostile documents, where inline rules and other parsers hang. They are run without the
 * rest of markdown-it, which the build leaves out (vite.config.ts).
 */
const blockRules = new MarkdownIt.ParserBlock();
blockRules.ruler.enableOnly([
  'blockquote',
  'code',
  'fence',
  'heading',
  'hr',
  'html_block',
  'lheading',
  'list',
  'paragraph',
  'table',
]);
/** All that block rules ask of their surroundings. */
const surroundings = { block: blockRules, options: { html: true, maxNesting: 20 } } as unknown as Parameters<
  typeof blockRules.parse
>[1];

/** Reads a document by its file name: Markdown for `.md`, `.markdown`, `.mkd`, `.rmd`, `.qmd` and no extension, else plain text. */
export function parseReadme(path: string, text: string): readonly ReadmeBlock[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isMarkdown = /\.(?:md|markdown|mkd|mkdn|rmd|qmd)$/i.test(name) || !name.includes('.');
  return isMarkdown ? markdownBlocks(text) : plainBlocks(text);
}

function markdownBlocks(text: string): readonly ReadmeBlock[] {
  const tokens: Token[] = [];
  try {
    blockRules.parse(withoutFrontMatter(text).replace(/\r\n?/g, '\n'), surroundings, {}, tokens);
  } catch {
    return plainBlocks(text);
  }
  const blocks: ReadmeBlock[] = [];
  let inHeading = false;
  let row = 0;
  for (const token of tokens) {
    // The cells of a table have no place of their own; the row's counts.
    row = token.map?.[0] ?? row;
    if (token.type === 'heading_open') inHeading = true;
    else if (token.type === 'heading_close') inHeading = false;
    else if (token.type === 'inline') blocks.push(block(inHeading ? 'heading' : 'prose', token, row));
    else if (token.type === 'fence' || token.type === 'code_block') blocks.push(block('code', token, row));
    else if (token.type === 'html_block') blocks.push(block('html', token, row));
  }
  return blocks;
}

/** Metadata between `---` lines at the very top is no prose; its lines stay, empty, so that numbers stay right. */
const withoutFrontMatter = (text: string): string =>
  text.replace(/^---[ \t]*\r?\n[\s\S]{0,8000}?\n---[ \t]*(?=\r?\n|$)/, (matter) => matter.replace(/[^\r\n]/g, ''));

const block = (kind: ReadmeBlock['kind'], token: Token, row: number): ReadmeBlock => ({
  kind,
  // The code of a fence begins below its opening line.
  line: row + (token.type === 'fence' ? 2 : 1),
  text: token.type === 'fence' || token.type === 'code_block' ? token.content : withoutTakenBack(token.content),
});

/** What a reader does not see, and what was struck through, is not said. */
const withoutTakenBack = (text: string): string => withoutComments(text).replace(/~~(?=\S)[^~]{1,2000}~~/g, onlyBreaks);

const UNDERLINE = /^([=\-~^"'`#*+.:_])\1{2,}\s*$/;
const DIRECTIVE = /^\.\. /;

/** reStructuredText, AsciiDoc, Org and plain text: headings by underline or mark, directives left out, the rest is prose. */
function plainBlocks(text: string): readonly ReadmeBlock[] {
  const lines = text.split(/\r\n|\n|\r/);
  const blocks: ReadmeBlock[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1] ?? '';
    if (line.trim() === '' || UNDERLINE.test(line) || DIRECTIVE.test(line) || /^\s+:[a-z-]+:/.test(line)) return;
    const isHeading =
      (UNDERLINE.test(next) && next.trim().length >= line.trim().length) || /^(?:=+|\*+|#+) /.test(line);
    blocks.push({
      kind: isHeading ? 'heading' : /^(?: {2,}|\t)/.test(line) ? 'code' : 'prose',
      line: index + 1,
      text: line.trim(),
    });
  });
  return blocks;
}

/** What is left of a piece of prose when images, badges, links around images, HTML tags and bare marks are taken away. */
export function wordsOf(text: string): string {
  return replaceComments(text, () => ' ')
    .replace(/!\[[^\]]{0,500}\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])?/g, ' ')
    .replace(/\[\s*\]\([^)]{0,2000}\)/g, ' ')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\|[A-Za-z0-9 _-]{1,60}\|(?:_)?/g, (mark) => (mark.includes(' ') ? mark : ' '))
    .replace(/\[[^\]]{0,200}\]:\s*\S{0,2000}/g, ' ')
    .replace(/&#?\w{1,20};/g, ' ')
    .replace(/\bhttps?:\/\/[^\s)\]]{0,2000}/g, ' ')
    .replace(/[\s\-_*#|=~`>:.+]+/g, ' ')
    .trim();
}
