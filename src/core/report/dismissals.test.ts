import { expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import type { Dismissals } from '../model/dismissals.ts';
import { snapshotOf } from '../model/snapshot.test-support.ts';
import { general } from '../rubrics/general.ts';
import { headlineOf } from './headline.ts';
import { judge } from './judge.ts';
import { rowsOf, stateCounts } from './rows.ts';

const report = judge(snapshotOf({ 'README.md': '# Sleep\n', 'environment.yml': 'dependencies: python\n' }), general, {
  rubricHash: '0'.repeat(64),
  version: '0.1.0',
  checks,
});
const failed = report.findings.filter(({ outcome, level }) => outcome === 'fail' && level === 'required');
const reasons = (count: number): Dismissals =>
  Object.fromEntries(failed.slice(0, count).map(({ check }) => [check, 'on purpose']));

test('something is there to be dismissed', () => {
  expect(failed.length).toBeGreaterThan(1);
});

test('what is dismissed is counted apart, in title and legend alike', () => {
  const dismissals = reasons(1);
  expect(headlineOf(report, general, dismissals).title).toBe(`${failed.length - 1} to fix, 1 dismissed`);
  expect(stateCounts(report, dismissals)).toMatchObject({ 'to-fix': failed.length - 1, dismissed: 1 });
});

test('when all is dismissed, nothing is said to be in order that is not', () => {
  const { title, sentence } = headlineOf(report, general, reasons(failed.length));
  expect(title).toMatch(new RegExp(`, ${failed.length} dismissed$`));
  expect(`${title} ${sentence}`).not.toMatch(/Nothing required is missing|All of this list/);
});

test('a row whose faults are dismissed comes after those that ask something, and is still there', () => {
  const rows = rowsOf(report, general, reasons(1));
  expect(rows[0]?.state).toBe('to-fix');
  expect(rows.find(({ findings }) => findings.some(({ check }) => check === failed[0]?.check))?.state).toBe(
    'dismissed',
  );
});

test('a reason changes nothing on what passes', () => {
  const passed = report.findings
    .filter(({ outcome }) => outcome !== 'fail')
    .map(({ check }) => [check, 'why'] as const);
  expect(rowsOf(report, general, Object.fromEntries(passed))).toEqual(rowsOf(report, general));
});
