import type { ParserCase } from './parser-case.ts';
import { parseYaml, type YamlNode } from './yaml.ts';

/** A tree in short: scalars as strings with their line, `{}` as pairs. */
function short(node: YamlNode): unknown {
  if (node.kind === 'scalar') return `${node.value}@${node.line}`;
  if (node.kind === 'sequence') return node.items.map(short);
  return node.pairs.map(({ key, line, value }) => [`${key}@${line}`, short(value)]);
}

const documents = (text: string) => {
  const parsed = parseYaml(text);
  if (parsed.ok) return parsed.documents.map(short);
  return parsed.kind === 'invalid' ? `line ${parsed.line}: ${parsed.problem}` : `too much: ${parsed.problem}`;
};

const row = (name: string, text: string, expected: unknown): ParserCase => ({
  name,
  parse: () => documents(text),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('keeps 3.10, no and dates as they are written', 'a: 3.10\nb: no\nc: 2026-11-24\n', [
    [
      ['a@1', '3.10@1'],
      ['b@2', 'no@2'],
      ['c@3', '2026-11-24@3'],
    ],
  ]),
  row('keeps a repeated key', 'a: 1\nb: 2\na: 3\n', [
    [
      ['a@1', '1@1'],
      ['b@2', '2@2'],
      ['a@3', '3@3'],
    ],
  ]),
  row('tells the lines of list entries after blank lines and comments', '# x\n\nl:\n  - one\n\n  - two # y\n', [
    [['l@3', ['one@4', 'two@6']]],
  ]),
  row('reads CRLF and CR line ends', 'a:\r\n  - x\r\n  - y\r\n', [[['a@1', ['x@2', 'y@3']]]]),
  row('reads quotes and flow lists', 'a: ["x y", \'z\', {k: v}]\n', [[['a@1', ['x y@1', 'z@1', [['k@1', 'v@1']]]]]]),
  row('puts an alias’s value in', 'a: &one [x]\nb: *one\n', [
    [
      ['a@1', ['x@1']],
      ['b@2', ['x@1']],
    ],
  ]),
  row('reads two documents', 'a: 1\n---\nb: 2\n', [[['a@1', '1@1']], [['b@3', '2@3']]]),
  row('reads nothing as no document', '', []),
  row('refuses a tab as indentation', 'a:\n\tb: 1\n', 'line 2: tab characters must not be used in indentation'),
  row(
    'refuses an alias of itself',
    'a: &a [*a]\n',
    'line null: the alias “a” stands for nothing that is complete before it',
  ),
  row('refuses an endless nesting', '['.repeat(100), 'too much: The file nests deeper than 20 levels.'),
  row(
    'does not call a file with very many aliases wrong',
    `a: &x 1\nb:\n${'  - *x\n'.repeat(101)}`,
    'too much: The file has more than 100 aliases.',
  ),
];
