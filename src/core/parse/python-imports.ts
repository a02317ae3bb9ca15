import type { SyntaxNode, Tree } from '@lezer/common';
import { withoutStrings } from './python-source.ts';

/**
 * A module that Python code imports: `from a.b import c, d` is `a.b` with the names `c` and `d`; `position` is the place of the
 * statement. `isNeeded` is false where the code may go on without it, or never comes there: in `try`, `if`, functions, classes.
 */
export interface PythonImport {
  readonly module: string;
  readonly names: readonly string[];
  readonly position: number;
  readonly isNeeded: boolean;
}

const MAX_IMPORTS = 2_000;
const OPTIONAL: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'ClassDefinition',
  'LambdaExpression',
  'TryStatement',
  'IfStatement',
  'MatchStatement',
]);

/** What the code imports, in order, relative imports left out. `tree` is its tree; without one only lines that surely import count. */
export function pythonImports(text: string, tree: Tree | null): readonly PythonImport[] {
  if (!/import/.test(text)) return [];
  return tree === null ? importsAtLineStarts(text) : importsInTree(text, tree);
}

function importsInTree(text: string, tree: Tree): readonly PythonImport[] {
  const found: PythonImport[] = [];
  let optional = 0;
  tree.iterate({
    enter(node) {
      if (found.length >= MAX_IMPORTS) return false;
      if (OPTIONAL.has(node.name)) optional += 1;
      const given =
        node.name === 'ImportStatement'
          ? modulesOf(text, node.node)
          : node.name === 'CallExpression'
            ? calledModule(text, node.node)
            : [];
      for (const one of given) found.push({ ...one, position: node.from, isNeeded: optional === 0 });
      return true;
    },
    leave(node) {
      if (OPTIONAL.has(node.name)) optional -= 1;
    },
  });
  return found;
}

type Module = Pick<PythonImport, 'module' | 'names'>;

function modulesOf(text: string, statement: SyntaxNode): readonly Module[] {
  const words = text
    .slice(statement.from, statement.to)
    .replace(/#[^\n]*|[\\()]/g, ' ')
    .replace(/\s+/g, ' ');
  return modulesIn(words);
}

/** The modules of one statement whose words stand on one line. */
function modulesIn(words: string): readonly Module[] {
  const from = /^from (\.*[\w. ]*?) ?import(?: (.*))?$/.exec(words);
  if (from === null)
    return words
      .replace(/^import /, '')
      .split(',')
      .map((part) => ({ module: nameOf(part), names: [] }))
      .filter(({ module }) => module !== '');
  const module = nameOf(from[1] ?? '');
  if (module === '' || module.startsWith('.')) return [];
  return [{ module, names: (from[2] ?? '').split(',').map(nameOf) }];
}

const nameOf = (part: string): string => part.replace(/ as .*$/, '').replaceAll(' ', '');

/** `__import__('x')` and `importlib.import_module('x')`. */
function calledModule(text: string, call: SyntaxNode): readonly Module[] {
  const end = Math.min(call.to, call.from + 300);
  const module = /^(?:__import__|(?:importlib\.)?import_module)\(\s{0,20}["']([A-Za-z_][\w.]{0,100})["']/.exec(
    text.slice(call.from, end),
  )?.[1];
  return module === undefined ? [] : [{ module, names: [] }];
}

const LINE = /^\f?((?:import|from)[ \t][^\n;]{1,2000})/gm;
const FROM = /^from (?:\w+ ?\. ?)*\w+ import /;
const IMPORT = /^import (?:\w+ ?\. ?)*\w+(?: as \w+)?(?: ?, ?(?:\w+ ?\. ?)*\w+(?: as \w+)?)*$/;

/** Of a text that is not Python 3 throughout: statements that begin a line stand in no function and no `try`. */
function importsAtLineStarts(text: string): readonly PythonImport[] {
  const found: PythonImport[] = [];
  for (const match of withoutStrings(text).matchAll(LINE)) {
    if (found.length >= MAX_IMPORTS) break;
    const words = (match[1] ?? '')
      .replace(/[\\()]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    // Names may follow on the next lines only behind a bracket or a backslash.
    if (/ import$/.test(words) && !/[\\(]/.test(match[1] ?? '')) continue;
    if (!(words.startsWith('from') ? FROM.test(`${words} `) : IMPORT.test(words))) continue;
    for (const one of modulesIn(words)) found.push({ ...one, position: match.index, isNeeded: true });
  }
  return found;
}
