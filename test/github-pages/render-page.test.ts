import { describe, expect, test } from 'vitest';
import { pageContext } from '../../src/github-page/page-fixture.test-support.ts';
import { pageShapes } from './page-context.ts';
import { pageThemes } from './page-theme.ts';
import { renderPage } from './render-page.ts';

describe('the stand-in pages', () => {
  test.each(pageShapes)('%s shows hostile texts as text', (shape) => {
    const hostile = '"><script>alert(1)</script>\'';
    const page = renderPage(shape, pageContext({ description: hostile, files: [{ name: hostile, directory: false }] }));
    expect(page).not.toContain('<script>alert');
  });

  test.each(pageThemes)('know the theme %s', (theme) => {
    const mode = theme.startsWith('dark') ? 'dark' : 'light';
    const page = renderPage('root-signed-out', pageContext({ theme: { mode, light: theme, dark: theme } }));
    expect(page).toContain(`data-color-mode="${mode}" data-light-theme="${theme}" data-dark-theme="${theme}"`);
    expect(page).toContain(`[data-color-mode=${mode}][data-${mode}-theme=${theme}]`);
  });

  test.each(pageShapes)('%s is the same for the same seed, and has other hashes for another', (shape) => {
    const first = renderPage(shape, pageContext({ nonce: 'one' }));
    expect(renderPage(shape, pageContext({ nonce: 'one' }))).toBe(first);
    const hasHashes = first.includes('module__');
    expect(renderPage(shape, pageContext({ nonce: 'two' })) !== first).toBe(
      hasHashes || first.includes('PageLayout-Pane__'),
    );
  });
});
