import { type AskedPackage, askedPackage } from './asked-package.ts';
import { optionsOf, type ReadOption, valuesOf } from './install-options.ts';
import { type AskedFile, filesOf, type InstallTarget, targetOf } from './install-places.ts';
import { bareCommand, managerOf, type PackageManager } from './manager-program.ts';
import { takesPackages, verbOf } from './manager-verbs.ts';
import type { SimpleCommand } from './shell-words.ts';

/** A call of a package manager. */
export interface InstallCall {
  readonly manager: PackageManager;
  /** As written, without what stands before it: `apt-get`, `python3 -m pip`, `/opt/conda/bin/pip`. */
  readonly program: string;
  /** `install`, `env create`, of uv `pip install`, of dpkg its option; null where none that the manager knows stands. */
  readonly verb: string | null;
  /** What stands where a verb should, and is none; null with a verb, and where nothing stands there. */
  readonly insteadOfVerb: string | null;
  /** Whether it puts packages in (`install`, `create`, `add`, `sync`), not only up to date. */
  readonly isInstall: boolean;
  /** The packages it names, also of `update`, `remove` and `download`. */
  readonly packages: readonly AskedPackage[];
  readonly files: readonly AskedFile[];
  /** Channels and indexes that its options name: `-c conda-forge`, `--index-url …`, apt’s `-t`. */
  readonly channels: readonly string[];
  /** Whether it answers yes by its own options, or by `yes |` before it. */
  readonly saysYes: boolean;
  readonly target: InstallTarget | null;
  /** Options as written, with their values: `--no-cache-dir`, `-f https://…`. */
  readonly options: readonly string[];
  /** Whether `sudo` stands before it. */
  readonly isSudo: boolean;
  /** Variables given before it: `DEBIAN_FRONTEND=noninteractive`. */
  readonly given: readonly string[];
  /** False where packages come from elsewhere: `xargs`, `$(cat …)`, a variable whose value the text does not tell. */
  readonly isWhole: boolean;
}

/** The call that each command of a line makes, null where it makes none; `yes |` before one answers for it. */
export const installCalls = (commands: readonly SimpleCommand[]): readonly (InstallCall | null)[] =>
  commands.map(({ words, operator }, index) =>
    installCall(words, operator === '|' && isYes(commands[index - 1]?.words ?? [])),
  );

/** `yes`, `echo y`, `printf 'y\n'`. */
const isYes = ([first, second = '']: readonly string[]): boolean =>
  first === 'yes' || ((first === 'echo' || first === 'printf') && /^(?:-e )?y(?:es)?\b/i.test(second));

/** Reads one simple command as a call of a package manager; null where it is none. Never throws. */
export function installCall(words: readonly string[], isAnswered = false): InstallCall | null {
  const bare = bareCommand(words);
  const program = managerOf(bare.words);
  if (program === null) return null;
  const read = optionsOf(program.manager, program.rest);
  const { verb, insteadOfVerb, isInstall, rest } = verbOf(program, read);
  const packages =
    verb !== null && takesPackages(program.manager, verb) ? packagesOf(program.manager, verb, rest, read.options) : [];
  const files = filesOf(program, verb ?? '', read.options);
  return {
    manager: program.manager,
    program: program.program,
    verb,
    insteadOfVerb,
    isInstall,
    packages,
    files,
    channels: valuesOf(read.options, CHANNELS[program.manager]),
    saysYes: isAnswered || saysYes(program.manager, read.options),
    target: targetOf(program, read.options, bare.environment),
    options: read.written,
    isSudo: bare.isSudo,
    given: bare.given,
    isWhole:
      !bare.takesMore && [...packages.map(({ written }) => written), ...files.map(({ path }) => path)].every(isTold),
  };
}

const isTold = (word: string): boolean => !/[$`]/.test(word);

const CHANNELS: Partial<Record<PackageManager, RegExp>> = {
  apt: /^(?:-t|--target-release|--default-release)$/,
  apk: /^(?:-X|--repository)$/,
  conda: /^(?:-c|--channel)$/,
  pip: /^(?:-i|-f|--(?:index-url|extra-index-url|find-links|pypi-url))$/,
  uv: /^(?:-i|-f|--(?:index|default-index|index-url|extra-index-url|find-links))$/,
  npm: /^--registry$/,
};

/** Words that are no option; `-e ADDRESS` of pip; a name with `-` behind it is one that apt takes away. */
function packagesOf(
  manager: PackageManager,
  verb: string,
  words: readonly string[],
  options: readonly ReadOption[],
): readonly AskedPackage[] {
  const isPip = manager === 'pip' || manager === 'uv' || manager === 'pipenv';
  const editable = isPip ? valuesOf(options, /^(?:-e|--editable)$/) : [];
  const lists = verb === 'pip sync' ? [] : words;
  return [...lists, ...editable]
    .filter((word) => word !== '' && !(manager === 'apt' && /\w-$/.test(word)))
    .map((word) => askedPackage(manager, word));
}

/** Options by which each manager asks nothing; those that only show what would be done are among them. */
const YES: Partial<Record<PackageManager, RegExp>> = {
  apt: /^(?:-[ys]|--(?:yes|assume-yes|force-yes|dry-run|simulate|just-print|no-act|recon|print-uris))$/,
  conda: /^(?:-[yd]|--(?:yes|json|dry-run))$/,
  dnf: /^(?:-y|--assumeyes)$/,
  pip: /^(?:-y|--yes)$/,
};

function saysYes(manager: PackageManager, options: readonly ReadOption[]): boolean {
  const form = YES[manager];
  if (form === undefined) return false;
  if (options.some(({ name }) => form.test(name))) return true;
  if (manager !== 'apt') return false;
  const quiet = options.filter(({ name }) => name === '-q' || name === '--quiet');
  return (
    quiet.length > 1 ||
    quiet.some(({ value }) => value === '2' || value === '3') ||
    options.some(({ value }) => /^APT::Get::Assume-Yes\s?=\s?"?(?:true|yes|1|on)/i.test(value ?? ''))
  );
}
