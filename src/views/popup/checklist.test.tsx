// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Dismissals } from '../../core/model/dismissals.ts';
import { type Evidence, oneWay } from '../../core/model/finding.ts';
import type { Report, ReportFinding } from '../../core/model/report.ts';
import type { Rubric } from '../../core/model/rubric.ts';
import { headlineOf } from '../../core/report/headline.ts';
import { rowsOf } from '../../core/report/rows.ts';
import { general } from '../../core/rubrics/general.ts';
import { PopupView } from './popup-view.tsx';
import type { PopupProps } from './screen.ts';

const commit = '3f2a1c9d0b4e5f60718293a4b5c6d7e8f9012345';
const line = (path: string, number: number): Evidence => ({
  kind: 'line',
  path,
  line: number,
  quote: `line ${number}`,
});

/** A list as long as those of a course: rows of several checks each. */
const rubric: Rubric = {
  ...general,
  rows: ['readme', 'environment', 'pins', 'image', 'code'].map((id) => ({
    id,
    statement: `Row ${id}`,
    checks: [{ check: 'readme-exists', level: 'required' }],
  })),
};

const finding = (
  row: string,
  check: string,
  outcome: ReportFinding['outcome'],
  change: Partial<ReportFinding> = {},
) => ({
  check,
  row,
  level: 'required' as const,
  outcome,
  summary: `Summary of ${check}.`,
  evidence: [line('README.md', 7)],
  notes: [],
  fix: outcome === 'fail' ? oneWay('Mend it.', `mend ${check}`) : null,
  ...change,
});

const several: readonly ReportFinding[] = [
  finding('readme', 'readme-exists', 'pass'),
  finding('readme', 'readme-two', 'pass'),
  finding('environment', 'environment-one', 'fail', { evidence: [3, 9, 5].map((one) => line('environment.yml', one)) }),
  finding('environment', 'environment-two', 'fail'),
  finding('environment', 'environment-three', 'pass'),
  finding('environment', 'environment-four', 'not-applicable'),
  finding('pins', 'pins', 'fail', { level: 'recommended', summary: '12 of 15 packages are pinned.' }),
  finding('image', 'image', 'not-applicable'),
  finding('code', 'code', 'pass'),
];

const onDismiss = vi.fn(async (_check: string, _reason: string | null) => true);
const onCopy = vi.fn(async (_text: string) => true);

function propsOf(findings: readonly ReportFinding[], dismissals: Dismissals = {}): PopupProps {
  const count = (is: (one: ReportFinding) => boolean) => findings.filter(is).length;
  const report: Report = {
    schema: 1,
    tool: { name: 'reprise', version: '0.1.0' },
    subject: 'someone/work',
    readAt: '2026-11-22T14:02:00.000Z',
    commit,
    rubric: { id: rubric.id, hash: 'f'.repeat(64) },
    state: 'done',
    counts: {
      toFix: count(({ outcome, level }) => outcome === 'fail' && level === 'required'),
      tips: count(({ outcome, level }) => outcome === 'fail' && level === 'recommended'),
      fine: count(({ outcome }) => outcome === 'pass'),
      notLookedAt: 0,
    },
    findings,
    image: null,
    notRead: [],
    notices: [],
  };
  return {
    subject: { owner: 'someone', name: 'work', place: null, address: 'https://github.com/someone/work' },
    notes: [],
    problem: null,
    pasted: '',
    change: null,
    isOwn: false,
    mayBePrivate: false,
    rubrics: [general],
    rubricId: 'general',
    screen: {
      kind: 'judged',
      isReading: false,
      judged: {
        report,
        rubric,
        repository: { owner: 'someone', name: 'work' },
        place: { owner: 'someone', name: 'work', branch: 'main' },
        dismissals,
        rows: rowsOf(report, rubric, dismissals),
        inSight: [],
        file: null,
        headline: headlineOf(report, rubric, dismissals),
        image: null,
        launch: null,
        isImageOnly: false,
        unaskedHub: [],
        obstacle: null,
      },
    },
    isWelcomed: true,
    version: '0.1.0',
    onPaste: () => {},
    onChooseRubric: () => {},
    onRefresh: () => {},
    onAllowHosts: () => {},
    onAllowHub: () => {},
    onOpenOptions: () => {},
    onOpenWelcome: () => {},
    onCopy,
    onDismiss,
    onMarkOwn: () => {},
  };
}

