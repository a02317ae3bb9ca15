import { checkById } from '../../core/checks/index.ts';
import type { Dismissals } from '../../core/model/dismissals.ts';
import type { ReportFinding } from '../../core/model/report.ts';
import { type ReportRow, type RowState, stateOf } from '../../core/report/rows.ts';
import { numberWord } from '../parts/amounts.ts';
import { splitSentence } from '../parts/sentences.ts';

/** From left to right in the bar and its legend: worst first. */
export const barOrder: readonly RowState[] = [
  'to-fix',
  'not-looked-at',
  'tip',
  'worth-knowing',
  'dismissed',
  'fine',
  'not-applicable',
];

const WORDS: Readonly<Record<RowState, readonly [one: string, many: string]>> = {
  'to-fix': ['to fix', 'to fix'],
  tip: ['tip', 'tips'],
  'worth-knowing': ['worth knowing', 'worth knowing'],
  'not-looked-at': ['not looked at', 'not looked at'],
  dismissed: ['dismissed', 'dismissed'],
  fine: ['fine', 'fine'],
  'not-applicable': ['does not apply', 'do not apply'],
};

/** The word beside a glyph. */
export const stateWord = (state: RowState): string => WORDS[state][0];

/** `2 to fix`, `3 tips`. */
export const stateWords = (state: RowState, count: number): string => `${count} ${WORDS[state][count === 1 ? 0 : 1]}`;

/** The findings of a row by what they ask: those with something to say, those in order, those that do not apply. */
export function sorted({ findings }: ReportRow, dismissals: Dismissals) {
  const rank = (finding: ReportFinding) => barOrder.indexOf(stateOf(finding, dismissals));
  const inOrder = findings.toSorted((one, other) => rank(one) - rank(other));
  const isFine = ({ outcome }: ReportFinding) => outcome === 'pass';
  const isIdle = ({ outcome }: ReportFinding) => outcome === 'not-applicable';
  return {
    loud: inOrder.filter((finding) => !isFine(finding) && !isIdle(finding)),
    fine: inOrder.filter(isFine),
    idle: inOrder.filter(isIdle),
  };
}

/** The row's line: the only thing to say, or what is wrong in a few words each. */
export function rowLine(row: ReportRow, dismissals: Dismissals): string {
  const { loud, fine } = sorted(row, dismissals);
  if (loud.length > 1) return severalWords(row, loud, dismissals);
  if (loud.length === 0 && fine.length > 1) return `${capital(numberWord(fine.length))} things looked at, all fine.`;
  return splitSentence(row.summary)[0];
}

/** What stands at the right of the row: its state, counted when there are several of it. */
export function rowStateWords(row: ReportRow, dismissals: Dismissals): string {
  const { length } = row.findings.filter((finding) => stateOf(finding, dismissals) === row.state);
  const isCounted = length > 1 && row.state !== 'fine' && row.state !== 'not-applicable';
  return isCounted ? stateWords(row.state, length) : stateWord(row.state);
}

function severalWords(row: ReportRow, loud: readonly ReportFinding[], dismissals: Dismissals): string {
  const worst = loud.filter((finding) => stateOf(finding, dismissals) === row.state);
  const others = barOrder.flatMap((state) => {
    const { length } = loud.filter((finding) => stateOf(finding, dismissals) === state);
    return state === row.state || length === 0 ? [] : [stateWords(state, length)];
  });
  const [first] = worst;
  const words = worst.length === 1 && first !== undefined ? splitSentence(first.summary)[0] : inShort(worst);
  return [words, ...others].join(' · ');
}

const inShort = (findings: readonly ReportFinding[]): string => capital(findings.map(shortOf).join(', '));

const shortOf = ({ check, outcome, summary }: ReportFinding): string =>
  (outcome === 'fail' ? checkById(check.split(':')[0] ?? '')?.failure : undefined) ??
  splitSentence(summary)[0].replace(/\.$/, '');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
