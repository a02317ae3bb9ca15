import type { CodeMention } from '../model/code-file.ts';

/** The quoted line; in a notebook behind the cell that its number counts within. */
export const placeIn = ({ cell, quote }: CodeMention): string => (cell === null ? quote : `cell ${cell}: ${quote}`);
