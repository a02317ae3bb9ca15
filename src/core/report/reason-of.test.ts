import { expect, test } from 'vitest';
import type { ReportFinding } from '../model/report.ts';
import { dsc180Capstone } from '../rubrics/dsc180-capstone.ts';
import { general } from '../rubrics/general.ts';
import { reasonOf } from './reason-of.ts';

const finding = (check: string, outcome: ReportFinding['outcome']): ReportFinding => ({
  check,
  row: 'row',
  level: 'required',
  outcome,
  summary: '',
  evidence: [],
  notes: [],
  fix: null,
});

test.each([
  ['readme-exists', 'fail', general, 'It is the first thing another person opens.'],
  [
    'readme-exists',
    'fail',
    dsc180Capstone,
    'It is the first thing another person opens. The lesson: “there should be a README file that describes exactly how to run your code.”',
  ],
  ['readme-exists', 'pass', dsc180Capstone, null],
  ['a-check-of-tomorrow', 'fail', general, null],
] as const)('%s, %s', (check, outcome, rubric, expected) => {
  expect(reasonOf(finding(check, outcome), rubric)).toBe(expected);
});

test('no reason speaks of the lesson or its server where the rubric is not the lesson’s', () => {
  const reasons = general.rows.flatMap(({ checks }) =>
    checks.map(({ check }) => reasonOf(finding(check, 'fail'), general)),
  );
  expect(reasons.join(' ')).not.toMatch(/lesson|DSMLP|UCSD/i);
});
