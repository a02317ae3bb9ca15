import { expect, test } from 'vitest';
import { countingChecks } from '../../src/core/checks/counting-checks.ts';
import { checks } from '../../src/core/checks/index.ts';
import { rubrics } from '../../src/core/rubrics/index.ts';

const asked = rubrics.flatMap(({ rows }) => rows.flatMap((row) => row.checks));
const named = (ids: Iterable<string>) => [...new Set([...ids].map((id) => id.split(':')[0] ?? ''))].sort();

test('the badge judges every check that some rubric counts, and no other', () => {
  const counted = asked.filter(({ level }) => level !== 'information').map(({ check }) => check);
  expect(named(countingChecks.map(({ id }) => id))).toEqual(named(counted));
});

test('every check is asked for by some rubric, and every one that is asked for exists', () => {
  expect(named(asked.map(({ check }) => check))).toEqual(named(checks.map(({ id }) => id)));
});
