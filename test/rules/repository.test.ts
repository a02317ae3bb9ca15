import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow } from './read-imports.ts';

const read = (path: string) => readFileSync(path, 'utf8');

test('package-lock.json names no address to download from, only digests', () => {
  const packages = Object.entries(JSON.parse(read('package-lock.json')).packages as Record<string, object>);
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, locked]) => 'resolved' in locked).map(([path]) => path)).toEqual([]);
  expect(packages.filter(([path, locked]) => path !== '' && !('integrity' in locked)).map(([path]) => path)).toEqual(
    [],
  );
});

test('package.json pins every dependency exactly', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});

test('no source names the folder that the project happens to lie in', () => {
  const sources = ['src', 'scripts', 'public', 'docs', '.ci']
    .flatMap(filesBelow)
    .filter((path) => !path.endsWith('.png'));
  expect(sources.filter((path) => read(path).includes(`${process.cwd()}/`))).toEqual([]);
});

test('every word of the package is in the English list', () => {
  const asked = new Set([...read('manifest.ts').matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name));
  expect(new Set(Object.keys(JSON.parse(read('public/_locales/en/messages.json'))))).toEqual(asked);
});

test('an open end has a date', () => {
  const sources = ['src', 'test', 'scripts'].flatMap(filesBelow).filter((path) => /\.(ts|tsx|mjs)$/.test(path));
  const open = /\b(TODO|FIXME|XXX|HACK)\b(?! \[20\d\d-)/;
  expect(sources.filter((path) => path !== 'test/rules/repository.test.ts' && open.test(read(path)))).toEqual([]);
});
