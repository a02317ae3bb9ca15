// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import type { PageContext, PageShape } from '../../test/github-pages/page-context.ts';
import type { RenderOptions } from '../../test/github-pages/render-page.ts';
import type { PageMessage } from '../core/model/badge-state.ts';
import type { Runtime } from './ask-background.ts';
import { badgeName } from './badge.ts';
import { showPage } from './page-fixture.test-support.ts';
import { showBadges } from './show-badges.ts';

type Listener = (message?: { type?: unknown }) => void;

// Closed roots are kept by the test alone, so that it can read the words.
const roots = new WeakMap<Element, ShadowRoot>();
const attachShadow = Element.prototype.attachShadow;

let listeners: Listener[];
let runtime: {
  id: string | undefined;
  sendMessage: Mock<Runtime['sendMessage']>;
  onMessage: { addListener: (l: Listener) => void };
};
let thrown: unknown[];

const badges = () => [...document.getElementsByTagName(badgeName)];
const button = () => roots.get(badges()[0] as Element)?.querySelector('button');
const words = () => button()?.textContent;
const later = (milliseconds = 40) => vi.advanceTimersByTimeAsync(milliseconds);
const asked = (): PageMessage[] => runtime.sendMessage.mock.calls.map(([message]) => message);
const answer = (state: unknown) => runtime.sendMessage.mockResolvedValue(state);
const news = () => {
  for (const listener of listeners) listener({ type: 'badge/refresh' });
};

async function open(shape: PageShape, changes: Partial<PageContext> = {}, options: RenderOptions = {}) {
  showPage(shape, changes, options);
  showBadges(runtime);
  await later();
}

async function visit(shape: PageShape, changes: Partial<PageContext> = {}) {
  showPage(shape, changes);
  document.documentElement.dispatchEvent(new Event('turbo:load', { bubbles: true }));
  await later();
}

const remember = (event: ErrorEvent | PromiseRejectionEvent) => void thrown.push(event);

beforeEach(() => {
  vi.useFakeTimers();
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.set(this, root);
    return root;
  };
  listeners = [];
  thrown = [];
  runtime = { id: 'reprise', sendMessage: vi.fn(), onMessage: { addListener: (listener) => listeners.push(listener) } };
  answer({ kind: 'to-fix', count: 2 });
  window.addEventListener('error', remember);
});
afterEach(async () => {
  // As after an update: every script of this test stops.
  runtime.id = undefined;
  window.dispatchEvent(new Event('popstate'));
  await later(10_000);
  expect(badges()).toHaveLength(0);
  expect(thrown).toEqual([]);
  window.removeEventListener('error', remember);
  Element.prototype.attachShadow = attachShadow;
  vi.useRealTimers();
});

describe('asking', () => {
  test.each(['root-signed-out', 'root-signed-in-2025', 'root-signed-in-2026', 'sidebar-only'] as const)(
    '%s with something to judge: once, at once',
    async (shape) => {
      await open(shape);
      expect(asked()).toEqual([{ type: 'badge/get', owner: 'mira-lund', repo: 'sleep-report', visibility: 'public' }]);
      expect(words()).toBe('2 to fix');
      expect(badges()).toHaveLength(1);
    },
  );

  test.each(['issue', 'blob-signed-out-2021'] as const)('%s by itself: waits as Check', async (shape) => {
    await open(shape, {
      path: shape === 'issue' ? '/mira-lund/sleep-report/issues/7' : '/mira-lund/sleep-report/blob/main/a.md',
    });
    await later(60_000);
    expect(asked()).toEqual([]);
    expect(words()).toBe('Check');
  });

  test('nothing to judge: waits as Check', async () => {
    await open('root-signed-out', { files: [{ name: 'README.md', directory: false }] });
    await later(60_000);
    expect(asked()).toEqual([]);
    expect(words()).toBe('Check');
  });

  test('one’s own repository is judged whatever it holds', async () => {
    await open('root-signed-in-2026', { viewer: 'mira-lund', files: [] });
    expect(words()).toBe('2 to fix');
  });

  test.each(['private', 'internal'] as const)('%s: the background hears it', async (visibility) => {
    answer({ kind: 'private' });
    await open('root-signed-in-2026', { visibility, viewer: 'ada' });
    expect(asked()).toMatchObject([{ visibility: 'private' }]);
    expect(words()).toBe('private: add a token');
  });

  test('metas missing: unknown, and only after they had time to come', async () => {
    showPage('root-signed-in-2025');
    for (const element of document.querySelectorAll('meta,script')) element.remove();
    showBadges(runtime);
    await later(1_000);
    expect(asked()).toEqual([]);
    await later(5_000);
    expect(asked()).toMatchObject([{ visibility: 'unknown' }]);
  });

  test('on a page of another branch it shows the default one, says so, and names the other', async () => {
    await open('root-signed-out', { path: '/mira-lund/sleep-report/tree/fix/plot' });
    // The verdict shown is the default branch’s, so no other place is asked about.
    expect(asked()).toEqual([expect.not.objectContaining({ ref: expect.anything() })]);
    expect(button()?.title).toBe('Reprise: 2 to fix. Shows main; click to look at fix/plot.');
  });

  test('the tab remembers that there was something to judge', async () => {
    await open('root-signed-out');
    await visit('issue', { path: '/mira-lund/sleep-report/issues/7' });
    expect(asked()).toHaveLength(2);
    expect(words()).toBe('2 to fix');
  });
});

