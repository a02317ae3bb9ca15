// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { findAnchor, isReady } from './badge-anchors.ts';
import { showPage } from './page-fixture.test-support.ts';

const hide = (selector: string) => {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) element.style.display = 'none';
};

describe('the ladder', () => {
  test.each([
    ['root-signed-out', null, 'header'],
    ['blob-signed-out-2021', null, 'header'],
    ['issue', null, 'header'],
    ['root-signed-in-2025', 'ada', 'title'],
    ['root-signed-in-2026', 'ada', 'label'],
    ['issue', 'ada', 'breadcrumb'],
    ['sidebar-only', null, 'about'],
    ['settings', 'ada', undefined],
    ['not-found', null, undefined],
  ] as const)('%s, viewer %s: %s', (shape, viewer, rung) => {
    showPage(shape, { viewer });
    expect(findAnchor()?.rung).toBe(rung);
  });

  test.each(['a1', 'zz9', '0'])('does not lean on hashes of class names (%s)', (nonce) => {
    showPage('sidebar-only', { nonce });
    expect(findAnchor()?.rung).toBe('about');
  });

  test('a hidden header beside React’s row is passed over', () => {
    showPage('root-signed-in-2026', { viewer: 'ada' });
    document.querySelector('[data-testid="repo-visibility-label"]')?.remove();
    expect(findAnchor()?.rung).toBe('breadcrumb');
  });

  test('the heading’s language does not matter', () => {
    showPage('sidebar-only', {}, { about: 'Info' });
    expect(findAnchor()?.element.textContent).toBe('Info');
  });

  test('of two About the one that is shown', () => {
    showPage('root-signed-in-2026');
    hide('[data-testid],#repo-title-component *,.GlobalNav *');
    hide('.hide-sm');
    const { rung, element } = findAnchor() ?? {};
    expect(rung).toBe('about');
    expect(element?.closest('.hide-sm')).toBeNull();
  });

  test('without a label, the name; hidden at this width, the next place', () => {
    showPage('root-signed-out');
    hide('.Label');
    expect(findAnchor()?.rung).toBe('name');
    hide('strong');
    expect(findAnchor()?.rung).toBe('about');
  });

  test('inside React only once it is loaded, outside at once', () => {
    showPage('root-signed-in-2026', {}, { hydrating: true });
    const inside = findAnchor();
    expect(inside && isReady(inside)).toBe(false);
    document.querySelector('react-app')?.classList.add('loaded');
    expect(inside && isReady(inside)).toBe(true);
    showPage('root-signed-out', {}, { hydrating: true });
    const outside = findAnchor();
    expect(outside && isReady(outside)).toBe(true);
  });
});
