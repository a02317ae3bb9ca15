import type { ParserCase } from './parser-case.ts';
import { parseReadme, wordsOf } from './readme.ts';

const blocks = (name: string, path: string, text: string, expected: readonly string[]): ParserCase => ({
  name,
  parse: () => parseReadme(path, text).map((block) => `${block.kind} ${block.line}: ${block.text.trim()}`),
  expected,
});

const words = (text: string, expected: string): ParserCase => ({
  name: `the words of ${text}`,
  parse: () => wordsOf(text),
  expected,
});

export const cases: readonly ParserCase[] = [
  blocks('headings by mark and by underline', 'README.md', '# One\n\nTwo\n===\n\ntext\n', [
    'heading 1: One',
    'heading 3: Two',
    'prose 6: text',
  ]),
  blocks(
    'fences, indented code and code in a list',
    'README.md',
    '```sh\npython run.py\n```\n\n    ls\n\n1. first\n   ```\n   make\n   ```\n',
    ['code 2: python run.py', 'code 5: ls', 'prose 7: first', 'code 9: make'],
  ),
  blocks('HTML and tables', 'README.md', '<p>hi</p>\n\n| a | b |\n|---|---|\n| c | d |\n', [
    'html 1: <p>hi</p>',
    'prose 3: a',
    'prose 3: b',
    'prose 5: c',
    'prose 5: d',
  ]),
  blocks('reStructuredText', 'README.rst', 'Title\n=====\n\n.. image:: a.png\n   :alt: x\n\nRun it::\n\n    make\n', [
    'heading 1: Title',
    'prose 7: Run it::',
    'code 9: make',
  ]),
  blocks('metadata at the top is no prose', 'README.md', '---\ntitle: A\nauthor: B\n---\n\ntext\n', ['prose 6: text']),
  blocks('no extension is Markdown', 'README', '# A\n\nb\n', ['heading 1: A', 'prose 3: b']),
  words('![build](https://example.org/a.svg) [![x](y)](z)', ''),
  words('[docs](https://example.org) tell more', '[docs]( ) tell more'),
  words('&nbsp;&#160; https://example.org/a/b', ''),
  words('<!-- nothing --> <b>bold</b>', 'bold'),
];
