import type { Report, ReportFinding } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';

export type RowState = 'to-fix' | 'tip' | 'not-looked-at' | 'fine' | 'not-applicable';

/** One line of the checklist: its worst finding gives state and summary. */
export interface ReportRow {
  readonly id: string;
  readonly statement: string;
  readonly state: RowState;
  readonly summary: string;
  readonly findings: readonly ReportFinding[];
}

/** Worst first. */
const ORDER: readonly RowState[] = ['to-fix', 'not-looked-at', 'tip', 'fine', 'not-applicable'];

/** The rubric's rows over a report, worst first; rows of equal state keep the rubric's order. */
export function rowsOf(report: Report, rubric: Rubric): readonly ReportRow[] {
  const rows = rubric.rows.flatMap((row): readonly ReportRow[] => {
    const findings = report.findings.filter((finding) => finding.row === row.id);
    const worst = findings.toSorted((one, other) => rank(one) - rank(other))[0];
    if (worst === undefined) return [];
    const statement = findings.some(({ aside }) => aside) ? (row.aside?.statement ?? row.statement) : row.statement;
    return [{ id: row.id, statement, state: stateOf(worst), summary: worst.summary, findings }];
  });
  return rows.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
}

const rank = (finding: ReportFinding): number => ORDER.indexOf(stateOf(finding));

/** What a finding asks of the reader. A failed check of the level `information` asks nothing and shows as a tip. */
export function stateOf({ outcome, level }: ReportFinding): RowState {
  if (outcome === 'pass') return 'fine';
  if (outcome === 'not-applicable') return 'not-applicable';
  if (outcome === 'unknown') return 'not-looked-at';
  return level === 'required' ? 'to-fix' : 'tip';
}
