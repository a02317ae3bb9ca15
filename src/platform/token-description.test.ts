import { expect, test } from 'vitest';
import { describeToken } from './token-description.ts';

test.each([
  [`github_pat_${'a'.repeat(30)}wxyz`, 'fine-grained'],
  [`ghp_${'a'.repeat(30)}wxyz`, 'classic'],
  [`gho_${'a'.repeat(30)}wxyz`, 'other'],
])('%s is %s, and only its end is told', (token, kind) => {
  expect(describeToken(token, true)).toEqual({ kind, lastFour: 'wxyz', remembered: true });
});
