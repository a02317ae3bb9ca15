import type { EnvironmentDraft } from '../facts/environment-draft.ts';
import { folderOf } from '../facts/tree.ts';
import { shortList } from '../model/short-list.ts';
import { normalName } from '../parse/package-name.ts';
import { parseRequirement, type RequirementLine } from '../parse/requirements.ts';
import { rightRequirement, wrongNameOnPypi } from '../tables/names-wrong-on-pypi.ts';
import { NEWEST, newestPythonFor } from '../tables/newest-python.ts';
import { systemOfPipName } from '../tables/one-system-packages.ts';
import { yamlText } from './yaml-text.ts';

/** A file to paste whole, and what is to be said about it in one sentence or two. */
export interface WrittenFile {
  readonly text: string;
  readonly say: string;
}

/** More than this is not pasted. */
export const MOST_PASTED = 8_000;

/** An environment.yml that conda reads whole and Linux can create, from what a repository tells. */
export function environmentFile({ name, python, from }: EnvironmentDraft): WrittenFile {
  const minor = python?.minor ?? `3.${chosenMinor(from)}`;
  const write = (entries: readonly string[]) =>
    [
      `name: ${yamlText(name)}`,
      'channels:',
      '  - conda-forge',
      'dependencies:',
      `  - python=${minor}`,
      '  - pip',
      ...(entries.length === 0 ? [] : ['  - pip:']),
      ...entries.map((entry) => `      - ${yamlText(entry)}`),
      '',
    ].join('\n');
  const entries = entriesFrom(from);
  const whole = write(entries);
  const isWhole = whole.length <= MOST_PASTED;
  const short = isWhole ? entries : byFile(from);
  const said =
    python === null
      ? `python=${minor} is a choice: write the version that the project was made with.`
      : `Python ${python.minor} stands in ${python.path} line ${python.line}.`;
  return {
    text: isWhole ? whole : write(short),
    say: `${said} ${saidOf(short.length > 0 ? from : null, entries.length)}`,
  };
}

function entriesFrom(from: EnvironmentDraft['from']): readonly string[] {
  if (from === null) return [];
  return from.kind === 'imports' ? importedEntries(from.packages) : entriesOf(from);
}

/** A long list may stay in its own file where all of it is right. */
const byFile = (from: EnvironmentDraft['from']): readonly string[] =>
  from?.kind === 'requirements' &&
  /\.(?:txt|in)$/.test(from.path) &&
  from.lines.every((line) => entryOf(line, '') === line.text)
    ? [`-r ${from.path}`]
    : [];

/** The newest version of Python for which all that is held has builds. */
const chosenMinor = (from: EnvironmentDraft['from']): number =>
  Math.min(
    NEWEST,
    ...(from?.kind === 'requirements' ? from.lines : []).map(({ name, constraint }) => {
      const exact = /^={2,3}(\d[\d.]*)(?:\+[\w.]+)?$/.exec(constraint)?.[1];
      return name === null || exact === undefined ? NEWEST : newestPythonFor(normalName(name), exact);
    }),
  );

function saidOf(from: EnvironmentDraft['from'], count: number): string {
  if (from === null)
    return 'Add a `name=version` line for each package that the code imports; `conda list` tells the versions.';
  if (from.kind === 'imports') {
    const unknown =
      from.unknown.length === 0 ? '' : ` Where these come from is not known: ${shortList(from.unknown, 6)}.`;
    return `The packages are those that the code imports; their versions are left to pin, and \`pip freeze\` tells them.${unknown}`;
  }
  const left = new Set(from.lines.map(({ text }) => text)).size - count;
  return `The packages are those of ${from.path}${left > 0 ? `, without ${left} that pip on Linux cannot follow` : ''}.`;
}

const importedEntries = (packages: readonly string[]): readonly string[] =>
  packages.filter((name) => wrongNameOnPypi(name) === null && systemOfPipName(name) === null);

const entriesOf = ({ path, lines }: { readonly path: string; readonly lines: readonly RequirementLine[] }) => [
  ...new Set(
    lines
      .flatMap((line) => entryOf(line, folderOf(path)) ?? [])
      .filter((entry) => parseRequirement(entry, 1).kind !== 'invalid'),
  ),
];

/** A line as it can stand below `pip:` of a file in the root folder; null where it is to go. */
function entryOf(line: RequirementLine, folder: string): string | null {
  const { text, kind, name, constraint, fault, hasMarker } = line;
  const normal = name === null ? '' : normalName(name);
  if ((!hasMarker || fault === 'local-path') && systemOfPipName(normal) !== null) return null;
  if (kind === 'option' || kind === 'path') return fromRoot(text, folder);
  const wrong = wrongNameOnPypi(normal);
  if (fault === 'local-path') return wrong === null ? name : wrong.instead;
  if (kind === 'invalid' && fault !== 'single-equals') return null;
  const isAddress = kind === 'variable' || /[/:]/.test(text.split('#')[0] ?? '');
  if (wrong !== null && !isAddress)
    return wrong.instead === null ? null : rightRequirement(wrong.instead, normal, constraint);
  return fault === 'single-equals' ? text.replace(/\s{0,20}=\s{0,20}/, '==') : text;
}

const TAKES_PATH = /^(-r|-c|-e|--requirement|--constraint|--editable)(?:\s{1,20}|=)?(?![a-z+]{2,20}:)(?=[\w.])/;

/** Paths are told from the folder of the file that holds them. */
function fromRoot(text: string, folder: string): string {
  if (folder === '') return text;
  const option = TAKES_PATH.exec(text);
  if (option !== null) return `${option[1]} ${folder}/${text.slice(option[0].length).replace(/^\.\//, '')}`;
  return /^\.{1,2}(?:$|\/)/.test(text) ? `./${folder}/${text}` : text;
}