describe('pages that are no repository’s', () => {
  test.each([
    ['settings', '/settings/tokens'],
    ['not-found', '/mira-lund/sleep-report'],
    ['settings', '/mira-lund'],
  ] as const)('%s at %s: nothing, and nothing is watched', async (shape, path) => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    await open(shape, { path, viewer: 'ada' });
    await later(60_000);
    expect(badges()).toHaveLength(0);
    expect(observe).not.toHaveBeenCalled();
    expect(asked()).toEqual([]);
    observe.mockRestore();
  });

  test('a page of GitHub that we do not know: nothing, for it names no repository', async () => {
    await open('settings', { path: '/brand-new/product', viewer: 'ada' });
    await later(60_000);
    expect(badges()).toHaveLength(0);
  });

  test('there and back again', async () => {
    await open('settings', { path: '/settings/tokens', viewer: 'ada' });
    await visit('root-signed-in-2026', { viewer: 'ada' });
    expect(words()).toBe('2 to fix');
    await visit('settings', { path: '/settings/tokens', viewer: 'ada' });
    expect(badges()).toHaveLength(0);
    await visit('root-signed-in-2026', { viewer: 'ada' });
    expect(words()).toBe('2 to fix');
  });
});

describe('another repository', () => {
  test('a late answer for the first is dropped', async () => {
    let answerFirst = (_: unknown) => {};
    runtime.sendMessage.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)));
    await open('root-signed-out');
    expect(words()).toBe('checking…');
    answer({ kind: 'nothing-missing' });
    await visit('root-signed-out', { name: 'second', path: '/mira-lund/second' });
    answerFirst({ kind: 'to-fix', count: 9 });
    await later();
    expect(words()).toBe('nothing required is missing');
  });

  test('noticed without any event of the page', async () => {
    await open('root-signed-out');
    showPage('root-signed-out', { name: 'second', path: '/mira-lund/second' });
    await later();
    expect(asked()).toMatchObject([{ repo: 'sleep-report' }, { repo: 'second' }]);
  });

  test('data of the first page that stayed behind are not used', async () => {
    await open('root-signed-out');
    const stale = document.querySelector('script')?.cloneNode(true) as HTMLElement;
    await visit('root-signed-out', { name: 'second', path: '/mira-lund/second', visibility: 'private', files: [] });
    document.querySelector('script')?.replaceWith(stale);
    document.dispatchEvent(new Event('soft-nav:react-done'));
    await later(60_000);
    expect(asked().filter((message) => message.type === 'badge/get' && message.repo === 'second')).toEqual([]);
    expect(words()).toBe('Check');
  });

  test('metas that come after the address: asked once, as public', async () => {
    await open('issue', { path: '/mira-lund/sleep-report/issues/7' });
    const before = document.querySelector('meta[name$="_nwo"]')?.getAttribute('content') ?? '';
    showPage('root-signed-out', { name: 'second', path: '/mira-lund/second' });
    const script = document.querySelector('script') as HTMLElement;
    const meta = document.querySelector('meta[name$="_nwo"]');
    script.remove();
    meta?.setAttribute('content', before);
    await later(500);
    meta?.setAttribute('content', 'mira-lund/second');
    await later(5_000);
    expect(asked()).toMatchObject([{ repo: 'second', visibility: 'public' }]);
  });
});

