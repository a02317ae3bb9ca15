/**
 * A text with something else in the place of its HTML comments. They are found by searching: a pattern would look through the
 * rest again for each one that is left open.
 */
export function replaceComments(text: string, instead: (comment: string) => string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf('<!--', from);
    const close = open === -1 ? -1 : text.indexOf('-->', open + 4);
    if (close === -1) return kept.join('') + text.slice(from);
    kept.push(text.slice(from, open), instead(text.slice(open, close + 3)));
    from = close + 3;
  }
}

/** A text without its comments; their line breaks stay, so that numbers of lines stay right. */
export const withoutComments = (text: string): string => replaceComments(text, onlyBreaks);

/** What a mark leaves behind: its line breaks. */
export const onlyBreaks = (markup: string): string => markup.replace(/[^\n]+/g, '');