const show = (props: PopupProps = propsOf(several)) => act(() => render(<PopupView {...props} />, document.body));
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string) => document.querySelector<HTMLElement>(selector);
const click = (element: HTMLElement | null | undefined) => act(() => element?.click());
const button = (words: string) => all('button').find((each) => each.textContent === words);
const key = (target: Element | null, name: string) =>
  act(() => void target?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));

async function type(element: HTMLInputElement | HTMLTextAreaElement | null, text: string) {
  if (element === null) throw new Error('there is no field');
  await act(() => {
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

beforeEach(() => {
  render(null, document.body);
  onDismiss.mockReset().mockResolvedValue(true);
  onCopy.mockClear();
});

describe('rows of several checks', () => {
  test('title, bar and legend count the same findings', () => {
    show();
    expect(one('h1')?.textContent).toBe('2 to fix');
    expect(all('.legend li').map((each) => each.textContent)).toEqual([
      '2 to fix',
      '1 tip',
      '4 fine',
      '2 do not apply',
    ]);
    expect(all('.bar i').map((each) => [each.className, each.style.flexGrow])).toEqual([
      ['is-to-fix', '2'],
      ['is-tip', '1'],
      ['is-fine', '4'],
    ]);
  });

  test('the worst comes first and is open; its own order is worst first too', () => {
    show();
    expect(all('.rows:not(.is-calm) .row-statement').map((each) => each.textContent)).toEqual([
      'Row environment',
      'Row pins',
    ]);
    expect(one('.row-head')?.getAttribute('aria-expanded')).toBe('true');
    expect(one('.row-state')?.textContent).toBe('2 to fix');
    expect(all('.finding-head').map((each) => each.textContent)).toEqual([
      'to fix: Summary of environment-one.',
      'to fix: Summary of environment-two.',
    ]);
  });

  test('what is fine and what does not apply is folded, inside a row and below the rows', () => {
    show();
    expect(all('.row .quiet summary').map((each) => each.textContent)).toEqual([
      'fine: Summary of environment-three.',
      '1 does not apply',
    ]);
    expect(all('.is-fold').map((each) => each.textContent)).toEqual(['2 more, all fine', '1 does not apply']);
  });

  test('what keeps the rest of a row from being looked at is told first, once, and the row is open', () => {
    const cause = finding('image', 'image-exists-and-is-public', 'fail', {
      level: 'recommended',
      summary: 'It is private.',
    });
    const rest = ['image-tag', 'image-platform'].map((check) =>
      finding('image', check, 'unknown', { summary: 'It is private, so it was not looked at.', evidence: [] }),
    );
    show(propsOf([finding('code', 'code', 'pass'), ...rest, cause]));
    expect(one('.row.is-not-looked-at .row-head')?.getAttribute('aria-expanded')).toBe('true');
    expect(one('.row-summary')?.textContent).toBe('It is private · 2 not looked at');
    expect(all('.finding-head').map((each) => each.textContent)).toEqual([
      'tip: It is private.',
      '2 not looked at: It is private, so it was not looked at.',
    ]);
  });

  test('a part of a whole is drawn beside the words', () => {
    show();
    expect(one('.row.is-tip .row-summary')?.textContent).toBe('12 of 15 packages are pinned.');
    expect(one('.row.is-tip .meter i')?.style.width).toBe('80%');
  });

  test('the lines of one file stand in one box, each with its own link', () => {
    show();
    const gutters = all('.finding .code-gutter a').map((each) => each.getAttribute('href'));
    expect(gutters).toEqual(
      [3, 5, 9].map((number) => `https://github.com/someone/work/blob/${commit}/environment.yml?plain=1#L${number}`),
    );
  });

  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 0],
    ['End', 0, 3],
    ['Home', 2, 0],
  ])('%s goes from row %i to row %i', (name, from, to) => {
    show();
    const heads = all('.row-head').filter((head) => head.closest('[hidden]') === null);
    heads[from]?.focus();
    key(heads[from] ?? null, name);
    expect(heads.indexOf(document.activeElement as HTMLElement)).toBe(to);
  });
});

describe('where a fault is mended', () => {
  test.each([
    [true, 'Edit on GitHub'],
    [false, 'Propose a change on GitHub'],
    [null, 'Propose a change on GitHub'],
  ])('an owner (%s) is led to the editor by “%s”', (isOwn, words) => {
    show({ ...propsOf(several), isOwn });
    const link = one('.finding-foot a');
    expect(link?.textContent).toBe(words);
    expect(link?.getAttribute('href')).toBe('https://github.com/someone/work/edit/main/environment.yml#L3');
  });
});

