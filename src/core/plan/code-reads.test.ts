import { expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import readmeExists from '../checks/readme-exists.ts';
import { limits } from '../model/limits.ts';
import type { Rubric } from '../model/rubric.ts';
import { snapshotOf } from '../model/snapshot.test-support.ts';
import type { CodeReading } from '../model/snapshot.ts';
import { unread } from '../model/unread.ts';
import { general } from '../rubrics/general.ts';
import type { CodeLook } from './code-reads.ts';
import { codeToOffer, nextReads } from './next-reads.ts';

/** A rubric of one check that asks for code, and one that asks for the README. */
const ofCode = { ...readmeExists, id: 'of-code', reads: ['code' as const] };
const list = [...checks.filter(({ id }) => id === 'readme-exists'), ofCode];
const rubricOf = (...ids: readonly string[]): Rubric => ({
  ...general,
  rows: ids.map((check) => ({ id: check, statement: check, checks: [{ check, level: 'recommended' }] })),
});

const files = { 'README.md': 'Measures sleep.', 'run.py': 'import numpy', 'src/a.py': '', 'notes.txt': '' };
const looked = (path: string, id = 'a'.repeat(40)): CodeReading => ({ path, id, reading: unread('timeout') });
const next = (look: CodeLook, { code = [] as readonly CodeReading[], rubric = rubricOf('of-code') } = {}) =>
  nextReads(snapshotOf(files, { code }), rubric, limits, list, look).map((read) =>
    read.what === 'code' ? read.entry.path : read.what,
  );

test('code is looked into where a check asks for it and somebody may', () => {
  expect(next('never')).toEqual([]);
  expect(next('when-small')).toEqual(['run.py', 'src/a.py']);
  expect(next('asked')).toEqual(['run.py', 'src/a.py']);
  expect(next('asked', { rubric: rubricOf('readme-exists') })).toEqual([]);
});

test('larger code only when it was asked for', () => {
  const many = Object.fromEntries(Array.from({ length: limits.smallCodeFiles.most + 1 }, (_, at) => [`${at}.py`, '']));
  const reads = (look: CodeLook) => nextReads(snapshotOf(many), rubricOf('of-code'), limits, list, look).length;
  expect((['never', 'when-small', 'asked'] as const).map(reads)).toEqual([0, 0, limits.smallCodeFiles.most + 1]);
});

test('what was looked into is not asked for again, whether it succeeded or not; another blob is', () => {
  expect(next('asked', { code: [looked('run.py')] })).toEqual(['src/a.py']);
  expect(next('asked', { code: [looked('run.py', 'b'.repeat(40))] })).toEqual(['run.py', 'src/a.py']);
});

test('texts come before code', () => {
  const whole = snapshotOf(files);
  const snapshot = { ...whole, repository: whole.repository && { ...whole.repository, texts: [] } };
  const reads = nextReads(snapshot, rubricOf('readme-exists', 'of-code'), limits, list, 'asked');
  expect(reads.map(({ what }) => what)).toEqual(['text']);
});

test('what is left is offered where a check asks for it', () => {
  const offered = (rubric: Rubric, code: readonly CodeReading[] = []) =>
    codeToOffer(snapshotOf(files, { code }), rubric, limits, list)?.entries.length ?? null;
  expect(offered(rubricOf('of-code'))).toBe(2);
  expect(offered(rubricOf('of-code'), [looked('run.py')])).toBe(1);
  expect(offered(rubricOf('of-code'), [looked('run.py'), looked('src/a.py')])).toBeNull();
  expect(offered(rubricOf('readme-exists'))).toBeNull();
});
