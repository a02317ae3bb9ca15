import { redact } from './redaction.ts';

/** What cannot be seen: control characters, and marks that turn the direction of reading. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const UNSEEN_IN_LINES = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text of somebody else’s as it may be shown: without credentials, on one line, of `most` characters. */
export const shownText = (text: string, most: number): string => bounded(redact(text).replace(UNSEEN, ' '), most);

/** The same for a text of several lines. */
export const shownLines = (text: string, most: number): string =>
  bounded(redact(text).replace(UNSEEN_IN_LINES, ' '), most);

/** Plain data with all its texts as they may be shown. */
export function allShown<T>(value: T, most: number): T {
  // The shape stays: only texts are exchanged for texts.
  const change = (one: unknown): unknown => {
    if (typeof one === 'string') return shownText(one, most);
    if (Array.isArray(one)) return one.map(change);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, change(inner)]));
  };
  return change(value) as T;
}

/** Cut after redaction: the first half of a token has no shape. Half a character goes too. */
const bounded = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/\p{Cs}$/u, '')}…` : text;
