import type { Outcome } from '../core/model/finding.ts';

/** One label beside what was judged. */
export interface Comparison {
  readonly repository: string;
  readonly check: string;
  readonly label: Outcome;
  readonly judged: Outcome;
  readonly summary: string;
  readonly evidence: readonly string[];
  /** The labeller's reason, where one was given. */
  readonly note: string | null;
}

/** How far labels and verdicts agree for one check; precision and recall are those of `fail`, as parts of a whole. */
export interface Agreement {
  readonly check: string;
  readonly agreed: number;
  readonly of: number;
  readonly precision: { readonly right: number; readonly of: number };
  readonly recall: { readonly right: number; readonly of: number };
}

/** The agreement for each check, in the order in which checks first occur. */
export function agreementsOf(comparisons: readonly Comparison[]): readonly Agreement[] {
  const byCheck = new Map<string, Comparison[]>();
  for (const one of comparisons) byCheck.set(one.check, [...(byCheck.get(one.check) ?? []), one]);
  return [...byCheck].map(([check, all]) => agreementOf(check, all));
}

export function agreementOf(check: string, all: readonly Comparison[]): Agreement {
  const failed = all.filter(({ judged }) => judged === 'fail');
  const faulty = all.filter(({ label }) => label === 'fail');
  const right = failed.filter(({ label }) => label === 'fail').length;
  return {
    check,
    agreed: all.filter(({ label, judged }) => label === judged).length,
    of: all.length,
    precision: { right, of: failed.length },
    recall: { right, of: faulty.length },
  };
}

/** The agreements as a table, then every disagreement with its evidence. */
export function agreementText(comparisons: readonly Comparison[]): string {
  const rows = [...agreementsOf(comparisons), agreementOf('all', comparisons)];
  const width = Math.max(...rows.map(({ check }) => check.length));
  const table = [
    `${'check'.padEnd(width)}  agree    precision of fail  recall of fail`,
    ...rows.map(
      ({ check, agreed, of, precision, recall }) =>
        `${check.padEnd(width)}  ${`${agreed}/${of}`.padEnd(7)}  ${part(precision).padEnd(17)}  ${part(recall)}`,
    ),
  ];
  const wrong = comparisons.filter(({ label, judged }) => label !== judged);
  const details = wrong.flatMap(({ repository, check, label, judged, summary, evidence, note }) => [
    '',
    `${repository} · ${check}: labelled ${label}, judged ${judged}`,
    `  ${summary}`,
    ...evidence.map((line) => `    ${line}`),
    ...(note === null ? [] : [`  The labeller: ${note}`]),
  ]);
  return [...table, '', wrong.length === 0 ? 'No disagreement.' : 'Disagreements:', ...details].join('\n');
}

const part = ({ right, of }: Agreement['precision']): string => (of === 0 ? '–' : `${right}/${of}`);
