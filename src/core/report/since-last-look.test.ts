import { expect, test } from 'vitest';
import type { Look } from '../model/look.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import { nextLook } from './since-last-look.ts';

type Outcomes = Readonly<Record<string, ReportFinding['outcome']>>;

const reportOf = (outcomes: Outcomes, readAt: string, level: ReportFinding['level'] = 'required'): Report => ({
  schema: 1,
  tool: { name: 'reprise', version: '0.1.0' },
  subject: 'lab/sleep',
  readAt,
  commit: null,
  rubric: { id: 'general', hash: '0'.repeat(64) },
  state: 'done',
  counts: { toFix: 0, tips: 0, fine: 0, notLookedAt: 0 },
  findings: Object.entries(outcomes).map(([check, outcome]) => ({
    check,
    row: 'row',
    level,
    outcome,
    summary: '',
    evidence: [],
    notes: [],
    fix: null,
  })),
  image: null,
  notRead: [],
  notices: [],
});

const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';
const lookAt = (outcomes: Outcomes, before: Look | null = null, at = monday) =>
  nextLook(before, reportOf(outcomes, at));

test('a first look has nothing to compare with', () => {
  expect(lookAt({ a: 'fail', b: 'pass' }).change).toEqual({ fixed: [], appeared: [] });
});

test.each<[string, Outcomes, Outcomes, string[], string[]]>([
  ['mended', { a: 'fail', b: 'fail' }, { a: 'pass', b: 'fail' }, ['a'], []],
  ['broken', { a: 'pass' }, { a: 'fail' }, [], ['a']],
  ['a thing added with a fault', { a: 'not-applicable' }, { a: 'fail' }, [], ['a']],
  ['a thing taken away', { a: 'fail' }, { a: 'not-applicable' }, [], []],
  ['not looked at', { a: 'fail' }, { a: 'unknown' }, [], []],
  ['not looked at before', { a: 'unknown' }, { a: 'fail' }, [], []],
  ['a check that is new here', { b: 'pass' }, { a: 'fail', b: 'pass' }, [], []],
  ['a check that is gone', { a: 'fail', b: 'pass' }, { b: 'pass' }, [], []],
  ['a name that every object has', { b: 'pass' }, { valueOf: 'fail' } as unknown as Outcomes, [], []],
  ['nothing', { a: 'fail' }, { a: 'fail' }, [], []],
])('%s', (_name, before, now, fixed, appeared) => {
  expect(lookAt(now, lookAt(before), tuesday).change).toEqual({ fixed, appeared });
});

test('a fault is not forgotten by a look that could not see', () => {
  const blind = lookAt({ a: 'unknown' }, lookAt({ a: 'fail' }), tuesday);
  expect(lookAt({ a: 'pass' }, blind, '2026-11-25T10:00:00.000Z').change.fixed).toEqual(['a']);
});

test('what is only worth knowing is no fault', () => {
  const informed = nextLook(null, reportOf({ a: 'fail' }, monday, 'information'));
  expect(nextLook(informed, reportOf({ a: 'pass' }, tuesday, 'information')).change.fixed).toEqual([]);
});

test('what is found later in the same reading adds to its change', () => {
  const first = lookAt({ a: 'pass', code: 'unknown' }, lookAt({ a: 'fail', code: 'fail' }), tuesday);
  const second = lookAt({ a: 'pass', code: 'pass' }, first, tuesday);
  expect(second.change).toEqual({ fixed: ['a', 'code'], appeared: [] });
  expect(lookAt({ a: 'pass', code: 'pass' }, second, tuesday).change).toEqual(second.change);
});

test.each([
  ['soon', '2026-11-24T10:05:00.000Z', ['a']],
  ['later', '2026-11-24T10:11:00.000Z', []],
])('opened again %s, the change stands or not', (_name, at, fixed) => {
  const changed = lookAt({ a: 'pass' }, lookAt({ a: 'fail' }), tuesday);
  expect(lookAt({ a: 'pass' }, changed, at).change.fixed).toEqual(fixed);
});
