import { ignoringRule, parseDockerignore } from './dockerignore.ts';
import type { ParserCase } from './parser-case.ts';

const row = (text: string, path: string, line: number | null): ParserCase => ({
  name: `${JSON.stringify(text)} and ${path}`,
  parse: () => ignoringRule(parseDockerignore(text), path)?.line ?? null,
  expected: line,
});

export const cases: readonly ParserCase[] = [
  row('', 'a', null),
  row('# a\n\n  a  \n', 'a', 3),
  row(' # a', 'a', null),
  row('a', 'b/a', null),
  row('a', 'a/b/c', 1),
  row('/a/', 'a/b', 1),
  row('./a/../b', 'b', 1),
  row('*', 'a/b', 1),
  row('*.py', 'a/b.py', null),
  row('*/*.py', 'a/b.py', 1),
  row('**/*.py', 'b.py', 1),
  row('**/*.py', 'a/c/b.py', 1),
  row('**/b.py', 'a/xb.py', null),
  row('a/**/b', 'a/b', 1),
  row('a/**/b', 'a/x/y/b', 1),
  row('a/**', 'a/x/y', 1),
  row('a/**', 'a', null),
  row('**', 'a/x', 1),
  row('a?c', 'abc', 1),
  row('a?c', 'a/c', null),
  row('[a-c]x', 'bx', 1),
  row('[^a-c]x', 'bx', null),
  row('\\*', '*', 1),
  row('\\*', 'a', null),
  row('a.b', 'axb', null),
  row('*\n!a', 'a', null),
  row('*\n!a', 'b', 1),
  row('!a\n*', 'a', 2),
  row('a\n!a/b', 'a/b/c', null),
  row('a\n!a/b\na/b/c', 'a/b/c', 3),
  row('!\n/\n.', 'a', null),
  row('\uFEFFa', 'a', 1),
  row(`${'*a'.repeat(200)}b`, 'a'.repeat(450), null),
];
