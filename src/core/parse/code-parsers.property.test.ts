import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { codeOf, commentSignsOf, isInComment } from './code-comments.ts';
import { findCodeInstalls } from './code-installs.ts';
import { findMachinePaths } from './machine-paths.ts';
import { parseNotebook, pythonOfCell } from './notebook.ts';
import { findOpenedFiles } from './opened-files.ts';
import { pythonImports } from './python-imports.ts';
import { isOnlyText, pythonTree, withoutStrings } from './python-source.ts';
import { codeTexts } from './texts.test-support.ts';
import { findWrittenFiles } from './written-files.ts';

const breaksOf = (text: string) => [...text.matchAll(/\n/g)].map(({ index }) => index);

test('what is found in code stands at its place', () => {
  fc.assert(
    fc.property(codeTexts, fc.boolean(), (text, isShell) => {
      for (const { value, position } of findMachinePaths(text)) expect(text.startsWith(value, position)).toBe(true);
      for (const { value, position } of findOpenedFiles(text)) expect(text.slice(position)).toContain(value);
      expect(findWrittenFiles(text).every((name) => /^[^/\\]+\.\w+$/.test(name))).toBe(true);
      for (const { position } of findCodeInstalls(text, isShell)) expect(position).toBeLessThan(text.length);
    }),
    runs,
  );
});

test('imports of Python, with a tree and without', () => {
  fc.assert(
    fc.property(codeTexts, fc.boolean(), (text, hasTree) => {
      const tree = hasTree ? pythonTree(text) : null;
      for (const { position } of pythonImports(text, tree)) {
        expect(position).toBeLessThan(text.length);
        if (tree !== null) isOnlyText(tree, text, position);
      }
    }),
    runs,
  );
});

test('what is taken out leaves every place as it was, and is gone the next time', () => {
  fc.assert(
    fc.property(codeTexts, (text) => {
      const bare = withoutStrings(text);
      expect([bare.length, breaksOf(bare)]).toEqual([text.length, breaksOf(text)]);
      const { python, isOther } = pythonOfCell(text);
      if (!isOther) expect([python.length, pythonOfCell(python).python]).toEqual([text.length, python]);
    }),
    runs,
  );
});

test('comments and fences', () => {
  fc.assert(
    fc.property(
      codeTexts,
      fc.constantFrom('a.py', 'a.R', 'a.js', 'a.m', 'a.Rmd', 'a'),
      fc.nat(500),
      (text, path, at) => {
        const code = codeOf(path, text);
        expect(breaksOf(code)).toHaveLength(breaksOf(text).length);
        isInComment(code, at, commentSignsOf(path));
      },
    ),
    runs,
  );
});

test('notebooks: any JSON, and the source of a cell comes back', () => {
  fc.assert(
    fc.property(codeTexts, fc.json(), (text, json) => {
      parseNotebook(json);
      parseNotebook(`{"cells": ${json}}`);
      parseNotebook(`{"cells": [{"cell_type": "code", "source": ${json}, "outputs": ${json}}]}`);
      parseNotebook(text);
      const { cells } = parseNotebook(
        JSON.stringify({ cells: [{ cell_type: 'code', source: text.split(/(?<=\n)/) }] }),
      );
      expect(cells.map(({ source }) => source).join('')).toBe(text);
    }),
    runs,
  );
});
