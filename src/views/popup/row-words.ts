import { checkById } from '../../core/checks/index.ts';
import type { Dismissals } from '../../core/model/dismissals.ts';
import type { ReportFinding } from '../../core/model/report.ts';
import { type ReportRow, type RowState, stateOf } from '../../core/report/rows.ts';
import { numberWord } from '../parts/amounts.ts';
import { splitSentence } from '../parts/sentences.ts';

const WORDS: Readonly<Record<RowState, readonly [one: string, many: string]>> = {
  'to-fix': ['to fix', 'to fix'],
  tip: ['tip', 'tips'],
  'worth-knowing': ['worth knowing', 'worth knowing'],
  'not-looked-at': ['not looked at', 'not looked at'],
  dismissed: ['dismissed', 'dismissed'],
  fine: ['fine', 'fine'],
  'not-asked': ['not asked', 'not asked'],
  'not-applicable': ['does not apply', 'do not apply'],
};

/** The word beside a glyph. */
export const stateWord = (state: RowState): string => WORDS[state][0];

/** `2 to fix`, `3 tips`. */
export const stateWords = (state: RowState, count: number): string => `${count} ${WORDS[state][count === 1 ? 0 : 1]}`;

/** Inside a row: what can be mended comes first, since it often is why the rest was not looked at. */
const byUse: readonly RowState[] = [
  'to-fix',
  'tip',
  'worth-knowing',
  'not-looked-at',
  'dismissed',
  'fine',
  'not-asked',
  'not-applicable',
];

/** The findings of a row by what they ask: those with something to say, in order, not asked for, and those that do not apply. */
export function sorted({ findings }: ReportRow, dismissals: Dismissals) {
  const rank = (finding: ReportFinding) => byUse.indexOf(stateOf(finding, dismissals));
  const inOrder = findings.toSorted((one, other) => rank(one) - rank(other));
  const isFine = ({ outcome }: ReportFinding) => outcome === 'pass';
  const isIdle = ({ outcome }: ReportFinding) => outcome === 'not-applicable';
  const isUnasked = (finding: ReportFinding) => stateOf(finding, dismissals) === 'not-asked';
  return {
    loud: inOrder.filter((finding) => !isFine(finding) && !isIdle(finding) && !isUnasked(finding)),
    fine: inOrder.filter(isFine),
    unasked: inOrder.filter(isUnasked),
    idle: inOrder.filter(isIdle),
  };
}

/** The row's line: the only thing to say, or what is wrong in a few words each. */
export function rowLine(row: ReportRow, dismissals: Dismissals): string {
  const { loud, fine, unasked } = sorted(row, dismissals);
  if (loud.length > 1) return severalWords(loud, dismissals);
  if (loud.length === 0 && fine.length > 1) {
    const rest = unasked.length === 0 ? '' : ` · ${stateWords('not-asked', unasked.length)}`;
    return `${capital(numberWord(fine.length))} things looked at, all fine${rest === '' ? '.' : rest}`;
  }
  return splitSentence(row.summary)[0];
}

/** What stands at the right of the row: its state, counted when there are several of it. */
export function rowStateWords(row: ReportRow, dismissals: Dismissals): string {
  const { length } = row.findings.filter((finding) => stateOf(finding, dismissals) === row.state);
  const isCounted = length > 1 && row.state !== 'fine' && row.state !== 'not-applicable';
  return isCounted ? stateWords(row.state, length) : stateWord(row.state);
}

/** What stands first is told, the rest is counted. */
function severalWords(loud: readonly ReportFinding[], dismissals: Dismissals): string {
  const of = (state: RowState) => loud.filter((finding) => stateOf(finding, dismissals) === state);
  const [told, ...others] = byUse.filter((state) => of(state).length > 0);
  const first = told === undefined ? [] : of(told);
  const [only] = first;
  const words = first.length === 1 && only !== undefined ? withoutPoint(only.summary) : inShort(first);
  return [words, ...others.map((state) => stateWords(state, of(state).length))].join(' · ');
}

/** Failures have a few words each, which make one sentence; what else is told is sentences. */
const inShort = (findings: readonly ReportFinding[]): string =>
  capital([...new Set(findings.map(shortOf))].join(findings[0]?.outcome === 'fail' ? ', ' : '. '));

const withoutPoint = (summary: string): string => splitSentence(summary)[0].replace(/\.$/, '');

const shortOf = ({ check, outcome, summary }: ReportFinding): string =>
  (outcome === 'fail' ? checkById(check.split(':')[0] ?? '')?.failure : undefined) ?? withoutPoint(summary);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
