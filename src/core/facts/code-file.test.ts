import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { codeTexts } from '../parse/texts.test-support.ts';
import { withBringers } from '../tables/package-dependencies.ts';
import { codeFileOf } from './code-file.ts';

const notebookOf = (...sources: readonly string[]) =>
  JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'code', source, outputs: [] })) });

const importsOf = (path: string, text: string) =>
  codeFileOf(path, text).imports.map(({ value, distributions }) => `${value}=${distributions?.[0] ?? '?'}`);

describe('imports', () => {
  test.each([
    ['the library of Python, and relative ones', 'import os, sys\nfrom . import a\nimport urllib2, _thread\n', []],
    [
      'a name that differs',
      'from sklearn.svm import SVC\nimport cv2\n',
      ['sklearn.svm=scikit-learn', 'cv2=opencv-python'],
    ],
    ['one that no table knows', 'import mymodule\n', ['mymodule=?']],
    ['shared folders', 'from google.cloud import storage\n', ['google.cloud.storage=google-cloud-storage']],
    [
      'a part with a package of its own',
      'from mpl_toolkits.mplot3d import Axes3D\n',
      ['mpl_toolkits.mplot3d=matplotlib'],
    ],
    ['each once', 'import numpy\nfrom numpy import array\n', ['numpy=numpy']],
    ['a byte order mark', '\ufeffimport numpy\n', ['numpy=numpy']],
    ['what installs', 'from setuptools import setup\nimport pkg_resources\n', []],
    ['Jupyter in a script', 'import IPython\n', ['IPython=ipython']],
  ])('%s', (_name, text, expected) => {
    expect(importsOf('a.py', text)).toEqual(expected);
  });

  test('of a notebook, with the cell; what runs it is at hand', () => {
    const { imports } = codeFileOf('a.ipynb', notebookOf('x = 1', '%time\nimport IPython\nimport numpy as np'));
    expect(imports.map(({ value, cell, line, quote }) => [value, cell, line, quote])).toEqual([
      ['numpy', 2, 3, 'import numpy as np'],
    ]);
  });

  test('the one that is needed counts', () => {
    const { imports } = codeFileOf('a.py', 'try:\n    import yaml\nexcept ImportError:\n    pass\nimport yaml.x\n');
    expect(imports).toMatchObject([{ value: 'yaml.x', line: 5, isNeeded: true }]);
  });

  test('packages that bring it along, by the names of pip and conda', () => {
    const { providers = [] } = codeFileOf('a.py', 'import numpy').imports[0] ?? {};
    expect(providers).toEqual(expect.arrayContaining(['numpy', 'pandas', 'seaborn', 'torch', 'pytorch']));
    expect(withBringers(['seaborn'])).not.toContain('numpy');
  });

  test('none in R', () => {
    const text = JSON.stringify({
      metadata: { kernelspec: { name: 'ir' } },
      cells: [{ cell_type: 'code', source: 'import numpy' }],
    });
    expect(importsOf('a.ipynb', text)).toEqual([]);
  });
});

describe('paths and files', () => {
  test('comments, documentation and outputs are harmless', () => {
    const text = '"""See /home/ada/x."""\n# /home/ada/y\nopen("/home/ada/z.csv")\n';
    const file = codeFileOf('a.py', text);
    expect(file.machinePaths).toEqual([
      { value: '/home/ada/z.csv', line: 3, cell: null, quote: 'open("/home/ada/z.csv")' },
    ]);
    expect(file.harmlessPaths.map(({ line }) => line)).toEqual([1, 2]);
    const cell = { cell_type: 'code', source: 'x', outputs: [{ text: 'at /home/ada/x\n' }] };
    const notebook = codeFileOf('a.ipynb', JSON.stringify({ cells: [cell] }));
    expect([notebook.machinePaths, notebook.harmlessPaths.length]).toEqual([[], 1]);
  });

  test.each([
    ['a.ipynb', notebookOf('%cd /home/ada/x'), 1],
    ['a.ipynb', notebookOf('%%bash\ncd /home/ada/x\n# /home/ada/y'), 1],
    ['a.Rmd', 'In /home/ada/x\n```{r}\nsetwd("/home/ada/y")\n```\n', 1],
    ['a.R', '# setwd("/home/ada/y")\n', 0],
    ['a.py', 'print >>f, 1\nx = "/home/ada/y" # /home/ada/z\n', 1],
  ])('%s', (path, text, count) => {
    expect(codeFileOf(path, text).machinePaths).toHaveLength(count);
  });

  test('data that is opened', () => {
    const { openedFiles } = codeFileOf('a.py', '# read_csv("a.csv")\npd.read_csv("b.csv")\n');
    expect(openedFiles.map(({ value, line }) => [value, line])).toEqual([['b.csv', 2]]);
  });

  test('a notebook that cannot be read says so', () => {
    expect(codeFileOf('a.ipynb', '{"cells": [').problem).toContain('broken');
  });
});

test('nothing throws, and every line is one of the text', () => {
  fc.assert(
    fc.property(codeTexts, fc.constantFrom('a.py', 'a.ipynb', 'a.R', 'a.js', 'a.m', 'a.Rmd'), (text, path) => {
      const source = path === 'a.ipynb' ? notebookOf(text) : text;
      const { imports, machinePaths, harmlessPaths, openedFiles, installs } = codeFileOf(path, source);
      for (const { line } of [...imports, ...machinePaths, ...harmlessPaths, ...openedFiles, ...installs]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split('\n').length);
      }
      codeFileOf('a.ipynb', text);
    }),
    runs,
  );
});

const usual =
  'import numpy as np\nclass A(B):\n    def f(self, x=1):\n        return [z**2 for z in x if z.g("abc")]\n\n';

describe('time', () => {
  test.each([
    ['usual code', usual],
    ['imports', 'import a\n'],
    ['brackets', '('],
    ['calls', 'import a('],
    ['quotes', '"'],
    ['open texts', '"""\n'],
    ['lambdas', 'lambda x:'],
    ['formatted texts', 'f"{'],
    ['commas', 'import a,'],
    ['line ends', '\n'],
    ['blanks', ' '],
    ['paths', '"/home/ada/x" '],
    ['paths on lines', '# "/home/ada/x"\n'],
    ['drives', '"C:\\a '],
    ['slashes', '/'],
    ['commands', 'pip install \\\n'],
    ['heads', '# /// script\n'],
    ['reads', 'read_csv(    '],
    ['zeroes', '\u0000'],
  ])('%s: 2 MB', (_name, piece) => {
    const text = `import b\n${piece.repeat(2_000_000 / piece.length)}`;
    for (const path of ['a.py', 'a.js', 'a.ipynb']) {
      const source = path === 'a.ipynb' ? notebookOf(text) : text;
      const start = performance.now();
      codeFileOf(path, source);
      // A tenth of it on a machine at rest.
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });

  test('deep nesting does not overflow', () => {
    const text = Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}if a:`).join('\n');
    expect(importsOf('a.py', `import numpy\n${text}\n${' '.repeat(1_400)}import b`)[0]).toBe('numpy=numpy');
  });
});
