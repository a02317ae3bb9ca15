// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BadgeState } from '../core/model/badge-state.ts';
import { badgeName, createBadge } from './badge.ts';

const states: readonly [BadgeState, string][] = [
  [{ kind: 'check' }, 'Check'],
  [{ kind: 'checking' }, 'checking…'],
  [{ kind: 'to-fix', count: 2 }, '2 to fix'],
  [{ kind: 'nothing-missing' }, 'nothing required is missing'],
  [{ kind: 'tips', count: 1 }, '1 tip'],
  [{ kind: 'tips', count: 3 }, '3 tips'],
  [{ kind: 'not-finished' }, 'not finished'],
  [{ kind: 'could-not-look', why: 'GitHub is down' }, 'could not look: GitHub is down'],
  [{ kind: 'private' }, 'private: add a token'],
  [{ kind: 'waiting', until: new Date(2026, 0, 9, 14, 5).toISOString() }, 'waiting until 14:05'],
];

const glyphOf = (button: HTMLElement) =>
  [...button.querySelectorAll('path')].map((path) => path.getAttribute('d')).join('|');

beforeEach(() => document.documentElement.removeAttribute('data-color-mode'));

describe('the badge', () => {
  test.each(states)('%o', (state, words) => {
    const { button, show } = createBadge(() => {});
    show(state);
    expect(button.textContent).toBe(words);
    expect(button.ariaLabel).toBe(`Reprise: ${words}. Open the checklist.`);
    expect(button.classList.item(0)).toBe(state.kind);
    expect(glyphOf(button)).not.toBe('');
  });

  test('tells outcomes apart without colour', () => {
    const { button, show } = createBadge(() => {});
    const glyphs = states.map(([state]) => {
      show(state);
      return glyphOf(button);
    });
    expect(new Set(glyphs).size).toBe(5);
  });

  test('is one real button in a closed shadow root', () => {
    const { host, button } = createBadge(() => {});
    expect(host.localName).toBe(badgeName);
    expect(host.shadowRoot).toBeNull();
    expect(button).toBeInstanceOf(HTMLButtonElement);
  });

  test('says on another branch which one it is about', () => {
    const { button, show } = createBadge(() => {});
    show({ kind: 'to-fix', count: 2 }, 'main', 'fix/plot');
    expect(button.title).toBe('Reprise: 2 to fix. Shows main; click to look at fix/plot.');
    show({ kind: 'to-fix', count: 2 }, undefined, 'dev');
    expect(button.title).toBe('Reprise: 2 to fix. Shows the default branch; click to look at dev.');
  });

  test('shows a text that looks like markup as text', () => {
    const { button, show } = createBadge(() => {});
    show({ kind: 'could-not-look', why: '<img src=x onerror=alert(1)>' });
    expect(button.querySelector('img')).toBeNull();
    expect(button.textContent).toContain('<img');
  });

  test('opens for a person’s click only', () => {
    const open = vi.fn();
    const { button } = createBadge(open);
    button.dispatchEvent(new MouseEvent('click'));
    expect(open).not.toHaveBeenCalled();
    const trusted = new MouseEvent('click');
    Object.defineProperty(trusted, 'isTrusted', { value: true });
    button.dispatchEvent(trusted);
    expect(open).toHaveBeenCalledOnce();
  });

  test('announces outcomes, once each', () => {
    const { announcement, show } = createBadge(() => {});
    expect(announcement.ariaLive).toBe('polite');
    const heard: string[] = [];
    let node: ChildNode | null = null;
    for (const state of ['check', 'checking', 'to-fix', 'checking', 'to-fix', 'nothing-missing'] as const) {
      show(state === 'to-fix' ? { kind: state, count: 2 } : { kind: state });
      if (announcement.firstChild !== node) heard.push(announcement.textContent);
      node = announcement.firstChild;
    }
    expect(heard).toEqual(['2 to fix', 'nothing required is missing']);
  });

  test('takes its place and the page’s colours', () => {
    const { button, show, suit } = createBadge(() => {});
    show({ kind: 'check' });
    document.documentElement.dataset['colorMode'] = 'dark';
    suit('corner');
    expect([...button.classList]).toEqual(['check', 'corner', 'dark']);
  });
});
