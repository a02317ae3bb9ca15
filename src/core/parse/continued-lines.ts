const MAX_JOINED = 20;
/** A `\` at the end of a line; also with a comment behind it, which a reader takes for one. */
const CONTINUED = /\\\s?(?:\s#[^\n]{0,200})?$/;

/** Lines that a `\` at their ends makes one; `first` counts from 0, `parts` are the lines without their marks. */
export interface ContinuedLine {
  readonly first: number;
  readonly parts: readonly string[];
}

/** A text's lines, each with those that continue it (at most 20), read up to `maxLine` characters each. */
export function continuedLines(text: string, maxLine: number): readonly ContinuedLine[] {
  const found: { first: number; parts: string[] }[] = [];
  let isOpen = false;
  text.split(/\r\n|\n|\r/).forEach((whole, first) => {
    const line = whole.slice(0, maxLine);
    const last = found.at(-1);
    const part = line.includes('\\') ? line.replace(CONTINUED, ' ') : line;
    if (isOpen && last !== undefined && last.parts.length < MAX_JOINED) last.parts.push(part);
    else found.push({ first, parts: [part] });
    isOpen = part !== line;
  });
  return found;
}
