import { type ReadmeBlock, wordsOf } from '../parse/readme.ts';
import { readmeTemplateSentences } from '../tables/readme-templates.ts';
import { oncePer } from './per-snapshot.ts';

/** Whether a block is a sentence or a command: headings, badges, drawn trees and templates tell nothing. */
export const tells = oncePer((block: ReadmeBlock): boolean => {
  if (block.kind === 'heading') return false;
  // A drawn tree of files is no step.
  if (block.kind === 'code') return block.text.split('\n').some((line) => line.trim() !== '' && !/[│├└─]/.test(line));
  const text = withoutHtmlHeadings(block.text);
  return (isSentence(wordsOf(text)) || isShort(text)) && !isTemplate(block);
});

const withoutHtmlHeadings = (text: string): string => text.replace(/<h([1-6])\b[\s\S]{0,2000}?<\/h\1>/gi, ' ');

/** `./gradlew run` between backticks, "Type make.": two words that end as a sentence does. */
const isShort = (text: string): boolean =>
  /`[^`\n]{1,200} [^`\n]{1,200}`/.test(text) ||
  (/[\p{L}`)][.!]\s*$/u.test(text) && /\p{L} +\p{L}/u.test(wordsOf(text)));

// Three words, or six letters of a script that puts no blanks between words.
const isSentence = (words: string): boolean =>
  (words.match(/(?<![\p{L}\p{N}])\p{N}*\p{L}[\p{L}\p{N}'’-]*/gu) ?? []).length >= 3 ||
  (words.match(/\p{Lo}/gu) ?? []).length >= 6;

/** Whether a block is a sentence that a template put there. */
export const isTemplate = oncePer(({ text }: ReadmeBlock): boolean => {
  const plain = wordsOf(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return readmeTemplateSentences.has(plain);
});
