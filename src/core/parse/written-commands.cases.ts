import type { ParserCase } from './parser-case.ts';
import { parseReadme } from './readme.ts';
import { writtenCommands } from './written-commands.ts';

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () =>
    writtenCommands(parseReadme('README.md', text)).map(
      ({ place, line, section, text: typed }) => `${place} ${line} [${section}] ${typed}`,
    ),
  expected,
});

export const cases: readonly ParserCase[] = [
  row(
    'a fence, its comments left out',
    '# Sleep\n\n```sh\n# all\nconda env create\n\npython run.py all\n```\n',
    'code 5 [Sleep] conda env create',
    'code 7 [Sleep] python run.py all',
  ),
  row('indented code', 'Run:\n\n    make all\n', 'code 3 [] make all'),
  row(
    'prompts',
    '```\n$ make a\n>>> make b\n% make c\n! make d\n(base) me@here:~$ make e\nIn [3]: make f\nC:\\work> make g\n> make h\n```\n',
    ...'abcdefgh'.split('').map((letter, index) => `code ${index + 2} [] make ${letter}`),
  ),
  row(
    'a command over several lines, with a comment behind a mark',
    '```\nlaunch.sh \\\n  -i lab/sleep \\ # the image\n  -m 8\nls\n```\n',
    'code 2 [] launch.sh  -i lab/sleep  -m 8',
    'code 5 [] ls',
  ),
  row(
    'prompts of PowerShell and of Julia, whose packages have one of their own',
    '```\nPS C:\\my work> make a\njulia> include("a.jl")\n(@v1.10) pkg> instantiate\n```\n',
    'code 2 [] make a',
    'code 3 [] include("a.jl")',
    'code 4 [] ] instantiate',
  ),
  row(
    'words that say to type the rest, and a prompt in a paragraph',
    'Run: python -m src.main\n$ pip install a\nRun it: python -m b\n',
    'inline 1 [] python -m src.main',
    'inline 2 [] pip install a',
    'plain 3 [] python -m b',
  ),
  row(
    'what is struck through or in a comment',
    '~~`make a`~~ <!-- `make b` --> `make c`\n',
    'inline 1 [] make c',
    'inline 1 [] make c',
  ),
  row('a drawn tree', '```\nsleep/\n├── run.py\n│   └── a.py\n|-- b.py\n```\n', 'code 2 [] sleep/'),
  row(
    'between backticks, also over two lines and with three of them',
    'Then `pip install\n-r a.txt` and ```python run.py``` or `` `x` ``.\n',
    'inline 1 [] pip install -r a.txt',
    'inline 2 [] python run.py',
    'inline 2 [] `x`',
    'plain 1 [] pip install',
    'plain 2 [] python run.py',
  ),
  row('an open backtick', 'a ` b `` c', ...[]),
  row(
    'HTML',
    '<pre>\n$ make a &amp;&amp; make b\n</pre>\n\nor <code>python run.py</code>.\n',
    'code 2 [] make a && make b',
    'inline 5 [] python run.py',
    'plain 5 [] python run.py',
  ),
  row(
    'a command that markup splits',
    'Run **python** `run.py` <b>all</b>.\n',
    'inline 1 [] run.py',
    'inline 1 [] python run.py all',
  ),
  row(
    'plain words, up to where the sentence goes on',
    '# Run\n\nThen run python run.py test to see "pip install x", or ./test.sh now.\n',
    'plain 3 [Run] python run.py test',
    'plain 3 [Run] pip install x',
    'plain 3 [Run] ./test.sh now',
  ),
  row('a line that is a command', 'Then type:\nnpm start\n', 'inline 2 [] npm start'),
  {
    name: 'code of plain text on lines that follow each other is one',
    parse: () =>
      writtenCommands(parseReadme('README.rst', 'Run\n===\n\nFirst::\n\n    docker run \\\n      lab/sleep\n')).map(
        ({ line, section, text }) => `${line} [${section}] ${text}`,
      ),
    expected: ['6 [Run] docker run  lab/sleep'],
  },
];
