/** What a check gave when the reader last looked; what could not be decided keeps what it gave before. */
export type LookedOutcome = 'fault' | 'fine' | 'not-applicable';

/** What changed between two looks, by the checks’ ids. */
export interface Change {
  readonly fixed: readonly string[];
  readonly appeared: readonly string[];
}

/** A reader’s look at one subject by one rubric. `at` is ISO 8601; `change` is what had changed since the look before it. */
export interface Look {
  readonly at: string;
  readonly outcomes: Readonly<Record<string, LookedOutcome>>;
  readonly change: Change;
}
