import { checkById } from '../checks/index.ts';
import type { ReportFinding } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';

/** Why a failure matters, with the lesson's own words where the rubric is the lesson's; null where there is nothing to explain. */
export function reasonOf({ check, outcome }: ReportFinding, { quotesLesson }: Rubric): string | null {
  const known = outcome === 'fail' ? checkById(check.split(':')[0] ?? '') : undefined;
  if (known === undefined) return null;
  const quotes = quotesLesson === true && known.lesson !== undefined;
  return quotes ? `${known.why} The lesson: “${known.lesson}”` : known.why;
}
