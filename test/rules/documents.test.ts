import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checksPage } from '../../scripts/docs/checks-page.ts';
import { hosts, optionalHosts } from '../../src/services/transport/hosts.ts';

test('docs/checks.md is current (`npm run docs` writes it)', async () => {
  await expect(checksPage()).toMatchFileSnapshot('../../docs/checks.md');
});

test('docs/privacy.md names every host, and no other address that is asked', () => {
  const page = readFileSync('docs/privacy.md', 'utf8');
  const rows = page.split('\n').filter((line) => /^\| `[a-z0-9.-]+\.(?:com|io)` \|/.test(line));
  const named = rows.map((line) => `https://${/^\| `([a-z0-9.-]+)`/.exec(line)?.[1]}`);
  expect(named.sort()).toEqual([...hosts, ...optionalHosts].map(({ origin }) => origin).sort());
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
])('every file that %s links to is there', (page) => {
  const text = readFileSync(page, 'utf8');
  const targets = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture ?? '',
  );
  const own = targets.filter((target) => !/^[a-z]+:/.test(target));
  const missing = own.filter((target) => {
    const path = join(dirname(page), target).replace(/\/$/, '');
    return !readdirSync(dirname(path)).includes(path.slice(path.lastIndexOf('/') + 1));
  });
  expect(missing).toEqual([]);
});
