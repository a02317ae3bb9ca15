// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { badgeName } from './badge.ts';
import type { Rung } from './badge-anchors.ts';
import { keepMounted } from './keep-mounted.ts';
import { showPage } from './page-fixture.test-support.ts';

let end: AbortController;
let host: HTMLElement;
let rungs: Rung[];
const onLook = vi.fn();

const badges = () => document.getElementsByTagName(badgeName);
const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const beside = () => host.previousElementSibling;

function mount(mayStand = true) {
  host = document.createElement(badgeName);
  rungs = [];
  const onPlace = (rung: Rung) => {
    rungs.push(rung);
    return mayStand;
  };
  const runLook = (look: () => void) => {
    onLook();
    look();
  };
  return keepMounted(host, runLook, onPlace, end.signal);
}

beforeEach(() => {
  vi.useFakeTimers();
  onLook.mockReset();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

describe('staying in the page', () => {
  test.each([
    ['root-signed-out', null, 'header'],
    ['root-signed-in-2025', 'ada', 'title'],
    ['root-signed-in-2026', 'ada', 'label'],
    ['sidebar-only', null, 'about'],
    ['issue', 'ada', 'breadcrumb'],
    ['blob-signed-out-2021', null, 'header'],
  ] as const)('%s: exactly one, at once', async (shape, viewer, rung) => {
    showPage(shape, { viewer });
    mount();
    await later(40);
    expect(badges()).toHaveLength(1);
    expect(host.isConnected).toBe(true);
    expect(rungs.at(-1)).toBe(rung);
  });

  test('React replaces any ancestor: back beside the new anchor', async () => {
    showPage('root-signed-in-2026');
    mount();
    await later(40);
    const depth = (element: Element | null): number => (element === null ? 0 : 1 + depth(element.parentElement));
    for (let up = 1; up < depth(host) - 1; up += 1) {
      let ancestor: Element = host;
      for (let step = 0; step < up; step += 1) ancestor = ancestor.parentElement ?? ancestor;
      ancestor.replaceWith(ancestor.cloneNode(true));
      await later(40);
      expect(badges()).toHaveLength(1);
      expect(badges()[0]).toBe(host);
      expect(beside()?.getAttribute('data-testid')).toBe('repo-visibility-label');
    }
  });

  test('a page out of Turbo’s snapshot with a dead copy: one, and the living', async () => {
    showPage('root-signed-out');
    document.body.append(document.createElement(badgeName));
    document.querySelector('.Label')?.after(document.createElement(badgeName));
    mount();
    await later(40);
    expect([...badges()]).toEqual([host]);
  });

  test('Turbo copies the page without the badge', async () => {
    showPage('root-signed-out');
    mount();
    await later(40);
    document.documentElement.dispatchEvent(new Event('turbo:before-cache', { bubbles: true }));
    await later(40);
    expect(badges()).toHaveLength(0);
    await later(500);
    expect(badges()).toHaveLength(1);
  });

  test('waits for React inside React, but not for ever', async () => {
    showPage('root-signed-in-2026', {}, { hydrating: true });
    mount();
    await later(2_000);
    expect(badges()).toHaveLength(0);
    await later(1_500);
    expect(badges()).toHaveLength(1);
  });

  test('stands as soon as React is loaded', async () => {
    showPage('root-signed-in-2026', {}, { hydrating: true });
    mount();
    await later(500);
    document.querySelector('react-app')?.classList.add('loaded');
    await later(300);
    expect(beside()?.getAttribute('data-testid')).toBe('repo-visibility-label');
  });

  test('no anchor: after a while the corner; an anchor appears: there', async () => {
    showPage('settings');
    mount();
    await later(2_000);
    expect(badges()).toHaveLength(0);
    await later(1_500);
    expect(host.parentElement).toBe(document.body);
    expect(rungs.at(-1)).toBe('corner');
    showPage('root-signed-out');
    await later(40);
    expect(beside()?.className).toContain('Label');
  });

  test('a place that is refused stays empty', async () => {
    showPage('sidebar-only');
    mount(false);
    await later(5_000);
    expect(badges()).toHaveLength(0);
    expect(rungs).toContain('about');
  });

  test('another extension’s element between anchor and badge is no reason to move', async () => {
    showPage('root-signed-out');
    mount();
    await later(40);
    const label = document.querySelector('.Label') as Element;
    label.after(document.createElement('other-extension'));
    await later(40);
    expect(beside()?.localName).toBe('other-extension');
  });

  test('a quarrel about the place ends in the corner, a quarrel about that outside', async () => {
    showPage('root-signed-out');
    mount();
    await later(40);
    let removals = 0;
    const enemy = new MutationObserver(() => {
      if (!host.isConnected) return;
      removals += 1;
      host.remove();
    });
    enemy.observe(document, { childList: true, subtree: true });
    host.remove();
    await later(4_000);
    enemy.disconnect();
    expect(removals).toBe(24);
    expect(rungs).toContain('corner');
    expect(badges()).toHaveLength(0);
  });

  test('copies made by the page go', async () => {
    showPage('root-signed-out');
    mount();
    await later(40);
    for (let count = 0; count < 3; count += 1) host.after(host.cloneNode(true));
    await later(300);
    expect([...badges()]).toEqual([host]);
  });

  test.each([500, 3_000, 30_000])('a better place that appears later, after %i ms, is taken', async (after) => {
    showPage('root-signed-in-2026');
    const row = document.querySelector('#repo-title-component') as Element;
    const label = document.querySelector('[data-testid="repo-visibility-label"]') as Element;
    // Below the place of the label, in which the badge does not stand.
    const place = document.createElement('div');
    label.replaceWith(place);
    mount();
    await later(after);
    expect(rungs.at(-1)).not.toBe('label');
    expect(row.contains(host)).toBe(false);
    place.append(label);
    await later(Math.min(5_000, Math.max(500, after)));
    expect(rungs.at(-1)).toBe('label');
    expect(beside()).toBe(label);
  });

  test('foreign mutations cause no look: in ten seconds only the two of the pulse', async () => {
    showPage('root-signed-out');
    const list = document.body.appendChild(document.createElement('div'));
    mount();
    await later(20_000);
    onLook.mockReset();
    for (let count = 0; count < 1_000; count += 1) {
      list.append(document.createElement('p'));
      await later(10);
    }
    expect(onLook).toHaveBeenCalledTimes(2);
  });

  test('a storm of changes is four looks a second, of six queries each', async () => {
    showPage('root-signed-out');
    mount();
    await later(40);
    onLook.mockReset();
    const query = vi.spyOn(document, 'querySelectorAll');
    for (let count = 0; count < 100; count += 1) {
      document.body.append(document.createElement('i'));
      await later(10);
    }
    expect(onLook).toHaveBeenCalledTimes(4);
    expect(query.mock.calls.length).toBeLessThanOrEqual(4 * 6);
    query.mockRestore();
  });

  test('without frames, in a hidden page, it works too', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    showPage('root-signed-out');
    mount();
    await later(300);
    expect(badges()).toHaveLength(1);
    host.remove();
    await later(5_000);
    expect(badges()).toHaveLength(1);
    vi.unstubAllGlobals();
  });

  test('the end: nothing left, nothing watched', async () => {
    showPage('root-signed-out');
    mount();
    await later(40);
    end.abort();
    expect(badges()).toHaveLength(0);
    document.body.append(document.createElement('i'));
    await later(5_000);
    expect(badges()).toHaveLength(0);
  });
});
