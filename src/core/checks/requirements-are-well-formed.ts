import type { RequirementsFile } from '../facts/requirements-files.ts';
import { lineEvidence } from '../model/finding.ts';
import { normalName } from '../parse/package-name.ts';
import type { RequirementLine, Requirements } from '../parse/requirements.ts';
import { rightRequirement, wrongNameOnPypi } from '../tables/names-wrong-on-pypi.ts';
import { defineCheck, fail, notApplicable, pass, type Verdict, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'requirements-are-well-formed',
  statement: 'pip can read every line of the requirements.',
  failure: 'pip stops at a line of the requirements',
  why: 'pip reads the whole file before it installs anything: one line that it cannot follow, and nothing is installed.',
  fix: 'Mend the line shown, then try `pip install -r` in an empty environment.',
  reads: ['requirementsFiles'],
  decidedBy: 'any-counterexample',
  examples: { pass: 'numpy==1.26.4\nscikit-learn~=1.4', fail: 'os\nsklearn\ncertifi @ file:///croot/certifi' },

  judge({ requirementsFiles: { files, others, missing, onlyEmpty } }) {
    const notes = [...files.flatMap(variableNotes), ...others.flatMap(noteOfOther)];
    if (onlyEmpty !== null && files.every(({ lines }) => lines.length === 0))
      return notApplicable(`${onlyEmpty} holds no package: see “A file declares the environment.”`);
    const wrong = files.flatMap((file) =>
      [...faultsOf(file), ...missing.flatMap((one) => (one.path === file.path ? [notThere(one.line)] : []))].map(
        (fault) => ({ ...fault, file }),
      ),
    );
    const [first] = wrong;
    if (first !== undefined) return withNotes(wrongVerdict(first, wrong), notes);
    const [shown] = files.flatMap(({ path, lines }) => lines.slice(0, 1).map((line) => ({ path, line })));
    if (shown === undefined) return withNotes(notApplicable('There are no requirements for pip.'), notes);
    const paths = [...new Set(files.map(({ path }) => path))].join(' and ');
    const count = files.reduce((sum, { lines }) => sum + lines.length, 0);
    return withNotes(
      pass(
        `pip can read ${paths}: ${count} ${count === 1 ? 'line' : 'lines'}.`,
        lineEvidence(shown.path, shown.line.line, shown.line.text),
      ),
      notes,
    );
  },
});

const notThere = ({ line, text }: RequirementLine): Fault => ({
  line,
  text,
  why: 'That file is not there.',
  instead: null,
});

function noteOfOther(file: RequirementsFile): readonly string[] {
  const [fault] = faultsOf(file);
  return fault === undefined ? [] : [`${file.path}, which nothing installs: ${fault.why}`];
}

const variableNotes = ({ path, lines }: RequirementsFile): readonly string[] =>
  lines
    .filter(({ kind }) => kind === 'variable')
    .map(({ line, text }) => `${path} line ${line}, \`${short(text)}\`: pip fills it in from the shell’s variables.`);

/** `instead` is the line that takes its place; null where it is to go, undefined where that is not known. */
interface Fault {
  readonly line: number;
  readonly text: string;
  readonly why: string;
  readonly instead?: string | null;
}

function faultsOf(file: RequirementsFile): readonly Fault[] {
  const { shape, shapeLine, lines } = file;
  if (shape !== 'requirements')
    return [{ line: shapeLine?.line ?? 1, text: shapeLine?.text ?? '', why: SHAPES[shape] }];
  if (lines.length === 0) return [{ line: 1, text: '', why: 'It is empty.' }];
  return lines.flatMap((line) => faultOf(line) ?? []);
}

const SHAPES: Readonly<Record<Exclude<Requirements['shape'], 'requirements'>, string>> = {
  'explicit-list': 'It is a list for conda (`@EXPLICIT`), which pip cannot read.',
  'conda-list': 'It is a list for conda (`name=version=build`), which pip cannot read.',
  'pip-list': 'It is what `pip list` prints, which pip cannot read back; `pip freeze` prints what it can.',
  'merge-conflict': 'A merge conflict was left in it, and pip cannot read its marks.',
  prose: 'It is a text for people, no list of requirements.',
};

function faultOf({ line, text, kind, name, constraint, fault }: RequirementLine): Fault | null {
  if (fault === 'local-path')
    return {
      line,
      text,
      why: 'That path is on one machine only.',
      ...(name === null ? {} : { instead: `${name}==VERSION` }),
    };
  if (fault === 'single-equals')
    return { line, text, why: 'pip knows `==`, not `=`.', instead: text.replace(/\s{0,20}=\s{0,20}/, '==') };
  if (kind === 'invalid') return { line, text, why: 'That is no requirement.' };
  const wrong = name === null || kind !== 'requirement' ? null : wrongNameOnPypi(normalName(name));
  if (wrong === null || /[/:]/.test(text.split('#')[0] ?? '')) return null;
  if (wrong.kind === 'standard-library')
    return { line, text, why: `\`${name}\` comes with Python; pip finds no such package.`, instead: null };
  if (wrong.instead === null)
    return { line, text, why: `pip finds no package \`${name}\`; it belongs to one computer’s system.`, instead: null };
  const why =
    normalName(name ?? '') === 'sklearn' ? 'always stops since December 2023' : 'is no package that pip finds';
  return {
    line,
    text,
    why: `\`${name}\` ${why}; the package is \`${wrong.instead}\`.`,
    instead: rightRequirement(wrong.instead, normalName(name ?? ''), constraint),
  };
}

function wrongVerdict(
  first: Fault & { readonly file: RequirementsFile },
  wrong: readonly (Fault & { readonly file: RequirementsFile })[],
): Verdict {
  const { path, isPipList } = first.file;
  const more = wrong.length > 1 ? ` And ${wrong.length - 1} more.` : '';
  const where = first.text === '' ? path : `${path} line ${first.line}, \`${short(first.text)}\``;
  const verdict = fail(
    `${where}: ${first.why}${more}`,
    ...wrong.slice(0, 20).map(({ file, line, text }) => lineEvidence(file.path, line, text)),
  );
  return withFix(verdict, ...fixOf(first, wrong, isPipList));
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function fixOf(
  first: Fault & { readonly file: RequirementsFile },
  wrong: readonly Fault[],
  isPipList: boolean,
): [string, string | null] {
  const { shape, lines } = first.file;
  if (shape === 'pip-list' || (shape === 'requirements' && lines.length === 0))
    return ['Write the list anew, in the environment that the project was made in.', 'pip freeze > requirements.txt'];
  if (shape === 'explicit-list' || shape === 'conda-list')
    return [
      'conda takes this list; for pip, write one in the environment that the project was made in.',
      'pip list --format=freeze > requirements.txt',
    ];
  if (shape === 'merge-conflict')
    return [
      'Keep one of the two sides, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
      null,
    ];
  if (shape === 'prose') return ['Keep the text in the README, and one `name==version` a line here.', null];
  if (first.text.includes('file:'))
    return [
      'Write the versions instead of the paths; this prints the list without paths.',
      'pip list --format=freeze > requirements.txt',
    ];
  if (first.instead === null) return [wrong.length > 1 ? 'Take these lines out.' : 'Take this line out.', null];
  if (first.instead !== undefined)
    return ['Replace the line by this one.', isPipList ? `      - ${first.instead}` : first.instead];
  return ['Write one requirement a line, `name==version`, and put `#` before words.', null];
}
