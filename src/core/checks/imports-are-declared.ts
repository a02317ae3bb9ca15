import type { Code } from '../facts/code.ts';
import type { DeclaredPackages } from '../facts/declared-packages.ts';
import { folderOf } from '../facts/tree.ts';
import type { CodeFile, CodeImport } from '../model/code-file.ts';
import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { notAsked } from '../model/snapshot.ts';
import { normalName } from '../parse/package-name.ts';
import { condaNameOf } from '../tables/conda-names.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';
import { placeIn } from './code-place.ts';

export default defineCheck({
  id: 'imports-are-declared',
  statement: 'Every package that the code imports stands in an environment file.',
  failure: 'the code imports packages that no environment file names',
  why: 'Whoever builds the environment from the file meets a ModuleNotFoundError at the first import that it lacks.',
  fix: 'Add the package to the environment file.',
  reads: ['code', 'declaredPackages'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'import seaborn\n# environment.yml: - seaborn=0.13',
    fail: 'import seaborn\n# environment.yml: - numpy',
  },

  judge({ code, declaredPackages }): Verdict {
    if (code.files.length === 0) return unknownBecause(notAsked);
    const python = code.files.filter(({ path }) => /\.(?:py|ipynb)$/i.test(path));
    if (python.length === 0) return notApplicable('There is no code in Python.');
    const { names, specs, dockerfile, unreadSpec } = declaredPackages;
    if (names.size === 0 || (specs.length === 0 && dockerfile === null))
      return unreadSpec === null
        ? notApplicable('No environment file names packages for Python.')
        : unknownBecause({ kind: 'bad-format', detail: unreadSpec });
    const unknown = unknownBringer(python, declaredPackages);
    const missing = python.flatMap((file) => missingIn(file, declaredPackages, unknown));
    const notes = notesOn(missing, python);
    const faults = firstOfEach(missing.filter(({ isFault }) => isFault));
    const sure = faults.filter(({ doubt }) => doubt === undefined);
    const [first] = sure;
    if (first !== undefined) return withNotes(failed(sure, declaredPackages), notes);
    const [doubtful] = faults;
    if (doubtful !== undefined)
      return withNotes(
        unknownBecause({
          kind: 'bad-format',
          detail: `Not decided for ${namesOf(faults)}: ${doubtful.doubt}`,
        }),
        notes,
      );
    const [unread] = python.filter(({ file }) => file.problem !== null);
    if (unread !== undefined)
      return unknownBecause({ kind: 'bad-format', detail: `${unread.path}: ${unread.file.problem}` });
    return withNotes(
      pass('Every import that Reprise knows is declared.', treeEvidence('imports of other packages', python.length)),
      notes,
    );
  },
});

/** An import whose package no file names. */
interface Missing {
  readonly name: string;
  readonly path: string;
  readonly found: CodeImport;
  /** False where it is a note: the code may go on without, the notebook installs it, the file is aside. */
  readonly isFault: boolean;
  readonly isInstalled: boolean;
  readonly doubt: string | undefined;
}

/** Code that few run: tests, documentation, what was put away, what others wrote. */
const ASIDE =
  /(?:^|\/)(?:tests?|testing|docs?|_?archived?|_?old|legacy|deprecated|scratch|sandbox|\.[\w-]+|third[_-]?party|vendor|extern(?:al)?|submodules?)\/|(?:^|\/)(?:setup|conftest|noxfile|tasks|conf|test_[^/]*|[^/]*_test)\.py$/i;

/** A declared package that the code imports and that no table knows: what it brings along is not known. */
function unknownBringer(files: Code['files'], { names, modules }: DeclaredPackages): string | undefined {
  const parts = new Set([...names].flatMap((name) => [name, ...name.split('-')]));
  return files
    .flatMap(({ file }) => file.imports)
    .filter(({ distributions }) => distributions === null)
    .map(({ value }) => value.split('.')[0] ?? value)
    .find((top) => !modules.has(top) && parts.has(normalName(top)));
}