describe('asking again', () => {
  test('when the background has news, even where nothing was asked', async () => {
    await open('issue', { path: '/mira-lund/sleep-report/issues/7' });
    news();
    await later();
    expect(words()).toBe('2 to fix');
  });

  test('when the page is seen again, but only what was asked before; meanwhile the old words stay', async () => {
    const seenAgain = async () => {
      document.dispatchEvent(new Event('visibilitychange'));
      await later(0);
    };
    await open('issue', { path: '/mira-lund/sleep-report/issues/7' });
    await seenAgain();
    expect(asked()).toEqual([]);
    await visit('root-signed-out');
    runtime.sendMessage.mockImplementationOnce(() => new Promise(() => {}));
    await seenAgain();
    expect(asked()).toHaveLength(2);
    expect(words()).toBe('2 to fix');
  });
});

describe('faults', () => {
  test('a background that is killed: asked again', async () => {
    runtime.sendMessage.mockRejectedValueOnce(new Error('message channel closed before a response was received'));
    await open('root-signed-out');
    expect(words()).toBe('checking…');
    await later(200);
    expect(words()).toBe('2 to fix');
  });

  test('no answer at all: says so', async () => {
    runtime.sendMessage.mockRejectedValue(new Error('Could not establish connection. Receiving end does not exist.'));
    await open('root-signed-out');
    await later(5_000);
    expect(words()).toBe('could not look: no answer');
    expect(asked()).toHaveLength(4);
  });

  test('the extension is updated: the badge goes, nothing else happens', async () => {
    await open('root-signed-out');
    runtime.id = undefined;
    document.body.append(document.createElement('i'));
    await later(300);
    expect(badges()).toHaveLength(0);
    news();
    document.body.append(document.createElement('i'));
    await later(5_000);
    expect(badges()).toHaveLength(0);
    expect(asked()).toHaveLength(1);
  });

  test('the extension is updated while nothing happens in the page', async () => {
    await open('root-signed-out');
    runtime.id = undefined;
    await later(5_100);
    expect(badges()).toHaveLength(0);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
  });

  test('gone while an answer was pending', async () => {
    runtime.sendMessage.mockImplementationOnce(() => {
      runtime.id = undefined;
      return Promise.reject(new Error('Extension context invalidated.'));
    });
    await open('root-signed-out');
    await later(5_000);
    expect(badges()).toHaveLength(0);
  });

  test('a new script takes the place of a leftover', async () => {
    showPage('root-signed-out');
    document.querySelector('.Label')?.after(document.createElement(badgeName));
    showBadges(runtime);
    await later();
    expect(badges()).toHaveLength(1);
    expect(words()).toBe('2 to fix');
  });

  test('a hostile page that breaks what we call: no badge, no error', async () => {
    await open('root-signed-out');
    const broken = vi.spyOn(document, 'querySelectorAll').mockImplementation(() => {
      throw new Error('clobbered');
    });
    document.body.append(document.createElement('i'));
    await later(5_000);
    expect(badges()).toHaveLength(0);
    broken.mockRestore();
  });
});

describe('the click', () => {
  test('opens the checklist; that it could not be opened throws nothing', async () => {
    await open('root-signed-out');
    answer({ opened: false });
    const trusted = new MouseEvent('click');
    Object.defineProperty(trusted, 'isTrusted', { value: true });
    button()?.dispatchEvent(trusted);
    button()?.dispatchEvent(new MouseEvent('click'));
    await later();
    expect(asked().filter(({ type }) => type === 'checklist/open')).toHaveLength(1);
  });
});
