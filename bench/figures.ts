/** The value below which the share of the sorted numbers lies; 0.5 is the median. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
export const times = (value: number): string => `${value.toFixed(1)}×`;

/** One figure beside its budget; a miss is printed as one. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly budget?: string;
  readonly isMissed?: boolean;
}

/** Figures as lines of text, in columns. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, budget = '', isMissed = false }) => [
    what,
    value,
    budget,
    isMissed ? 'MISSED' : '',
  ]);
  return textTable([['what', 'measured', 'budget', ''], ...rows]);
}

export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
