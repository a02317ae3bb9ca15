import { parseExplicitList } from './explicit-list.ts';
import type { ParserCase } from './parser-case.ts';

const row = (name: string, text: string, expected: unknown): ParserCase => ({
  name,
  parse: () => {
    const list = parseExplicitList(text);
    return list === null ? null : [list.isExplicit, list.entries.map(({ line }) => line), list.platforms];
  },
  expected,
});

export const cases: readonly ParserCase[] = [
  row(
    'addresses of two systems',
    '# made by conda\n@EXPLICIT\nhttps://example.org/main/win-64/a-1-0.conda\nhttps://example.org/main/noarch/b-1-0.conda\n',
    [true, [3, 4], ['win-64']],
  ),
  row('an export', 'numpy=1.2=py39_0\n', [false, [1], []]),
  row('a requirements file', 'numpy==1.2\npandas\n', null),
  row('nothing', '', null),
];
