import { type Dismissals, noDismissals, reasonFor } from '../model/dismissals.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { scored } from './safety-notices.ts';

/**
 * `dismissed`: it failed, and the reader set it aside with a reason. `worth-knowing`: it failed, and nothing is asked.
 * `not-asked`: a registry that would tell may not be asked; that is no fault and counts for nothing.
 */
export type RowState =
  | 'to-fix'
  | 'tip'
  | 'worth-knowing'
  | 'not-looked-at'
  | 'dismissed'
  | 'fine'
  | 'not-asked'
  | 'not-applicable';

/** One line of the checklist: its worst finding gives state and summary. */
export interface ReportRow {
  readonly id: string;
  readonly statement: string;
  readonly state: RowState;
  readonly summary: string;
  readonly findings: readonly ReportFinding[];
}

/** Every state, worst first. */
export const rowStates: readonly RowState[] = [
  'to-fix',
  'not-looked-at',
  'tip',
  'worth-knowing',
  'dismissed',
  'fine',
  'not-asked',
  'not-applicable',
];

/** The rubric's rows over a report, worst first; rows of equal state keep the rubric's order. */
export function rowsOf(report: Report, rubric: Rubric, dismissals = noDismissals): readonly ReportRow[] {
  const rank = (finding: ReportFinding) => rankOf(finding, stateOf(finding, dismissals));
  const rows = rubric.rows.flatMap((row): readonly ReportRow[] => {
    const findings = scored(report.findings).filter((finding) => finding.row === row.id);
    const worst = findings.toSorted((one, other) => rank(one) - rank(other))[0];
    if (worst === undefined) return [];
    const state = stateOf(worst, dismissals);
    // What is not there does not stand aside either.
    const isAside = state !== 'not-applicable' && findings.some(({ aside }) => aside);
    const statement = (isAside ? row.aside?.statement : undefined) ?? row.statement;
    return [{ id: row.id, statement, state, summary: worst.summary, findings }];
  });
  return rows.toSorted((one, other) => rowStates.indexOf(one.state) - rowStates.indexOf(other.state));
}

/** A pass that counts for nothing does not make a row fine whose other questions were not asked. */
const rankOf = ({ level }: ReportFinding, state: RowState): number =>
  state === 'fine' && level === 'information' ? rowStates.indexOf('not-asked') + 0.5 : rowStates.indexOf(state);

/** What a finding asks of the reader. */
export function stateOf(
  { check, outcome, level, why }: ReportFinding,
  dismissals: Dismissals = noDismissals,
): RowState {
  if (outcome === 'pass') return 'fine';
  if (outcome === 'not-applicable') return 'not-applicable';
  if (outcome === 'unknown')
    return why?.kind === 'permission-needed' && level === 'information' ? 'not-asked' : 'not-looked-at';
  if (reasonFor(dismissals, check) !== null) return 'dismissed';
  if (level === 'information') return 'worth-knowing';
  return level === 'required' ? 'to-fix' : 'tip';
}

/** How many findings ask what: the same numbers in title, bar and legend. */
export function stateCounts(report: Report, dismissals = noDismissals): Readonly<Record<RowState, number>> {
  const states = scored(report.findings).map((finding) => stateOf(finding, dismissals));
  const counts = rowStates.map((state) => [state, states.filter((one) => one === state).length] as const);
  return Object.fromEntries(counts) as Record<RowState, number>;
}
