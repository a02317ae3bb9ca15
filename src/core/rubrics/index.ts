import type { Rubric } from '../model/rubric.ts';
import { dsc180Capstone } from './dsc180-capstone.ts';
import { everyCheck } from './every-check.ts';
import { general } from './general.ts';
import { methodologyAssignment6 } from './methodology-assignment-6.ts';

/** The rubrics that readers choose from, the default first. */
export const rubrics: readonly [Rubric, ...Rubric[]] = [general, dsc180Capstone, methodologyAssignment6];

/** With the one for evaluation, which says too much for a reader. */
export const allRubrics: readonly Rubric[] = [...rubrics, everyCheck];

export const rubricById = (id: string): Rubric | undefined => allRubrics.find((rubric) => rubric.id === id);
