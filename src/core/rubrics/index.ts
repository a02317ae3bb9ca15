import type { Rubric } from '../model/rubric.ts';
import { dsc180Capstone } from './dsc180-capstone.ts';
import { general } from './general.ts';
import { methodologyAssignment6 } from './methodology-assignment-6.ts';

/** The rubrics that readers choose from, the default first. */
export const rubrics: readonly [Rubric, ...Rubric[]] = [general, dsc180Capstone, methodologyAssignment6];

export const rubricById = (id: string): Rubric | undefined => rubrics.find((rubric) => rubric.id === id);
