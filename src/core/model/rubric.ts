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
  readonly aside?: RowAside;
}

/**
 * When a row steps aside, and the statement it then has. `readme-leads-elsewhere`: the README leads past Docker to an
 * environment that is in order, so what the row requires is worth a tip. `image-was-judged`: the image itself is better
 * evidence than the file it may be built from, so the row is information.
 */
export interface RowAside {
  readonly when: 'readme-leads-elsewhere' | 'image-was-judged';
  readonly statement: string;
}

/** What a course or lab asks for: rows in order, and the parameters its checks take. */
export interface Rubric {
  readonly schema: 1;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly RubricRow[];
  /** Whether the lesson's own words stand beside the reasons. */
  readonly quotesLesson?: true;
  readonly parameters: RubricParameters;
}

/**
 * What a course asks for in figures and names; null where it asks for none. `platform` is `os/architecture`; `command` the
 * exact `CMD`; `workspace` the course's id for the launch line; `notAccepted` are images (without tag) that are nobody's own work;
 * `packages` are those that the image must hold; `allowedBases` the images (without tag) that a Dockerfile is to begin from.
 */
export interface RubricParameters {
  readonly platform: string | null;
  readonly command: readonly string[] | null;
  readonly workspace: string | null;
  readonly notAccepted: readonly string[];
  readonly allowedBases?: readonly string[];
  readonly packages?: readonly RubricPackage[];
  /** How many bytes an image may have, compressed. */
  readonly imageBytes?: number;
}

/** A package as its channel names it; `version` is the exact one that is asked for, null for any. */
export interface RubricPackage {
  readonly name: string;
  readonly channel: 'apt' | 'python';
  readonly version: string | null;
}
