import { expect, test } from 'vitest';
import { agreementOf, agreementText, type Comparison } from './agreement.ts';

const one = (label: Comparison['label'], judged: Comparison['judged'], note: string | null = null): Comparison => ({
  repository: 'lab/sleep',
  check: 'a-check',
  label,
  judged,
  summary: 'What was found.',
  evidence: ['README.md line 3: make'],
  note,
});

test.each([
  ['all agree', [one('pass', 'pass'), one('fail', 'fail')], [2, 2], [1, 1], [1, 1]],
  ['a false accusation', [one('pass', 'fail'), one('fail', 'fail')], [1, 2], [1, 2], [1, 1]],
  [
    'a fault that was missed',
    [one('fail', 'pass'), one('fail', 'unknown'), one('fail', 'fail')],
    [1, 3],
    [1, 1],
    [1, 3],
  ],
  ['nothing faulty', [one('pass', 'pass'), one('pass', 'not-applicable')], [1, 2], [0, 0], [0, 0]],
] as const)('%s', (_name, comparisons, [agreed, of], [right, failed], [found, faulty]) => {
  expect(agreementOf('a-check', comparisons)).toEqual({
    check: 'a-check',
    agreed,
    of,
    precision: { right, of: failed },
    recall: { right: found, of: faulty },
  });
});

test('every disagreement is printed with its evidence and the labeller’s reason', () => {
  const text = agreementText([one('pass', 'pass'), one('pass', 'fail', 'It stands in docs/.')]);
  expect(text).toContain('a-check  1/2      0/1                –');
  expect(text).toContain('lab/sleep · a-check: labelled pass, judged fail');
  expect(text).toContain('    README.md line 3: make');
  expect(text).toContain('The labeller: It stands in docs/.');
  expect(agreementText([one('pass', 'pass')])).toContain('No disagreement.');
});
