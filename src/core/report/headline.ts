import { checkById } from '../checks/index.ts';
import { type Dismissals, noDismissals } from '../model/dismissals.ts';
import type { Report } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { faultSentence } from '../model/unread.ts';
import { nothingApplies, nothingRead } from './nothing-read.ts';
import { type ReportRow, type RowState, rowsOf, stateCounts, stateOf } from './rows.ts';
import { scored } from './safety-notices.ts';

/** The first thing a reader sees: a few words, and one sentence. */
export interface Headline {
  readonly title: string;
  readonly sentence: string;
}

/** The words for a report under its rubric. Never says that something runs or works: nothing was run. */
export function headlineOf(report: Report, rubric: Rubric, dismissals = noDismissals): Headline {
  const fault = nothingRead(report);
  if (fault !== null) return { title: 'Could not look', sentence: faultSentence(fault) };
  if (nothingApplies(report))
    return { title: 'Nothing here to judge', sentence: 'Nothing that this list requires applies here.' };
  const { title, sentence } = judgedHeadline(report, rowsOf(report, rubric, dismissals), dismissals);
  const { dismissed } = stateCounts(report, dismissals);
  return dismissed === 0 ? { title, sentence } : { title: `${title}, ${dismissed} dismissed`, sentence };
}

function judgedHeadline(report: Report, rows: readonly ReportRow[], dismissals: Dismissals): Headline {
  const { 'to-fix': toFix, tip: tips } = stateCounts(report, dismissals);
  const failed = (state: RowState) => failures(report, state, dismissals);
  if (toFix > 0) {
    const start = rows.some(({ state }) => state === 'fine') ? 'In order, except' : 'In the way';
    return { title: `${toFix} to fix`, sentence: `${start}: ${failed('to-fix')}.` };
  }
  if (report.state === 'not finished') return { title: 'Not finished', sentence: `Not looked at: ${open(rows)}.` };
  // What was dismissed is still missing.
  const isAsideMissing = report.counts.toFix > 0;
  if (tips > 0)
    return {
      title: `${tips} ${tips === 1 ? 'tip' : 'tips'}`,
      sentence: `Nothing ${isAsideMissing ? 'else ' : ''}required is missing. ${tips === 1 ? 'A tip' : 'Tips'}: ${failed('tip')}.`,
    };
  if (isAsideMissing)
    return { title: 'Nothing left to fix', sentence: `Dismissed, and not mended: ${failed('dismissed')}.` };
  const known = failed('worth-knowing');
  const worthKnowing = known === '' ? '' : ` Worth knowing: ${known}.`;
  return { title: 'Nothing required is missing', sentence: `${fineSentence(report, rows)}${worthKnowing}` };
}

/** The failures of one weight in a few words each, `a, b and c`. */
const failures = (report: Report, state: RowState, dismissals: Dismissals): string =>
  listed(
    shortened(
      // One check may fail for several packages.
      distinct(
        scored(report.findings)
          .filter((finding) => stateOf(finding, dismissals) === state)
          .map((finding) => checkById(finding.check)?.failure ?? finding.summary),
      ),
    ),
  );

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** A sentence holds four at most; the rows name them all. */
const shortened = (words: readonly string[]): readonly string[] =>
  words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more`] : words;

const open = (rows: readonly ReportRow[]): string =>
  rows
    .filter((row) => row.state === 'not-looked-at')
    .map((row) => row.statement)
    .join(', ');

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** The rows name what was found: here they are not named again. */
function fineSentence(report: Report, rows: readonly ReportRow[]): string {
  const unread = open(rows);
  if (unread !== '') return `What was looked at is in order. Not looked at: ${unread}.`;
  const has = (wanted: RowState) => rows.some(({ state }) => state === wanted);
  const isUnasked = report.findings.some((finding) => stateOf(finding) === 'not-asked');
  if (isUnasked) return 'What was looked at is in order; a registry was not asked.';
  if (!has('fine')) return 'Nothing of this list is in order.';
  if (has('tip') || has('worth-knowing') || has('dismissed')) return 'The rest of this list is in order.';
  return has('not-applicable') ? 'What applies here of this list is in order.' : 'All of this list is in order.';
}
