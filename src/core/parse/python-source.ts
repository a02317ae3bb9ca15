import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { parser } from '@lezer/python';

export type PythonTree = Tree;

/** Beyond this many characters Python is read by its lines alone: lezer takes 0.7 s/MB. */
const MAX_PARSED = 512 * 1024;
/** At the first error it stops: what it makes of the rest is a guess, and guessing takes 20 s/MB on a hostile text. */
const strict = parser.configure({ strict: true });

/** The syntax tree of Python code; null where it is too large or not Python 3 throughout. Never throws. */
export function pythonTree(text: string): Tree | null {
  if (text.length > MAX_PARSED) return null;
  try {
    return strict.parse(text);
  } catch {
    return null;
  }
}

/** Strings and comments; a string that never ends is none. */
const STRING_OR_COMMENT = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[^\n]|[^"\\\n])*"|'(?:\\[^\n]|[^'\\\n])*'|#[^\n]*/g;

/** The same text with strings and comments blank, each line and place as it was. */
export const withoutStrings = (text: string): string =>
  text.replace(STRING_OR_COMMENT, (found) => found.replace(/[^\n]/g, ' '));

/** Calls whose texts are only shown. */
const SHOWS = /^(?:print|warn|input|exit|(?:log|logger|logging|warnings)\.\w{1,20})$/;

/** Whether a place lies in a comment, in a text that stands for itself (documentation), or in one that is only shown. */
export function isOnlyText(tree: Tree, text: string, position: number): boolean {
  let inner = '';
  for (let node: SyntaxNodeRef['node'] | null = tree.resolveInner(position, 1); node !== null; node = node.parent) {
    if (node.name === 'Comment') return true;
    if (node.name === 'PrintStatement') return true;
    if (node.name === 'ExpressionStatement') return /String$/.test(inner);
    if (node.name === 'RaiseStatement') return true;
    if (node.name === 'CallExpression' && SHOWS.test(text.slice(node.from, node.firstChild?.to ?? node.from)))
      return true;
    if (node.name === 'ArgList' && isHelp(text, position, node.from)) return true;
    inner = node.name;
  }
  return false;
}

/** `help='Example: C:/…'`: the last keyword before a place, in the brackets that hold it. */
function isHelp(text: string, position: number, opened: number): boolean {
  const before = text.slice(Math.max(opened, position - 1_000), position);
  const keyword = [...before.matchAll(/[(,]\s{0,80}(\w{1,30})\s{0,4}=(?!=)/g)].at(-1)?.[1] ?? '';
  return /^(?:help|description|epilog|usage|placeholder|tooltip|title)$/.test(keyword);
}
