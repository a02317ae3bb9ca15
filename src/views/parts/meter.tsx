// Names and versions hold figures too: only whole numbers with "of" between them are a part of a whole.
const PART = /(?<![\w.,-])(\d{1,6}) of (?:the )?(\d{1,6})(?![\w,-]|\.\d)/;

/** The first "12 of 15" of a text, or null. */
export function partIn(text: string): { readonly part: number; readonly whole: number } | null {
  const [, part, whole] = (PART.exec(text) ?? []).map(Number);
  return part === undefined || whole === undefined || whole === 0 || part > whole ? null : { part, whole };
}

/** A small bar beside words that say the same in figures. */
export function Meter({ text }: { readonly text: string }) {
  const found = partIn(text);
  if (found === null) return null;
  return (
    <span class="meter" aria-hidden="true">
      <i style={{ width: `${(100 * found.part) / found.whole}%` }} />
    </span>
  );
}
