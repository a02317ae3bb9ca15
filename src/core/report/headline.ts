import { checkById } from '../checks/index.ts';
import type { Report } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { unreadSentence } from '../model/unread.ts';
import { nothingApplies, nothingRead } from './nothing-read.ts';
import { type ReportRow, type RowState, rowsOf, stateOf } from './rows.ts';

/** The first thing a reader sees: a few words, and one sentence. */
export interface Headline {
  readonly title: string;
  readonly sentence: string;
}

/** The words for a report under its rubric. Never says that something runs or works: nothing was run. */
export function headlineOf(report: Report, rubric: Rubric): Headline {
  const fault = nothingRead(report);
  if (fault !== null) return { title: 'Could not look', sentence: fault.detail ?? unreadSentence(fault.kind) };
  if (nothingApplies(report))
    return { title: 'Nothing here to judge', sentence: 'Nothing that this list requires applies here.' };
  const rows = rowsOf(report, rubric);
  const { toFix, tips } = report.counts;
  if (toFix > 0) {
    const start = rows.some(({ state }) => state === 'fine') ? 'In order, except' : 'In the way';
    return { title: `${toFix} to fix`, sentence: `${start}: ${failures(report, 'to-fix')}.` };
  }
  if (report.state === 'not finished') return { title: 'Not finished', sentence: `Not looked at: ${open(rows)}.` };
  if (tips > 0)
    return {
      title: `${tips} ${tips === 1 ? 'tip' : 'tips'}`,
      sentence: `Nothing required is missing. ${tips === 1 ? 'A tip' : 'Tips'}: ${failures(report, 'tip')}.`,
    };
  // What is left to fail here is of the level "information".
  const known = failures(report, 'tip');
  const worthKnowing = known === '' ? '' : ` Worth knowing: ${known}.`;
  return { title: 'Nothing required is missing', sentence: `${fineSentence(rows)}${worthKnowing}` };
}

/** The failures of one weight in a few words each, `a, b and c`. */
const failures = (report: Report, state: RowState): string =>
  listed(
    report.findings
      .filter((finding) => stateOf(finding) === state)
      .map((finding) => checkById(finding.check)?.failure ?? finding.summary),
  );

const open = (rows: readonly ReportRow[]): string =>
  rows
    .filter((row) => row.state === 'not-looked-at')
    .map((row) => row.statement)
    .join(', ');

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** The rows name what was found: here they are not named again. */
function fineSentence(rows: readonly ReportRow[]): string {
  const unread = open(rows);
  if (unread !== '') return `What was looked at is in order. Not looked at: ${unread}.`;
  const has = (wanted: RowState) => rows.some(({ state }) => state === wanted);
  if (!has('fine')) return 'Nothing of this list is in order.';
  if (has('tip')) return 'The rest of this list is in order.';
  return has('not-applicable') ? 'What applies here of this list is in order.' : 'All of this list is in order.';
}
