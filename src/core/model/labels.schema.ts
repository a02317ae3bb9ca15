import * as v from 'valibot';
import { accepted, fields, recordOf } from './border.schema.ts';
import type { DockerfileLabels, RepositoryLabels } from './labels.ts';

const text = v.string();
const outcomes = recordOf(v.picklist(['pass', 'fail', 'not-applicable', 'unknown']));
const notes = v.optional(recordOf(text));

const repositories = v.array(
  fields({
    repository: v.pipe(text, v.regex(/^[^/+\s]+\/[^/+\s]+$/)),
    commit: text,
    labels: outcomes,
    images: v.optional(v.array(text)),
    notes,
  }),
);
const dockerfiles = v.array(
  fields({ source: v.pipe(text, v.regex(/^[^/+\s]+\/[^/@\s]+@[0-9a-f]+$/)), path: text, labels: outcomes, notes }),
);

/** A label file, or null when it is none. */
export const parseRepositoryLabels = (value: unknown): readonly RepositoryLabels[] | null =>
  accepted(repositories, value);
export const parseDockerfileLabels = (value: unknown): readonly DockerfileLabels[] | null =>
  accepted(dockerfiles, value);
