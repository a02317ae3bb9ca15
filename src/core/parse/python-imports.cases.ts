import type { ParserCase } from './parser-case.ts';
import { pythonImports } from './python-imports.ts';
import { isOnlyText, pythonTree } from './python-source.ts';

/** Each module with the names taken from it; a `?` stands behind what the code may go on without. */
const imports = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () =>
    pythonImports(text, pythonTree(text)).map(
      ({ module, names, isNeeded }) => `${[module, ...names].join(' ')}${isNeeded ? '' : '?'}`,
    ),
  expected,
});

const role = (name: string, text: string, expected: boolean): ParserCase => ({
  name,
  parse: () => {
    const tree = pythonTree(text);
    return tree === null ? null : isOnlyText(tree, text, text.indexOf('HERE'));
  },
  expected,
});

export const cases: readonly ParserCase[] = [
  imports('one and several', 'import numpy as np, os.path\nimport a . b\n', 'numpy', 'os.path', 'a.b'),
  imports('from', 'from a.b import c as d, e\n', 'a.b c e'),
  imports('from, in brackets', 'from a import (\n    b,  # why\n    c,\n)\n', 'a b c '),
  imports('everything', 'from a import *\n', 'a *'),
  imports('continued', 'from a \\\n  import b\n', 'a b'),
  imports('relative', 'from . import a\nfrom .b import c\nfrom ...d import e\n'),
  imports('on one line', 'import a; import b\n', 'a', 'b'),
  imports('try', 'try:\n    import a\nexcept ImportError:\n    import b\nimport c\n', 'a?', 'b?', 'c'),
  imports('if', 'if x:\n    import a\nelse:\n    import b\n', 'a?', 'b?'),
  imports('types only', 'if TYPE_CHECKING:\n    from a import B\n', 'a B?'),
  imports('function and class', 'def f():\n    import a\nclass C:\n    import b\nimport c', 'a?', 'b?', 'c'),
  imports('with and for', 'with x():\n    import a\nfor i in y:\n    import b\n', 'a', 'b'),
  imports('called', '__import__("a")\nimportlib.import_module("b.c")\nimportlib.import_module(d)\n', 'a', 'b.c'),
  imports('in a text', '"""\nimport a\n"""\nx = """\nimport b\n"""\nimport c\n', 'c'),
  imports('CRLF, form feed and tab', 'import a\r\n\fimport b\r\nif x:\r\n\timport c\r\n', 'a', 'b', 'c?'),
  imports('Python 2', 'import a\nprint >>f, "x"\ntry:\n    import b\nexcept E, e:\n    pass\nimport c\n', 'a', 'c'),
  imports('a fault behind it', 'import a, b as c\nfrom d import (\n  e)\ndef f(:\n', 'a', 'b', 'd '),
  imports('a fault, and prose', 'import the data from here\nfrom there import\n"""\nimport a\n"""\nx = (\n'),
  imports('a word that begins alike', 'importlib.reload(x)\nfrom importlib import y\n', 'importlib y'),
  imports('a fault, and a word that begins alike', 'from importlib import y\nx = (\n', 'importlib y'),
  imports('nothing', ''),
  role('a comment', 'a = 1  # HERE\n', true),
  role('documentation', 'def f():\n    """HERE"""\n', true),
  role('printed', 'print("at HERE")\n', true),
  role('help of an option', 'p.add_argument("-x", help="like HERE")\n', true),
  role('default of an option', 'p.add_argument("-x", default="HERE", help="y")\n', false),
  role('opened', 'open("HERE")\n', false),
  role('assigned', 'x = f"HERE/{y}"\n', false),
];
