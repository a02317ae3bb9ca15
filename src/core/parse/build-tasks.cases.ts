import { makeTargets, npmScripts } from './build-tasks.ts';
import type { ParserCase } from './parser-case.ts';

const row = (name: string, found: () => ReadonlySet<string> | null, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () => [...(found() ?? ['?'])],
  expected,
});

export const cases: readonly ParserCase[] = [
  row(
    'targets of make, one line with several',
    () =>
      makeTargets(
        '.PHONY: all clean\nDATA := a\nX = y: z\nall clean: run.py\n\tpython run.py: x\n# old: rule\ndocs::\n\ta\n',
      ),
    '.PHONY',
    'all',
    'clean',
    'docs',
  ),
  row('a Makefile that includes another', () => makeTargets('include rules.mk\nall:\n'), '?'),
  row('a name made of a variable', () => makeTargets('$(OUT): a\n'), '?'),
  row('a rule for any name', () => makeTargets('%.pdf: %.tex\n'), '?'),
  row('no rule', () => makeTargets('A = 1\r\n'), ...[]),
  row('scripts of npm', () => npmScripts('{"scripts": {"start": "node a.js", "test:all": ""}}'), 'start', 'test:all'),
  row('no scripts', () => npmScripts('{}'), ...[]),
  row('no JSON', () => npmScripts('{"scripts": {,'), '?'),
  row('another form', () => npmScripts('[1]'), ...[]),
  row('scripts of another form', () => npmScripts('{"scripts": 1}'), '?'),
];
