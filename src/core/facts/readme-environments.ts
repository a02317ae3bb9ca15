import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { condaEntries, readCondaEntry } from './conda-environment.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact, sentencesIn } from './readme.ts';
import { type ReadmeCommand, readmeCommandsOf } from './readme-commands.ts';
import { isElsewhere, isStandIn } from './readme-folders.ts';
import { readmeStepsFact, stepDocuments } from './readme-steps.ts';
import { pathFrom } from './tree.ts';

/** A line that activates an environment, or creates one. */
export interface EnvironmentLine {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
  readonly kind: 'conda' | 'venv';
  /** Null where an environment is created whose name is not known. */
  readonly name: string | null;
}

/** The environments that the README creates and activates. */
export interface ReadmeEnvironments {
  readonly activated: readonly (EnvironmentLine & { readonly name: string })[];
  readonly created: readonly EnvironmentLine[];
  /** The names that conda's files of the repository give. */
  readonly named: readonly { readonly path: string; readonly name: string }[];
  /** Whether a command may create one whose effect is not known: a script, a target of make. */
  readonly mayCreateMore: boolean;
  /** Whether the reader is told to create one in words or on another page, and whether that is one of Python's own. */
  readonly isTold: Readonly<Record<EnvironmentLine['kind'], boolean>>;
}

export const readmeEnvironmentsFact = perSnapshot((snapshot: Snapshot): Fact<ReadmeEnvironments> => {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return readme;
  const commands = readmeCommandsOf(snapshot);
  const { named, isWhole } = namesOfFiles(snapshot);
  const nameOf = (path: string): string | null => named.find((file) => file.path === path)?.name ?? null;
  const steps = readmeStepsFact(snapshot);
  const isGuided = steps.state === 'present' && steps.value.outsideGuide !== null;
  const value: ReadmeEnvironments = {
    activated: commands.flatMap(activatedBy),
    created: commands.flatMap((command) => createdBy(command, nameOf)),
    named,
    mayCreateMore: !isWhole || commands.some(mayCreate),
    isTold: { conda: isGuided || isSaid(snapshot, SAID), venv: isGuided || isSaid(snapshot, SAID_VENV) },
  };
  return { state: 'present', value, unread: steps.state === 'present' ? steps.unread : readme.unread };
});

const dashed = (words: readonly string[]): readonly string[] =>
  words.map((word) => word.replace(/^[–—]+(?=\w)/, (dash) => (word.length - dash.length > 1 ? '--' : '-')));

const lineOf = ({ path, line, quote }: ReadmeCommand) => ({ path, line, quote });

const IN_FOLDER = /^(.{1,200}?)\/(?:bin|Scripts)\/activate(?:\.\w{1,5})?$/i;

function activatedBy(command: ReadmeCommand): ReadmeEnvironments['activated'] {
  if (!command.isExplicit) return [];
  const [program = '', first = '', second = ''] = dashed(command.all.map((word) => word.replace(/[.,;:]+$/, '')));
  const folder = IN_FOLDER.exec(/^(?:source|\.|call)$/.test(program) ? first : program)?.[1];
  if (folder !== undefined)
    return isElsewhere(folder) || isStandIn(folder) ? [] : [{ ...lineOf(command), kind: 'venv', name: bare(folder) }];
  const name =
    /^(?:conda|mamba|micromamba)$/.test(program) && first === 'activate'
      ? second
      : program === 'source' && first === 'activate'
        ? second
        : '';
  const isNone =
    name === '' ||
    name.startsWith('-') ||
    /^(?:base|root)$/.test(name) ||
    isStandIn(name) ||
    isElsewhere(name) ||
    /[^\w./+-]/.test(name);
  // A name in capitals stands in for one.
  return isNone || /^[A-Z_]+$/.test(name) || /^(?:env|environment|name|env[_-]?name)$/i.test(name)
    ? []
    : [{ ...lineOf(command), kind: 'conda', name: bare(name) }];
}

const bare = (name: string): string => name.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');

