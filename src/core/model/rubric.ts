/** How much a row weighs: `required` is "to fix", `recommended` a tip, `information` is folded away. */
export type Level = 'required' | 'recommended' | 'information';

/** One check inside a row. `check` is an id, with its parameter after a colon where it has one. */
export interface RubricCheck {
  readonly check: string;
  readonly level: Level;
}

/** What a reader sees as one line: a statement, and the checks behind it. */
export interface RubricRow {
  readonly id: string;
  readonly statement: string;
  readonly checks: readonly RubricCheck[];
}

/** What a course or lab asks for: rows in order, and the parameters its checks take. */
export interface Rubric {
  readonly schema: 1;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly RubricRow[];
  readonly parameters: RubricParameters;
}

/**
 * What a course asks for in figures and names; null where it asks for none. `platform` is `os/architecture`; `command` the
 * exact `CMD`; `workspace` the course's id for the launch line; `notAccepted` are images (without tag) that are nobody's own work.
 */
export interface RubricParameters {
  readonly platform: string | null;
  readonly command: readonly string[] | null;
  readonly workspace: string | null;
  readonly notAccepted: readonly string[];
}
