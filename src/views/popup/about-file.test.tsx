// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { lineEvidence, treeEvidence } from '../../core/model/finding.ts';
import type { ReportFinding } from '../../core/model/report.ts';
import type { ReportRow } from '../../core/report/rows.ts';
import { AboutFile, rowAboutFile } from './about-file.tsx';
import type { Judged } from './screen.ts';

const finding = (outcome: ReportFinding['outcome'], path: string | null): ReportFinding => ({
  check: 'dockerfile-is-valid',
  row: 'row',
  level: 'required',
  outcome,
  summary: 'A sentence.',
  evidence: [path === null ? treeEvidence('Dockerfile', 3) : lineEvidence(path, 1, 'FROM x')],
  notes: [],
  fix: null,
});

const row = (id: string, ...findings: readonly ReportFinding[]): ReportRow => ({
  id,
  statement: id,
  state: 'fine',
  summary: '',
  findings,
});

const judged = (file: string | null, ...rows: readonly ReportRow[]) => ({ file, rows }) as unknown as Judged;
const fails = ({ outcome }: ReportFinding) => outcome === 'fail';

const calm = row('calm', finding('pass', 'Dockerfile'));
const loud = row('loud', finding('pass', null), finding('fail', 'Dockerfile'));
const other = row('other', finding('fail', 'docker/Dockerfile'));

test.each<[string, Judged, string | null]>([
  ['what asks something, before what is in order', judged('Dockerfile', calm, loud), 'loud'],
  ['what is in order, where nothing asks', judged('Dockerfile', other, calm), 'calm'],
  ['nothing of a file of another folder', judged('Dockerfile', other), null],
  ['nothing where the page shows no file', judged(null, calm, loud), null],
  ['nothing of what stands on no line', judged('Dockerfile', row('tree', finding('fail', null))), null],
])('the row for the shown file is %s', (_name, given, id) => {
  expect(rowAboutFile(given, fails)?.id ?? null).toBe(id);
});

beforeEach(() => render(null, document.body));

test.each<[Judged, string]>([
  [judged('Dockerfile', calm, loud), 'Dockerfile: 2 findings are about this file.'],
  [judged('Dockerfile', calm), 'Dockerfile: one finding is about this file.'],
  [judged('README.md', calm), ''],
  [judged(null, calm), ''],
])('what is said of it', (given, words) => {
  act(() => render(<AboutFile judged={given} />, document.body));
  expect(document.body.textContent).toBe(words);
});