function missingIn(
  { path, file }: Code['files'][number],
  declared: DeclaredPackages,
  unknown: string | undefined,
): readonly Missing[] {
  const installed = new Set(file.installs.map(({ value }) => value));
  return file.imports.flatMap((found): readonly Missing[] => {
    const { distributions, providers, value } = found;
    const top = value.split('.')[0] ?? value;
    if (distributions === null || declared.modules.has(top)) return [];
    const names = [...distributions, ...providers, normalName(top)];
    if (names.some((name) => declared.names.has(name))) return [];
    const isInstalled = names.some((name) => installed.has(name));
    const isFault = found.isNeeded && !isInstalled && !ASIDE.test(path);
    const doubt = declared.isWhole
      ? (declared.doubts.find(({ folder }) => folder === '' || path.startsWith(`${folder}/`))?.reason ??
        (unknown === undefined ? undefined : `What ${unknown} brings along is not known.`))
      : 'A part of the list of files was not read.';
    return [{ name: distributions[0], path, found, isFault, isInstalled, doubt }];
  });
}

const namesOf = (missing: readonly Missing[]): string =>
  shortList(
    missing.map(({ name }) => name),
    4,
  );

const firstOfEach = (missing: readonly Missing[]): readonly Missing[] =>
  [...new Map(missing.toReversed().map((one) => [one.name, one])).values()].toReversed();

function notesOn(
  missing: readonly Missing[],
  python: readonly { readonly file: CodeFile; readonly path: string }[],
): readonly string[] {
  const faults = new Set(missing.filter(({ isFault }) => isFault).map(({ name }) => name));
  const names = (all: readonly Missing[]) =>
    [...new Set(all.map(({ name }) => name))].filter((name) => !faults.has(name));
  const installed = names(missing.filter(({ isInstalled }) => isInstalled));
  const optional = names(missing.filter(({ isFault, isInstalled }) => !isFault && !isInstalled));
  const problems = python.filter(({ file }) => file.problem !== null).map(({ path }) => path);
  return [
    ...(installed.length > 0 ? [`Installed by the code itself: ${shortList(installed, 6)}.`] : []),
    ...(optional.length > 0
      ? [`Imported only where the code may go on without, in tests or in files put aside: ${shortList(optional, 6)}.`]
      : []),
    ...(problems.length > 0 ? [`Not read: ${shortList(problems, 3)}.`] : []),
  ];
}

function failed(missing: readonly Missing[], { specs, dockerfile }: DeclaredPackages): Verdict {
  const names = missing.map(({ name }) => name);
  const evidence = missing.slice(0, 20).map(({ path, found }) => lineEvidence(path, found.line, placeIn(found)));
  const is = names.length === 1 ? 'is imported and stands' : 'are imported and stand';
  const verdict = fail(`${namesOf(missing)} ${is} in no environment file.`, ...evidence);
  const spec = specs.find(({ path }) => missing.every((one) => one.path.startsWith(folderOf(path))));
  if (spec === undefined && dockerfile === null)
    return withFix(
      verdict,
      'Name them in an environment file at the root, such as requirements.txt:',
      names.join('\n'),
    );
  if (spec === undefined)
    return withFix(verdict, `Add to ${dockerfile}:`, `RUN pip install --no-cache-dir ${names.join(' ')}`);
  if (spec.family === 'conda' && /\.ya?ml$/i.test(spec.path))
    return withFix(
      verdict,
      `Add below \`dependencies:\` in ${spec.path}, with the versions that \`conda list\` shows:`,
      names.map((name) => `  - ${condaNameOf(name)}`).join('\n'),
    );
  if (/(?:pixi\.toml|Pipfile)$/.test(spec.path))
    return withFix(verdict, `Add to the packages in ${spec.path}:`, names.map((name) => `${name} = "*"`).join('\n'));
  if (/\.toml$|\.py$/.test(spec.path))
    return withFix(verdict, `Add to the dependencies in ${spec.path}:`, names.map((name) => `"${name}",`).join('\n'));
  return withFix(verdict, `Add to ${spec.path}, with the versions that \`pip list\` shows:`, names.join('\n'));
}
