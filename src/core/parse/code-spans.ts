/** The code spans of a text as CommonMark pairs backticks: a run closes at the next run of the same length. Linear. */
export function codeSpans(text: string): readonly { readonly at: number; readonly code: string }[] {
  if (!text.includes('`')) return [];
  const runs = [...text.matchAll(/`+/g)].map(({ 0: ticks, index }) => ({ at: index, length: ticks.length }));
  const nextOfLength = new Map<number, number>();
  const closing = runs.map(() => -1);
  for (let index = runs.length - 1; index >= 0; index--) {
    const { length } = runs[index] ?? { length: 0 };
    closing[index] = nextOfLength.get(length) ?? -1;
    nextOfLength.set(length, index);
  }
  const found: { at: number; code: string }[] = [];
  for (let index = 0; index < runs.length; index++) {
    const [open, close] = [runs[index], runs[closing[index] ?? -1]];
    if (open === undefined || close === undefined) continue;
    found.push({ at: open.at, code: text.slice(open.at + open.length, close.at) });
    index = closing[index] ?? index;
  }
  return found;
}

/** Lines (from `first`) by offset; offsets are asked for in rising order mostly, so each stretch is counted once. */
export function lineCounter(text: string, first: number): (at: number) => number {
  let [counted, line] = [0, first];
  return (at) => {
    if (at < counted) [counted, line] = [0, first];
    for (; counted < at; counted++) if (text[counted] === '\n') line++;
    return line;
  };
}

/** The line at an offset, up to 400 characters on either side. */
export function lineOf(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MAX_QUOTE), at);
  const after = text.slice(at, at + MAX_QUOTE);
  const end = after.indexOf('\n');
  return (before.slice(before.lastIndexOf('\n') + 1) + (end === -1 ? after : after.slice(0, end))).trim();
}

const MAX_QUOTE = 400;

/** The characters that HTML spells out. */
export const entities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => ENTITIES.get(name) ?? all);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
]);
