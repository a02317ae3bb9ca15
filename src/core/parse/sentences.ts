import { onlyBreaks, withoutComments } from './html-comments.ts';
import type { ReadmeBlock } from './readme.ts';

/** A sentence of a document without its markup; the targets of its links stand in brackets behind their words. */
export interface Sentence {
  readonly text: string;
  /** Of its first word, counted from 1. */
  readonly line: number;
  /** The heading above, "" where there is none. */
  readonly section: string;
  /** Whether it begins its block: the first words of a paragraph, list item or cell. */
  readonly isFirst: boolean;
}

const MAX_BLOCK = 20_000;

/** The sentences of a document's headings, prose and HTML; code holds none. */
export function sentencesOf(blocks: readonly ReadmeBlock[]): readonly Sentence[] {
  let section = '';
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') section = withoutMarkup(block.text);
    return block.kind === 'code' ? [] : blockSentences(block, section);
  });
}

function blockSentences(block: ReadmeBlock, section: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let line = block.line;
  for (const part of withoutMarkup(block.text.slice(0, MAX_BLOCK)).split(
    /(?<=[.!?:])(?=\s+[A-Z"(*\-\d])|(?<=\n)(?=\s*\n)/,
  )) {
    const text = part.trim();
    const blankLines = part.slice(0, part.length - part.trimStart().length).split('\n').length - 1;
    if (text !== '')
      sentences.push({
        text: text.replace(/\s+/g, ' '),
        line: line + blankLines,
        section,
        isFirst: sentences.length === 0,
      });
    line += part.split('\n').length - 1;
  }
  return sentences;
}

/** Prose without marks of Markdown and HTML. Line breaks stay, so that numbers of lines stay right. */
export function withoutMarkup(text: string): string {
  let bare = text.includes('<') ? withoutTags(text) : text;
  if (bare.includes('](')) bare = bare.replace(/!?\[([^[\]]{0,500})\]\(\s*([^()\s]{0,500})[^()]{0,500}\)/g, '$1 ($2)');
  if (/[*`]/.test(bare)) bare = bare.replace(/\*\*|`+/g, '');
  if (bare.includes('_')) bare = bare.replace(/(?<![\w/])_{1,2}(?=\w)|(?<=\w)_{1,2}(?![\w/])/g, '');
  return bare.includes('&') ? bare.replace(/&(?:amp|#38);/g, '&').replace(/&(?:nbsp|#160);/g, ' ') : bare;
}

const withoutTags = (text: string): string =>
  withoutComments(text)
    .replace(
      /<a\s[^<>]{0,500}?href\s*=\s*["']?([^"'\s<>]{1,500})[^<>]{0,500}>/gi,
      (_all, target: string) => `(${target}) `,
    )
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, onlyBreaks);
