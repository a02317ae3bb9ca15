// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ReportFinding } from '../../core/model/report.ts';
import type { ReportRow } from '../../core/report/rows.ts';
import { general } from '../../core/rubrics/general.ts';
import { HubOffer } from './hub-offer.tsx';
import { RowList } from './row-list.tsx';
import type { Judged } from './screen.ts';

const finding = (check: string, outcome: ReportFinding['outcome']): ReportFinding => ({
  check,
  row: 'row',
  level: outcome === 'unknown' ? 'information' : 'required',
  outcome,
  summary: `Summary of ${check}.`,
  ...(outcome === 'unknown' ? { why: { kind: 'permission-needed' } } : {}),
  evidence: [],
  notes: [],
  fix: null,
});
const row = (id: string, state: ReportRow['state'], ...findings: readonly ReportFinding[]): ReportRow => ({
  id,
  statement: `Row ${id}`,
  state,
  summary: findings[0]?.summary ?? '',
  findings,
});
const unasked = finding('base-image-exists', 'unknown');
const rows = [
  row('readme', 'to-fix', finding('readme-exists', 'fail')),
  row(
    'builds',
    'fine',
    finding('dockerfile-is-valid', 'pass'),
    finding('dockerfile-installs-as-root', 'pass'),
    unasked,
  ),
  row('image', 'not-asked', unasked),
];

const onAllow = vi.fn();
const judged = { rows, inSight: [], rubric: general, place: null, dismissals: {}, image: null, unaskedHub: [] };

function show(unaskedHub: readonly string[]) {
  const shown = { ...judged, unaskedHub } as unknown as Judged;
  act(() =>
    render(
      <>
        <RowList judged={shown} />
        <HubOffer judged={shown} onAllow={onAllow} />
      </>,
      document.body,
    ),
  );
}
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent);

beforeEach(() => {
  act(() => render(null, document.body));
  onAllow.mockClear();
});

test('a row that waits for nothing else is folded behind one line, below what is to be mended', () => {
  show(['python:3.12']);
  expect(texts('.rows:not(.is-calm) .row-statement')).toEqual(['Row readme', 'Row builds']);
  expect(texts('.fold-words')).toEqual(['1 not asked']);
});

test('a row that is else in order says what was not asked, and is fine', () => {
  show(['python:3.12']);
  expect(texts('.row.is-fine .row-summary')).toEqual(['Two things looked at, all fine · 1 not asked']);
  act(() => document.querySelector<HTMLElement>('.row.is-fine .row-head')?.click());
  expect(texts('.row.is-fine .quiet summary').at(-1)).toBe('1 not asked');
});

test('one click allows Docker Hub, and the images are named', () => {
  show(['python:3.12', 'lab/tools']);
  expect(texts('.hub-offer p')).toEqual([
    'Docker Hub was not asked for python:3.12, lab/tools. Asking tells it these names.',
  ]);
  act(() => document.querySelector<HTMLElement>('.hub-offer button')?.click());
  expect(onAllow).toHaveBeenCalledOnce();
});

test('where no image there is left to ask for, nothing is offered', () => {
  show([]);
  expect(texts('.hub-offer')).toEqual([]);
});
