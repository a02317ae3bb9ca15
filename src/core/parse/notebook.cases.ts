import { type Notebook, parseNotebook, pythonOfCell } from './notebook.ts';
import type { ParserCase } from './parser-case.ts';

const notebook = (name: string, value: unknown, expected: Notebook): ParserCase => ({
  name,
  parse: () => parseNotebook(typeof value === 'string' ? value : JSON.stringify(value)),
  expected,
});

const cell = (name: string, source: string, python: string, isOther = false): ParserCase => ({
  name,
  parse: () => pythonOfCell(source),
  expected: { python, isOther },
});

const code = (source: unknown, outputs: unknown = []) => ({ cell_type: 'code', source, outputs });
const text = { cell_type: 'markdown', source: '# a' };
const broken = (problem: string): Notebook => ({ isPython: true, cells: [], problem });
const cells = (...sources: readonly string[]): Notebook => ({
  isPython: true,
  cells: sources.map((source, index) => ({ cell: index + 1, source, outputs: [] })),
  problem: null,
});
const NO_JSON = 'It is no notebook: its JSON is broken or cut off.';

export const cases: readonly ParserCase[] = [
  notebook('source as a list', { cells: [code(['a\n', 'b'])] }, cells('a\nb')),
  notebook('source as a text', { cells: [code('a')] }, cells('a')),
  notebook(
    'cells are counted with those of text',
    { cells: [text, code('a')] },
    { isPython: true, cells: [{ cell: 2, source: 'a', outputs: [] }], problem: null },
  ),
  notebook('nbformat 3', { worksheets: [{ cells: [{ cell_type: 'code', input: ['a'] }] }] }, cells('a')),
  notebook('a byte order mark', `\ufeff${JSON.stringify({ cells: [code('a')] })}`, cells('a')),
  notebook(
    'what it left',
    { cells: [code('a', [{ text: ['x', 'y'] }, { data: { 'text/plain': 'z', 'image/png': 'p' } }, 3])] },
    { isPython: true, cells: [{ cell: 1, source: 'a', outputs: ['xy', 'z'] }], problem: null },
  ),
  notebook(
    'R',
    { metadata: { kernelspec: { name: 'ir', language: 'R' } }, cells: [] },
    { isPython: false, cells: [], problem: null },
  ),
  notebook(
    'Julia by its kernel alone',
    { metadata: { kernelspec: { name: 'julia-1.9' } }, cells: [] },
    { isPython: false, cells: [], problem: null },
  ),
  notebook(
    'odd shapes',
    { cells: [null, 3, [], code({ a: 1 })] },
    {
      isPython: true,
      cells: [{ cell: 4, source: '', outputs: [] }],
      problem: null,
    },
  ),
  notebook('cut off', '{"cells": [{"cell_type": "code", "sou', broken(NO_JSON)),
  notebook('something behind it', '{"cells": []} x', broken(NO_JSON)),
  notebook('no object', '[1]', broken(NO_JSON)),
  notebook('empty', ' \n', broken('The notebook is empty.')),
  notebook(
    'a pointer',
    'version https://git-lfs.github.com/spec/v1\n',
    broken('The repository holds a pointer to it only (Git LFS).'),
  ),
  notebook('a conflict', '{\n<<<<<<< HEAD\n', broken('A merge conflict was left in it.')),
  cell('magics and commands', '%matplotlib inline\n!ls\nimport a\n', '0                 \n0  \nimport a\n'),
  cell('with an indent', 'if x:\n  !ls -l\n  %cd y\n', 'if x:\n  0     \n  0    \n'),
  cell('assigned', 'x = !ls\ny = %env A\nz = a % b\n', '0      \n0         \nz = a % b\n'),
  cell('help', 'a.b?\n?c\n', '0   \n0 \n'),
  cell('a cell of Python', '%%time\nimport a\n', '0     \nimport a\n'),
  cell('a cell of a shell', '%%bash\nimport a\n', '', true),
  cell('a file that is written', '\n%%writefile a.py\nimport a\n', '', true),
  cell('a rest over lines', 'x = (a\n% b)\n', 'x = (a\n% b)\n'),
];
