import type { Rubric } from '../model/rubric.ts';
import { dsc180Capstone } from './dsc180-capstone.ts';
import { everyCheck } from './every-check.ts';
import { general } from './general.ts';
import { methodologyAssignment6 } from './methodology-assignment-6.ts';

/** The built-in rubrics, the default first. */
export const rubrics: readonly [Rubric, ...Rubric[]] = [general, dsc180Capstone, methodologyAssignment6, everyCheck];

export const rubricById = (id: string): Rubric | undefined => rubrics.find((rubric) => rubric.id === id);
