import { describe, expect, test } from 'vitest';
import { type Allowance, importTable } from './import-table.ts';
import { filesBelow, type Import, isTest, productImports } from './read-imports.ts';

const imports = productImports();
const sentence = ({ file, target }: Import): string => `${file} imports ${target}`;

const isBelow = (file: string, folder: string): boolean => folder === '' || file.startsWith(`src/${folder}/`);

const entryFor = (file: string): readonly [string, Allowance] | undefined =>
  Object.entries(importTable).find(([folder]) => isBelow(file, folder) || file.startsWith(`src/${folder}.`));

const mayImportFile = ({ file, target, isTypeOnly }: Import): boolean => {
  const entry = entryFor(file);
  if (!entry) return false;
  const [own, { folders, types = [] }] = entry;
  return [own, ...folders, ...(isTypeOnly ? types : [])].some((folder) => isBelow(target, folder));
};

const mayImportPackage = ({ file, target, isTypeOnly }: Import): boolean => {
  const entry = entryFor(file);
  if (!entry) return false;
  const { packages = [], packagesByEnding = {} } = entry[1];
  const byEnding = Object.entries(packagesByEnding).flatMap(([ending, names]) => (file.endsWith(ending) ? names : []));
  return (
    [...packages, ...byEnding].some((name) => target === name || (name.endsWith(':') && target.startsWith(name))) ||
    (isTypeOnly && file.startsWith('src/entries/'))
  );
};

/** The files of one circle of imports that run when the module loads, or null. */
const circle = (edges: ReadonlyMap<string, readonly string[]>): string[] | null => {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of edges.get(file) ?? []) {
      const found = walk(next, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const found = walk(file, []);
    if (found) return found;
  }
  return null;
};

describe('imports in src', () => {
  test('are found', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  test('every folder has its line in the table', () => {
    const code = filesBelow('src').filter((file) => /\.tsx?$/.test(file));
    expect(code.filter((file) => entryFor(file) === undefined)).toEqual([]);
  });

  test('name only folders that the table allows', () => {
    expect(imports.filter((one) => one.isFile && !mayImportFile(one)).map(sentence)).toEqual([]);
  });

  test('name only packages that the table allows', () => {
    expect(imports.filter((one) => !one.isFile && !mayImportPackage(one)).map(sentence)).toEqual([]);
  });

  test('never name an entry or a test', () => {
    const isWrong = ({ target }: Import) => target.startsWith('src/entries/') || isTest(target);
    expect(imports.filter((one) => one.isFile && isWrong(one) && !isPartOfEntry(one)).map(sentence)).toEqual([]);
  });

  test('a page’s script never names a schema', () => {
    const isWrong = ({ file, target }: Import) => isBelow(file, 'github-page') && target.endsWith('.schema.ts');
    expect(imports.filter(isWrong).map(sentence)).toEqual([]);
  });

  test('go in no circle', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target, isFile } of imports) {
      if (isFile) edges.set(file, [...(edges.get(file) ?? []), target]);
    }
    expect(circle(edges)).toBeNull();
  });

  test('are never handed on: there are no barrel files', () => {
    expect(imports.filter(({ isReExport }) => isReExport).map(sentence)).toEqual([]);
  });
});

/** An entry may keep a part of its own beside it (`entries/cli.ts` and `entries/cli-options.ts`), and knows its workers' addresses. */
function isPartOfEntry({ file, target }: Import): boolean {
  if (isBelow(file, 'entries') && isBelow(target, 'entries/workers')) return true;
  const nameOf = (path: string) => /^src\/entries\/(\w+)/.exec(path)?.[1];
  return nameOf(file) !== undefined && nameOf(file) === nameOf(target);
}
