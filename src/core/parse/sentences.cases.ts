import type { ParserCase } from './parser-case.ts';
import { parseReadme } from './readme.ts';
import { sentencesOf } from './sentences.ts';

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () =>
    sentencesOf(parseReadme('README.md', text)).map(
      ({ line, section, isFirst, text: words }) => `${line}${isFirst ? '!' : ''} [${section}] ${words}`,
    ),
  expected,
});

export const cases: readonly ParserCase[] = [
  row(
    'sentences with their lines',
    '# A\n\nOne is\nhere. Two is\n2.5 long. Three.\n',
    '1! [A] A',
    '3! [A] One is here.',
    '4 [A] Two is 2.5 long.',
    '5 [A] Three.',
  ),
  row('a name of a file ends no sentence', 'Run run.py all. See a.md.\n', '1! [] Run run.py all.', '1 [] See a.md.'),
  row(
    'marks are taken away, names keep their underlines',
    '**Run** `my_file.py` and _this_.\n',
    '1! [] Run my_file.py and this.',
  ),
  row(
    'targets of links stay',
    'See [the guide](docs/a.md "x") or <a href="b.md">b</a>.\n',
    '1! [] See the guide (docs/a.md) or (b.md) b.',
  ),
  row('items of a list', '- one\n- two\n', '1! [] one', '2! [] two'),
  row('HTML', '<p>One\ntwo.</p>\n<!-- not\nthis -->\n', '1! [] One two.'),
  row('code holds none', '```\nA b.\n```\n', ...[]),
];
