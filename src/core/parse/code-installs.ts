import { installCalls } from './install-calls.ts';
import { normalName } from './package-name.ts';
import { parseRequirement } from './requirements.ts';
import { shellWords } from './shell-words.ts';

/** A package that code installs or lists for itself, in pip's normal form. */
export interface CodeInstall {
  readonly value: string;
  readonly position: number;
}

const MAX_FOUND = 100;
/** `!pip install x`, `%conda install x`, and the same line in a cell of a shell. */
const SHELL_LINE =
  /^[ \t]{0,40}[!%]?[ \t]{0,9}((?:sudo |python3? -m |uv )?(?:pip3?|conda|mamba)[ \t](?:[^\n\\]|\\\r?\n|\\){1,1000})$/gm;
/** `os.system("pip install x")`, `check_call([executable, "-m", "pip", "install", "x"])`. */
const CALLED = /["'](?:[^"'\n]{0,60} )?pip3?["']?[ ,]{1,4}["']?install\b["', \t]{1,6}([^\n)\]]{1,400})/g;
/** The head of a script (PEP 723). */
const HEAD = /^# \/\/\/ script[ \t]*\n((?:#[^\n]{0,500}\n){1,60}?)# \/\/\/[ \t]*$/m;

/** What the code of a file installs. `isShell` for cells of a shell and of a notebook, where such lines are commands. */
export function findCodeInstalls(text: string, isShell: boolean): readonly CodeInstall[] {
  if (!/\bpip|conda|mamba|\/\/\/ script/.test(text)) return [];
  const found = isShell ? [...text.matchAll(SHELL_LINE)].flatMap(ofCommand) : [];
  for (const { 1: rest = '', index } of text.matchAll(CALLED))
    for (const word of rest.split(/["',\s]+/)) found.push(...named(word, index));
  const head = HEAD.exec(text);
  const list = /dependencies\s{0,9}=\s{0,9}\[([\s\S]{0,20000}?)\n?#?\s{0,9}\]/.exec(head?.[1] ?? '')?.[1] ?? '';
  for (const [, entry = ''] of list.matchAll(/["']([^"'\n]{1,200})["']/g))
    found.push(...named(entry, head?.index ?? 0));
  return found.slice(0, MAX_FOUND);
}

function ofCommand({ 1: line = '', index }: RegExpExecArray): readonly CodeInstall[] {
  const calls = installCalls(shellWords(line).commands);
  return calls.flatMap((call) =>
    call?.isInstall === true
      ? call.packages
          .map(({ name }) => ({ value: normalName(name), position: index }))
          .filter(({ value }) => /^\w/.test(value))
      : [],
  );
}

function named(word: string, position: number): readonly CodeInstall[] {
  const { name } = parseRequirement(word, 1);
  return name === null || /^install$/.test(name) ? [] : [{ value: normalName(name), position }];
}
