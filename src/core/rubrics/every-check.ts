import { checks } from '../checks/index.ts';
import type { Rubric } from '../model/rubric.ts';
import { methodologyAssignment6 } from './methodology-assignment-6.ts';

const { parameters } = methodologyAssignment6;
const { packages = [] } = parameters;

/** Every check at the level of information, one row each: for comparing verdicts with labels, not for readers. */
export const everyCheck: Rubric = {
  schema: 1,
  id: 'every-check',
  title: 'Every check',
  description: 'All checks with their plain outcomes, for evaluation.',
  rows: checks.map(({ id, statement, perPackage }) => ({
    id,
    statement: statement.replace(/\.$/, ''),
    checks: (perPackage ? packages.map(({ name }) => `${id}:${name}`) : [id]).map((check) => ({
      check,
      level: 'information',
    })),
  })),
  parameters,
};
