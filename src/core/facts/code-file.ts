import type { CodeFile, CodeImport, CodeMention } from '../model/code-file.ts';
import { codeOf, commentSignsOf, isInComment } from '../parse/code-comments.ts';
import { findCodeInstalls } from '../parse/code-installs.ts';
import { findMachinePaths } from '../parse/machine-paths.ts';
import { parseNotebook, pythonOfCell } from '../parse/notebook.ts';
import { findOpenedFiles } from '../parse/opened-files.ts';
import { normalName } from '../parse/package-name.ts';
import { pythonImports } from '../parse/python-imports.ts';
import { isOnlyText, type PythonTree, pythonTree } from '../parse/python-source.ts';
import { findWrittenFiles } from '../parse/written-files.ts';
import { condaNameOf } from '../tables/conda-names.ts';
import { distributionsOf } from '../tables/import-names.ts';
import { withBringers } from '../tables/package-dependencies.ts';
import { isOfStandardLibrary } from '../tables/standard-library.ts';
import { mentionIn } from './mention-in.ts';

const MAX_MACHINE = 20;
const MAX_HARMLESS = 5;
const MAX_IMPORTS = 200;

/** What one file of code imports and opens; `path` tells the language. Pure; never throws; a second for 10 MB at most. */
export function codeFileOf(path: string, text: string): CodeFile {
  if (/\.ipynb$/i.test(path)) return ofNotebook(text);
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (/\.py$/i.test(path)) return joined([ofPython(bare, bare, null)]);
  const code = codeOf(path, bare);
  const signs = commentSignsOf(path);
  const isText = (position: number) => isInComment(code, position, signs);
  const installs = /\.(?:sh|bash)$/i.test(path) ? installsIn(code, null, true) : [];
  return joined([{ ...foundIn(code, null, isText), imports: [], installs }]);
}

type Found = Omit<CodeFile, 'problem'>;

function ofNotebook(text: string): CodeFile {
  const { cells, isPython, problem } = parseNotebook(text);
  const parts = cells.map(({ cell, source, outputs }): Found => {
    const { python, isOther } = pythonOfCell(source);
    const found =
      isPython && !isOther
        ? ofPython(source, python, cell)
        : {
            ...foundIn(source, cell, (position) => isInComment(source, position, commentSignsOf('.sh'))),
            imports: [],
            installs: installsIn(source, cell),
          };
    const shown = outputs.flatMap((output) =>
      findMachinePaths(output).slice(0, MAX_HARMLESS).map(mentionIn(output, cell)),
    );
    return { ...found, harmlessPaths: [...found.harmlessPaths, ...shown] };
  });
  return { ...joined(parts), problem };
}

/** `python` is the same text without what is not Python's own (lines of IPython), each place as it was. */
function ofPython(source: string, python: string, cell: number | null): Found {
  const tree = /import|\/(?:home|Users)\/|[A-Za-z]:[\\/]|\/content\//.test(python) ? pythonTree(python) : null;
  const isText = (position: number) => isTextOf(tree, python, position);
  return {
    ...foundIn(source, cell, isText),
    imports: importsIn(source, python, tree, cell),
    installs: installsIn(source, cell),
  };
}

const isTextOf = (tree: PythonTree | null, python: string, position: number): boolean =>
  tree === null ? isInComment(python, position, commentSignsOf('.py')) : isOnlyText(tree, python, position);

function foundIn(
  code: string,
  cell: number | null,
  isText: (position: number) => boolean,
): Pick<Found, 'machinePaths' | 'harmlessPaths' | 'openedFiles' | 'writtenFiles'> {
  const mention = mentionIn(code, cell);
  const machinePaths: CodeMention[] = [];
  const harmlessPaths: CodeMention[] = [];
  for (const one of findMachinePaths(code)) {
    if (one.isHarmless || isText(one.position)) {
      if (harmlessPaths.length < MAX_HARMLESS) harmlessPaths.push(mention(one));
    } else if (machinePaths.length < MAX_MACHINE) machinePaths.push(mention(one));
  }
  const openedFiles = findOpenedFiles(code)
    .filter(({ position }) => !isText(position))
    .map(mention);
  return { machinePaths, harmlessPaths, openedFiles, writtenFiles: findWrittenFiles(code) };
}

const installsIn = (source: string, cell: number | null, isShell = cell !== null): readonly CodeMention[] =>
  findCodeInstalls(source, isShell).map(mentionIn(source, cell));

/** What installs packages has these at hand, and what runs a notebook those. */
const OF_INSTALLER = /^(?:setuptools|pkg_resources|pip|wheel)$/;
const OF_KERNEL = /^(?:IPython|ipykernel|traitlets|jupyter_core|google\.colab)(?:\.|$)/;

function importsIn(
  source: string,
  python: string,
  tree: PythonTree | null,
  cell: number | null,
): readonly CodeImport[] {
  const mention = mentionIn(source, cell);
  return pythonImports(python, tree).flatMap(({ module, names, position, isNeeded }) => {
    const top = module.split('.')[0] ?? module;
    if (isOfStandardLibrary(top) || OF_INSTALLER.test(top) || (cell !== null && OF_KERNEL.test(module))) return [];
    // Of these, one distribution is a folder of a shared one.
    const modules = SHARED.test(module) ? names.map((name) => `${module}.${name}`) : [module];
    return modules.map((value): CodeImport => {
      const distributions = distributionsOf(value);
      const providers = distributions === null || !isNeeded ? [] : providersOf(distributions);
      return { ...mention({ value, position }), distributions, providers, isNeeded };
    });
  });
}

const SHARED = /^(?:google(?:\.cloud)?|azure(?:\.\w{1,20})?|mpl_toolkits|ruamel)$/;

/** Under the names of pip and of conda. */
const providersOf = (distributions: readonly string[]): readonly string[] => {
  const all = withBringers(distributions);
  return [...new Set(all.flatMap((name) => [name, normalName(condaNameOf(name))]))];
};

/** The parts of one file together: each import once, the one that is needed. */
function joined(parts: readonly Found[]): CodeFile {
  const imports = new Map<string, CodeImport>();
  for (const one of parts.flatMap((part) => part.imports)) {
    const key = one.distributions?.[0] ?? one.value.split('.')[0] ?? '';
    const known = imports.get(key);
    if (known === undefined || (one.isNeeded && !known.isNeeded)) imports.set(key, one);
  }
  return {
    imports: [...imports.values()].slice(0, MAX_IMPORTS),
    machinePaths: parts.flatMap((part) => part.machinePaths).slice(0, MAX_MACHINE),
    harmlessPaths: parts.flatMap((part) => part.harmlessPaths).slice(0, MAX_HARMLESS),
    openedFiles: parts.flatMap((part) => part.openedFiles).slice(0, 50),
    writtenFiles: [...new Set(parts.flatMap((part) => part.writtenFiles))].slice(0, 100),
    installs: parts.flatMap((part) => part.installs).slice(0, 100),
    problem: null,
  };
}