describe('dismissing', () => {
  test('asks for a reason first, and hands it on', async () => {
    show();
    click(button('Dismiss…'));
    const input = document.querySelector<HTMLInputElement>('.inline-form input');
    expect(document.activeElement).toBe(input);
    await act(() => button('Dismiss')?.click());
    expect(onDismiss).not.toHaveBeenCalled();
    expect(one('.inline-form [role="alert"]')?.textContent).toMatch(/Give a reason/);
    await type(input, '  on purpose ');
    await act(() => button('Dismiss')?.click());
    expect(onDismiss).toHaveBeenCalledWith('environment-one', 'on purpose');
  });

  test('a full storage is said', async () => {
    onDismiss.mockResolvedValue(false);
    show();
    click(button('Dismiss…'));
    await type(document.querySelector('.inline-form input'), 'on purpose');
    await act(async () => button('Dismiss')?.click());
    expect(one('.inline-form [role="alert"]')?.textContent).toMatch(/storage is full/);
  });

  test('Escape closes the form and gives the focus back', () => {
    show();
    click(button('Dismiss…'));
    key(one('.inline-form input'), 'Escape');
    expect(one('.inline-form')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Dismiss…');
  });

  test('what is dismissed is marked, counted apart, and can be taken back', async () => {
    show(propsOf(several, { pins: 'numbers do not matter here' }));
    expect(one('h1')?.textContent).toBe('2 to fix, 1 dismissed');
    expect(all('.legend li').map((each) => each.textContent)).toContain('1 dismissed');
    click(one('.row.is-dismissed .row-head'));
    expect(one('.dismissed')?.textContent).toContain('numbers do not matter here');
    expect(one('.row.is-dismissed .is-fix')).toBeNull();
    await act(() => button('Undo')?.click());
    expect(onDismiss).toHaveBeenCalledWith('pins', null);
  });
});

describe('“This is wrong”', () => {
  const bodyOf = () => document.querySelector<HTMLTextAreaElement>('.inline-form textarea');
  const address = () => new URL(document.querySelector<HTMLAnchorElement>('.inline-form a')?.href ?? '');

  test('shows the issue before anything is opened, and takes what the reader made of it', async () => {
    show();
    click(button('This is wrong'));
    expect(bodyOf()?.value).toContain('environment-one');
    await type(bodyOf(), 'It is right as it is.');
    expect(address().searchParams.get('body')).toBe('It is right as it is.');
    expect(address().pathname).toMatch(/\/issues\/new$/);
  });

  test('names nothing that may be private, and says so', () => {
    show({ ...propsOf(several), mayBePrivate: true });
    click(button('This is wrong'));
    expect(bodyOf()?.value).not.toMatch(/someone|work|environment\.yml/);
    expect(one('.inline-form .hint')?.textContent).toMatch(/may be private/);
  });
});

describe('what is taken along', () => {
  test.each([
    ['Copy report', /## someone\/work: 2 to fix/],
    ['Copy what is left', /## Left to fix in someone/],
  ])('%s', (label, text) => {
    show();
    click(one(`[aria-label="${label}"]`));
    expect(onCopy.mock.lastCall?.[0]).toMatch(text);
  });

  test('where nothing is left, that is not offered', () => {
    show(propsOf(several.filter(({ outcome }) => outcome === 'pass')));
    expect(one('[aria-label="Copy what is left"]')).toBeNull();
    expect(one('[aria-label="Copy report"]')).not.toBeNull();
  });
});

test('the change since the last look stands under the sentence, and is read aloud with the verdict', () => {
  show({ ...propsOf(several), change: { fixed: ['a', 'b'], appeared: ['c'] } });
  expect(one('.change')?.textContent).toBe('Since your last look: 2 fixed, 1 new.');
  expect(one('[role="status"]')?.textContent).toMatch(/^2 to fix\. .*Since your last look: 2 fixed, 1 new\.$/);
});

test('one place speaks from the first word to the verdict', () => {
  show({ ...propsOf(several), screen: { kind: 'reading', rubric, progress: 'Reading…' } });
  const voice = one('[role="status"]');
  expect(voice?.textContent).toBe('Reading…');
  show();
  expect(one('[role="status"]')).toBe(voice);
});