function createdBy(command: ReadmeCommand, nameOf: (path: string) => string | null): readonly EnvironmentLine[] {
  const words = dashed(command.words);
  const [program = '', first = '', second = ''] = words;
  const made = (kind: EnvironmentLine['kind'], name: string | null) => [
    { ...lineOf(command), kind, name: name === null ? null : bare(name) },
  ];
  const own = words.filter(
    (word, index) => !word.startsWith('-') && !/^(?:-p|--python|--prompt)$/.test(words[index - 1] ?? ''),
  );
  if (/^(?:python[\d.]*|py)$/.test(program) && /^(?:venv|virtualenv)$/.test(words[words.indexOf('-m') + 1] ?? ''))
    return made('venv', words.at(-1) ?? null);
  if (program === 'virtualenv') return made('venv', own[1] ?? null);
  if (program === 'uv' && first === 'venv') return made('venv', own[2] ?? '.venv');
  if (program === 'uv' && /^(?:sync|run)$/.test(first)) return made('venv', '.venv');
  if (!/^(?:conda|mamba|micromamba|conda-env)$/.test(program)) return [];
  const verb = first === 'env' ? second : first;
  if (!/^(?:create|update|install|rename)$/.test(verb)) return [];
  const given = optionValue(words, /^(?:-n|--name|-p|--prefix)$/);
  if (given !== null) return made('conda', isStandIn(given) ? null : given);
  const isFromFile = first === 'env' || program === 'conda-env' || program === 'micromamba';
  if (!isFromFile || verb === 'install') return [];
  const file = optionValue(words, /^(?:-f|--file)$/) ?? 'environment.yml';
  const places = [command.folder ?? '', ...command.otherFolders].map((folder) => pathFrom(folder, file) ?? file);
  return made('conda', places.map(nameOf).find((name) => name !== null) ?? null);
}

function optionValue(words: readonly string[], option: RegExp): string | null {
  for (const [index, word] of words.entries()) {
    const [name = '', value] = word.split('=', 2);
    if (option.test(name)) return value ?? words[index + 1] ?? null;
  }
  return null;
}

/** Commands that may create any environment. */
const mayCreate = ({ words }: ReadmeCommand): boolean => {
  const [program = '', first = ''] = words;
  if (IN_FOLDER.test(program) || IN_FOLDER.test(first)) return false;
  if (
    /^(?:conda-lock|poetry|pipenv|pixi|pyenv|mkvirtualenv|workon|tox|nox|hatch|pdm|anaconda-project|module)$/.test(
      program,
    )
  )
    return true;
  return (
    /^(?:make|just|invoke|bash|sh|zsh|source|\.)$|\.(?:sh|bat|ps1)$/.test(program) &&
    /set_?-?up|install|env|conda|init|bootstrap|requirements/i.test(
      words
        .slice(0, 4)
        .join(' ')
        .replace(/activate/g, ''),
    )
  );
};

const SAID =
  /\b(?:creat|mak|set(?:ting)? up|install|import)\w{0,5}\b.{0,80}\b(?:environments?|conda env|launch\w*)\b|\bcontainer\b/i;
const SAID_VENV = /\b(?:creat|mak|set(?:ting)? up)\w{0,5}\b.{0,80}\b(?:virtual ?env\w*|virtual environments?|venv)\b/i;

/** "Create a virtual environment": whoever does may call it as the next line does. A container may bring one along. */
const isSaid = (snapshot: Snapshot, form: RegExp): boolean =>
  stepDocuments(snapshot).some(({ blocks }) => sentencesIn(blocks).some(({ text }) => form.test(text.slice(0, 1_000))));

function namesOfFiles(snapshot: Snapshot): Pick<ReadmeEnvironments, 'named'> & { readonly isWhole: boolean } {
  const { repository } = snapshot;
  const read = repository === null ? [] : condaEntries(snapshot).map((entry) => readCondaEntry(repository, entry));
  const named = read.flatMap((one) =>
    one.state === 'read' && one.file.name !== null ? [{ path: one.path, name: one.file.name }] : [],
  );
  return { named, isWhole: read.every((one) => one.state !== 'unread') };
}
