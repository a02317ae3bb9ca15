// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { oneWay } from '../../core/model/finding.ts';
import type { ReportFinding } from '../../core/model/report.ts';
import { rubrics } from '../../core/rubrics/index.ts';
import { CodeActionsContext, type CodeLooking } from './code-actions.ts';
import { PopupView } from './popup-view.tsx';
import type { Judged, PopupProps } from './screen.ts';

const commit = '3f2a1c9d0b4e5f60718293a4b5c6d7e8f9012345';
const hostile = '<img src=x onerror=alert(1)> `a` ‮';

const finding = (row: string, outcome: ReportFinding['outcome']): ReportFinding => ({
  check: 'readme-exists',
  row,
  level: 'required',
  outcome,
  summary: `${row} ${hostile}`,
  evidence: [{ kind: 'line', path: 'docs/a b.md', line: 7, quote: hostile }],
  notes: [],
  fix: outcome === 'fail' ? oneWay('Write it.', 'one\ntwo') : null,
});

const row = (id: string, state: Judged['rows'][number]['state'], outcome: ReportFinding['outcome']) => ({
  id,
  statement: `Statement ${id}`,
  state,
  summary: `${id} ${hostile}`,
  findings: [finding(id, outcome)],
});

const judged: Judged = {
  report: {
    schema: 1,
    tool: { name: 'reprise', version: '0.1.0' },
    subject: 'someone/work',
    readAt: '2026-11-22T14:02:00.000Z',
    commit,
    rubric: { id: 'general', hash: '' },
    state: 'done',
    counts: { toFix: 2, tips: 0, fine: 2, notLookedAt: 0 },
    findings: [],
    image: null,
    notRead: [{ what: 'data/ (a submodule)', why: 'not-asked' }],
    notices: [],
  },
  repository: { owner: 'someone', name: 'work' },
  place: { owner: 'someone', name: 'work', branch: 'main' },
  dismissals: {},
  rubric: rubrics[0],
  rows: [row('a', 'to-fix', 'fail'), row('b', 'to-fix', 'fail'), row('c', 'fine', 'pass'), row('d', 'fine', 'pass')],
  inSight: [],
  file: null,
  headline: { title: '2 to fix', sentence: hostile },
  image: null,
  launch: null,
  isImageOnly: false,
  unaskedHub: [],
  obstacle: null,
};

const onCopy = vi.fn(async () => true);
const onPaste = vi.fn();

const props: PopupProps = {
  subject: { owner: 'someone', name: 'work', place: null, address: 'javascript:alert(1)' },
  notes: [],
  problem: null,
  pasted: '',
  change: null,
  isOwn: false,
  mayBePrivate: false,
  rubrics,
  rubricId: 'general',
  screen: { kind: 'judged', judged, isReading: false },
  isWelcomed: true,
  version: '0.1.0',
  onPaste,
  onChooseRubric: () => {},
  onRefresh: () => {},
  onAllowHosts: () => {},
  onAllowHub: () => {},
  onOpenOptions: () => {},
  onOpenWelcome: () => {},
  onCopy,
  onDismiss: async () => true,
  onMarkOwn: () => {},
};

const show = (change: Partial<PopupProps> = {}) =>
  act(() => render(<PopupView {...props} {...change} />, document.body));
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const click = (element: HTMLElement | undefined) => act(() => element?.click());
const heads = () => all('.rows:not(.is-calm) .row-head');

beforeEach(() => {
  render(null, document.body);
});

test('only the first thing to fix is open; what is fine is folded', () => {
  show();
  expect(heads().map((head) => head.getAttribute('aria-expanded'))).toEqual(['true', 'false']);
  expect(all('.is-fold').map((fold) => fold.innerText.trim())).toEqual(['2 more, all fine']);
  expect(document.querySelector<HTMLElement>('.is-calm')?.hidden).toBe(true);
});

test('a row opens and closes, and the others stay', () => {
  show();
  click(heads()[1]);
  expect(heads().map((head) => head.getAttribute('aria-expanded'))).toEqual(['true', 'true']);
  click(heads()[0]);
  expect(heads().map((head) => head.getAttribute('aria-expanded'))).toEqual(['false', 'true']);
});

test('every row says its state in words', () => {
  show();
  expect(all('.row-state').map((state) => state.innerText)).toEqual(['to fix', 'to fix', 'fine', 'fine']);
});

test('evidence leads to the line at the judged commit', () => {
  show();
  expect(document.querySelector('.code-where a')?.getAttribute('href')).toBe(
    `https://github.com/someone/work/blob/${commit}/docs/a%20b.md?plain=1#L7`,
  );
});

test('the fix is copied as it stands', () => {
  show();
  click(all('.copy')[0]);
  expect(onCopy).toHaveBeenCalledWith('one\ntwo');
});

