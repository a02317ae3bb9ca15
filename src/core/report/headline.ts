import type { Report } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { unreadSentence } from '../model/unread.ts';
import { nothingRead } from './nothing-read.ts';
import { type ReportRow, rowsOf } from './rows.ts';

/** The first thing a reader sees: a few words, and one sentence. */
export interface Headline {
  readonly title: string;
  readonly sentence: string;
}

/** The words for a report under its rubric. Never says that something runs or works: nothing was run. */
export function headlineOf(report: Report, rubric: Rubric): Headline {
  const fault = nothingRead(report);
  if (fault !== null) return { title: 'Could not look', sentence: fault.detail ?? unreadSentence(fault.kind) };
  const rows = rowsOf(report, rubric);
  const { toFix, tips } = report.counts;
  const open = rows.filter((row) => row.state === 'not-looked-at');
  if (toFix > 0) return { title: `${toFix} to fix`, sentence: summaries(rows, 'to-fix') };
  if (report.state === 'not finished')
    return { title: 'Not finished', sentence: `Not looked at: ${open.map((row) => row.statement).join(', ')}.` };
  if (tips > 0)
    return {
      title: `${tips} ${tips === 1 ? 'tip' : 'tips'}`,
      sentence: `Nothing required is missing. ${summaries(rows, 'tip')}`,
    };
  return { title: 'Nothing required is missing', sentence: fineSentence(rows) };
}

const summaries = (rows: readonly ReportRow[], state: ReportRow['state']): string =>
  rows
    .filter((row) => row.state === state)
    .map((row) => sentence(row.summary))
    .join(' ');

function fineSentence(rows: readonly ReportRow[]): string {
  const fine = rows.filter((row) => row.state === 'fine').map((row) => row.statement);
  const open = rows.filter((row) => row.state === 'not-looked-at').map((row) => row.statement);
  const found = fine.length === 0 ? 'Nothing of this list applies here.' : `Found in order: ${fine.join(', ')}.`;
  return open.length === 0 ? found : `${found} Not looked at: ${open.join(', ')}.`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
