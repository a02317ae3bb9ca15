import type { RowState } from '../../core/report/rows.ts';

/** From left to right in the bar and its legend. */
export const barOrder: readonly RowState[] = ['to-fix', 'not-looked-at', 'tip', 'fine', 'not-applicable'];

const WORDS: Readonly<Record<RowState, readonly [one: string, many: string]>> = {
  'to-fix': ['to fix', 'to fix'],
  tip: ['tip', 'tips'],
  'not-looked-at': ['not looked at', 'not looked at'],
  fine: ['fine', 'fine'],
  'not-applicable': ['does not apply', 'do not apply'],
};

/** The word beside a row's glyph. */
export const stateWord = (state: RowState): string => WORDS[state][0];

/** `2 to fix`, `3 tips`. */
export const stateWords = (state: RowState, count: number): string => `${count} ${WORDS[state][count === 1 ? 0 : 1]}`;