test('hostile text is text, and an address that is not https is no link', () => {
  show();
  expect(all('img')).toEqual([]);
  expect(document.querySelector('.headline')?.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(all('.subject a')).toEqual([]);
});

test('what is to be known of the subject itself stands under the sentence', () => {
  const report = { ...judged.report, notices: ['someone/old is now someone/work.'] };
  show({ screen: { kind: 'judged', judged: { ...judged, report }, isReading: false } });
  expect(document.querySelector('.headline .notice')?.textContent).toBe('someone/old is now someone/work.');
});

test('without a thing to fix the first tip is open', () => {
  const rows = [row('a', 'not-looked-at', 'unknown'), row('b', 'tip', 'fail'), row('c', 'tip', 'fail')];
  show({ screen: { kind: 'judged', judged: { ...judged, rows }, isReading: false } });
  expect(heads().map((head) => head.getAttribute('aria-expanded'))).toEqual(['false', 'true', 'false']);
});

test('what a row’s line says is not said again below it', () => {
  const summary = 'Nobody can pull it. Either it is private, or there is no such image.';
  const refused = { ...finding('a', 'fail'), summary };
  const rows = [{ ...row('a', 'to-fix', 'fail'), summary, findings: [refused] }];
  show({ screen: { kind: 'judged', judged: { ...judged, rows }, isReading: false } });
  expect(document.querySelector('.row-summary')?.textContent).toBe('Nobody can pull it.');
  expect(document.querySelector('.finding p')?.textContent).toBe('Either it is private, or there is no such image.');
  expect(document.querySelector('.row')?.textContent?.match(/Nobody can pull it/g)).toHaveLength(1);
});

test('where nothing could be read, only that is said', () => {
  show({ screen: { kind: 'judged', judged: { ...judged, obstacle: { kind: 'offline' } }, isReading: false } });
  expect(all('.row, .bar, .legend, .scope, .not-read')).toEqual([]);
  expect(document.querySelector('.foot')?.textContent).not.toContain('Look again');
});

test('Escape closes the question for another subject and gives the focus back', () => {
  show();
  click(all('.icon-button')[0]);
  const input = document.querySelector('.subject-form input');
  act(
    () => void input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })),
  );
  expect(document.querySelector('.subject-form')).toBeNull();
  expect(document.activeElement?.className).toBe('icon-button');
});

test('what was not looked at is named', () => {
  show();
  expect(document.querySelector('.not-read')?.textContent).toContain('data/ (a submodule)');
});

test('when all is fine the rows stand open to view', () => {
  const fine = { ...judged, rows: judged.rows.filter(({ state }) => state === 'fine') };
  show({ screen: { kind: 'judged', judged: fine, isReading: false } });
  expect(heads()).toHaveLength(2);
  expect(all('.is-fold')).toEqual([]);
});

test.each([
  ['rate-limit', ['Add a token', 'Try again']],
  ['not-found-or-private', ['Add a token', 'Try again']],
  ['bad-token', ['Look at the token', 'Try again']],
  ['offline', ['Try again']],
  ['gone', []],
] as const)('the way out of %s', (kind, buttons) => {
  show({ screen: { kind: 'judged', judged: { ...judged, obstacle: { kind } }, isReading: false } });
  expect(all('.obstacle button').map((button) => button.innerText)).toEqual(buttons);
});

test('what was typed stays when it is not understood', async () => {
  show({ screen: { kind: 'nothing-here' }, subject: null });
  const input = document.querySelector('input');
  if (input === null) throw new Error('there is no field');
  await act(() => {
    input.value = 'two words';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  expect(onPaste).toHaveBeenCalledWith('two words');
  show({ screen: { kind: 'nothing-here' }, subject: null, problem: 'That is not one name.' });
  expect(document.querySelector('input')?.value).toBe('two words');
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('That is not one name.');
});

test('the frame of what comes is there at once', () => {
  show({ screen: { kind: 'reading', rubric: rubrics[0], progress: 'Reading the list of files…' } });
  expect(all('.row-statement').map((statement) => statement.innerText)).toEqual(
    rubrics[0].rows.map(({ statement }) => statement),
  );
  expect(document.querySelector('[role="status"]')?.textContent).toBe('Reading the list of files…');
});

test('looking into code that was asked for is told aloud in quarters; what is found is told when it is done', () => {
  const voiceAt = (looking: CodeLooking | null) => {
    const value = { looking, onLook: () => {}, onCancel: () => {} };
    act(() =>
      render(
        <CodeActionsContext.Provider value={value}>
          <PopupView {...props} />
        </CodeActionsContext.Provider>,
        document.body,
      ),
    );
    return document.querySelector('[role="status"]')?.textContent;
  };
  const heard = [0, 52, 53, 104, 105, 209, 210].map((files) =>
    voiceAt({ kind: 'reading', files, of: 210, isAsked: true }),
  );
  expect(heard).toEqual([0, 0, 25, 25, 50, 75, 100].map((percent) => `Reading code: ${percent} percent.`));
  const verdict = voiceAt(null);
  expect(verdict).toMatch(/^2 to fix\./);
  expect(voiceAt({ kind: 'reading', files: 1, of: 2, isAsked: false })).toBe(verdict);
});
