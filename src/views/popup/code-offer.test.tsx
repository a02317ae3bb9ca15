// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReportFinding } from '../../core/model/report.ts';
import type { ReportRow } from '../../core/report/rows.ts';
import { general } from '../../core/rubrics/general.ts';
import { CodeActionsContext, type CodeLooking } from './code-actions.ts';
import { RowList } from './row-list.tsx';
import type { Judged } from './screen.ts';

const finding = (check: string, outcome: ReportFinding['outcome'], change: Partial<ReportFinding> = {}) => ({
  check,
  row: check,
  level: 'recommended' as const,
  outcome,
  summary: outcome === 'unknown' ? 'the code: Not looked at yet.' : `Summary of ${check}.`,
  evidence: [],
  notes: [],
  fix: null,
  ...change,
});
const waiting = finding('code-has-no-machine-paths', 'unknown', { why: { kind: 'not-asked' } });
const row = (id: string, state: ReportRow['state'], ...findings: readonly ReportFinding[]): ReportRow => ({
  id,
  statement: `Row ${id}`,
  state,
  summary: findings[0]?.summary ?? '',
  findings,
});
const rows = [
  row('paths', 'not-looked-at', waiting),
  row('imports', 'not-looked-at', waiting),
  row('readme', 'fine', finding('readme-exists', 'pass')),
  row('pins', 'fine', finding('dependencies-are-pinned', 'pass')),
];

const [onLook, onCancel] = [vi.fn(), vi.fn()];

function show(looking: CodeLooking | null, shown: readonly ReportRow[] = rows, inSight: readonly string[] = []) {
  const judged = {
    rows: shown,
    inSight,
    rubric: general,
    place: null,
    dismissals: {},
    image: null,
  } as unknown as Judged;
  act(() =>
    render(
      <CodeActionsContext.Provider value={{ looking, onLook, onCancel }}>
        <RowList judged={judged} />
      </CodeActionsContext.Provider>,
      document.body,
    ),
  );
}
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
const button = () => document.querySelector<HTMLButtonElement>('.code-offer button');

const offered: CodeLooking = { kind: 'offered', files: 210, bytes: 3_400_000, isRest: false };
const asked: CodeLooking = { kind: 'reading', files: 12, of: 210, isAsked: true };

beforeEach(() => {
  render(null, document.body);
  vi.clearAllMocks();
});

describe('larger code', () => {
  test('has one button, in the first row that waits for it, without opening the row', () => {
    show(offered);
    expect(texts('.code-offer')).toEqual(['Look into the code (210 files, 3.4 MB)']);
    expect(button()?.closest('.row')?.querySelector('.row-statement')?.textContent).toBe('Row paths');
    act(() => button()?.click());
    expect(onLook).toHaveBeenCalledOnce();
  });

  test.each([
    [{ ...offered, isRest: true }, 'Look into the rest of the code (210 files, 3.4 MB)'],
    [{ ...offered, files: 1, bytes: 12 }, 'Look into the code (1 file, 12 bytes)'],
  ])('%j', (looking, words) => {
    show(looking);
    expect(texts('.code-offer')).toEqual([words]);
  });

  test('while it goes on, the same button cancels, and the words beside it tell how far it is', () => {
    show(offered);
    button()?.focus();
    show(asked);
    expect(document.activeElement).toBe(button());
    expect(texts('.code-offer')).toEqual(['CancelReading code: 12 of 210 files…']);
    expect(document.querySelector('.code-offer .meter')).not.toBeNull();
    act(() => button()?.click());
    expect(onCancel).toHaveBeenCalledOnce();
    // The other row that waits tells it too.
    expect(texts('.row-summary')).toEqual([
      'the code: Not looked at yet.',
      'Reading code: 12 of 210 files…',
      'Summary of readme-exists.',
      'Summary of dependencies-are-pinned.',
    ]);
  });

  test('when it is done the button is gone, and the focus stays in its row', () => {
    show(asked);
    button()?.focus();
    show(null, [row('paths', 'fine', finding('code-has-no-machine-paths', 'pass')), ...rows.slice(2)], ['paths']);
    expect(button()).toBeNull();
    expect(document.activeElement?.textContent).toMatch(/^Row paths/);
  });
});

test('small code has no button: the rows that wait tell how far it is', () => {
  show({ kind: 'reading', files: 3, of: 12, isAsked: false });
  expect(button()).toBeNull();
  expect(texts('.row.is-not-looked-at .row-summary')).toEqual(Array(2).fill('Reading code: 3 of 12 files…'));
});

test('what was not looked at for several reasons is told in sentences', () => {
  const waiting = finding('code-has-no-machine-paths', 'unknown');
  show(offered, [row('paths', 'not-looked-at', waiting, { ...waiting, summary: 'Another thing was not read.' })]);
  expect(texts('.row-summary')[0]).toMatch(/^[^.]+\. Another thing was not read/);
});

test('a row that is not looked at for another reason has no part in it', () => {
  const offline = finding('code-has-no-machine-paths', 'unknown', { why: { kind: 'offline' }, summary: 'Offline.' });
  const image = finding('image-exists-and-is-public', 'unknown', { why: { kind: 'not-asked' }, summary: 'Not asked.' });
  show(asked, [row('paths', 'not-looked-at', offline), row('image', 'not-looked-at', image)]);
  expect(texts('.row-summary')).toEqual(['Offline.', 'Not asked.']);
  expect(button()).toBeNull();
});

test('a row that was in sight stays there when it is fine now', () => {
  const fine = row('paths', 'fine', finding('code-has-no-machine-paths', 'pass'));
  const all = [row('image', 'to-fix', finding('image-exists-and-is-public', 'fail')), fine, ...rows.slice(2)];
  show(null, all, ['paths', 'image']);
  expect(texts('.rows:not(.is-calm) .row-statement')).toEqual(['Row image', 'Row paths']);
  expect(texts('.is-fold')).toEqual(['2 more, all fine']);
});
