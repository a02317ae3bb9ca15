import * as z from 'zod/mini';
import type { DockerfileLabels, RepositoryLabels } from './labels.ts';

const text = z.string();
const outcomes = z.record(text, z.enum(['pass', 'fail', 'not-applicable', 'unknown']));
const notes = z.optional(z.record(text, text));

const repositories = z.array(
  z.object({
    repository: text.check(z.regex(/^[^/+\s]+\/[^/+\s]+$/)),
    commit: text,
    labels: outcomes,
    images: z.optional(z.array(text)),
    notes,
  }),
);
const dockerfiles = z.array(
  z.object({ source: text.check(z.regex(/^[^/+\s]+\/[^/@\s]+@[0-9a-f]+$/)), path: text, labels: outcomes, notes }),
);

/** A label file, or null when it is none. */
export const parseRepositoryLabels = (value: unknown): readonly RepositoryLabels[] | null =>
  repositories.safeParse(value).data ?? null;
export const parseDockerfileLabels = (value: unknown): readonly DockerfileLabels[] | null =>
  dockerfiles.safeParse(value).data ?? null;
