import { afterEach, expect, test, vi } from 'vitest';

const origin = 'chrome-extension://abcdefgh';
const bundled = '/assets/read-code-Ab_1.js';

afterEach(() => vi.unstubAllGlobals());

/** The module as it loads in an own page; `started` are the addresses that the browser was given. */
async function loaded(withTrustedTypes: boolean) {
  const started: string[] = [];
  const policies: string[] = [];
  vi.resetModules();
  vi.stubGlobal('location', new URL(`${origin}/src/entries/popup.html`));
  vi.stubGlobal(
    'Worker',
    class {
      constructor(address: string) {
        started.push(address);
      }
    },
  );
  const createPolicy = (name: string, rules: object) => {
    policies.push(name);
    return rules;
  };
  vi.stubGlobal('trustedTypes', withTrustedTypes ? { createPolicy } : undefined);
  const { startWorker } = await import('./start-worker.ts');
  return { started, policies, startWorker };
}

test.each([true, false])('only bundled workers are started (trusted types: %s)', async (withTrustedTypes) => {
  const { started, policies, startWorker } = await loaded(withTrustedTypes);
  expect(policies).toEqual(withTrustedTypes ? ['reprise-worker'] : []);
  startWorker(bundled);
  for (const address of [
    'https://example.org/assets/a.js',
    'data:text/javascript,1',
    'blob:chrome-extension://abcdefgh/1',
    '//example.org/assets/a.js',
    '/assets/../src/entries/content.js',
    '/src/entries/content.js',
  ])
    expect(() => startWorker(address)).toThrow(TypeError);
  expect(started).toEqual([bundled]);
});
