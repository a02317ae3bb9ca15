import type { Outcome } from './finding.ts';

/** What a careful reader says of one repository at one commit: an outcome for each check that is not in doubt. */
export interface RepositoryLabels {
  /** `owner/name`. */
  readonly repository: string;
  readonly commit: string;
  readonly labels: Readonly<Record<string, Outcome>>;
  /** The project's own images. */
  readonly images?: readonly string[] | undefined;
  /** Why, by check. */
  readonly notes?: Readonly<Record<string, string>> | undefined;
}

/** The same of one Dockerfile, named by its blob: `owner/name@blob`. */
export interface DockerfileLabels {
  readonly source: string;
  readonly path: string;
  readonly labels: Readonly<Record<string, Outcome>>;
  readonly notes?: Readonly<Record<string, string>> | undefined;
}
