import type { Rubric } from '../model/rubric.ts';
import { everyCheck } from './every-check.ts';
import { rubrics } from './index.ts';

/** The rubrics that readers choose from, and the one for evaluation, which says too much for a reader. */
export const allRubrics: readonly Rubric[] = [...rubrics, everyCheck];
