import type { CodeMention } from '../model/code-file.ts';

const MAX_QUOTE = 300;

/** The line of a text and a quote of it, for a place that is found in it; places must come in order. */
export function mentionIn(text: string, cell: number | null) {
  let [line, counted] = [1, 0];
  return ({ value, position }: { readonly value: string; readonly position: number }): CodeMention => {
    if (position < counted) [line, counted] = [1, 0];
    for (let next = text.indexOf('\n', counted); next !== -1 && next < position; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    const start = Math.max(counted, position - MAX_QUOTE / 2);
    const quote = text.slice(start, start + MAX_QUOTE).split(/[\r\n]/, 1)[0] ?? '';
    return { value: value.slice(0, MAX_QUOTE), line, cell, quote: quote.trim() };
  };
}
