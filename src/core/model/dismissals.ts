/** What the reader set aside in one repository or image: the reason by the check's id. Kept in this browser only. */
export type Dismissals = Readonly<Record<string, string>>;

export const noDismissals: Dismissals = {};

/** A reason is one line that a row has room for. */
export const longestReason = 200;

/** The reason a check was set aside for, or null. */
export const reasonFor = (dismissals: Dismissals, check: string): string | null =>
  Object.hasOwn(dismissals, check) ? (dismissals[check] ?? null) : null;
