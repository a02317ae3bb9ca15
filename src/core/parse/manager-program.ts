/** `apt` stands for apt, apt-get and aptitude; `conda` for conda, mamba and micromamba; `dnf` for dnf, yum and microdnf. */
export type PackageManager =
  | 'apt'
  | 'dpkg'
  | 'apk'
  | 'dnf'
  | 'conda'
  | 'pip'
  | 'uv'
  | 'npm'
  | 'poetry'
  | 'pipenv'
  | 'pixi';

/** A package manager at the beginning of a simple command. */
export interface ManagerProgram {
  readonly manager: PackageManager;
  /** As written, without what stands before it: `apt-get`, `python3 -m pip`, `/opt/conda/bin/pip`. */
  readonly program: string;
  /** The words behind it. */
  readonly rest: readonly string[];
}

/** A command without what only hands it on: `sudo -E`, `env A=b`, `time`, `conda run -n lab`, `then`. */
export interface BareCommand {
  readonly words: readonly string[];
  readonly isSudo: boolean;
  /** Whom `sudo -u`, `gosu` or `su-exec` make of the user; null where none does. */
  readonly asUser: string | null;
  /** Variables given before it: `DEBIAN_FRONTEND=noninteractive`. */
  readonly given: readonly string[];
  /** The environment that `conda run -n` names. */
  readonly environment: string | null;
  /** Whether more words come from elsewhere (`xargs`). */
  readonly takesMore: boolean;
}

/** Words that hand on the command behind them, with their options that take a value. */
const WRAPPERS: ReadonlyMap<string, RegExp | null> = new Map<string, RegExp | null>([
  ['sudo', /^-(?:[A-Za-z]{0,8}[ugCDhprtT]|-(?:user|group|host|prompt|chdir))$/],
  ['env', /^-(?:[A-Za-z]{0,4}[uCS]|-(?:unset|chdir))$/],
  ['nice', /^-n$/],
  ['ionice', /^-[cn]$/],
  ['timeout', /^-[ks]$/],
  ['xargs', /^-[adEILnPs]$/],
  ...'exec command nohup time eatmydata fakeroot then else elif if while until do ! {'
    .split(' ')
    .map((word) => [word, null] as const),
]);
const ASSIGNMENT = /^[A-Za-z_]\w{0,200}\+?=/;
const RUNNERS = /^(?:conda|mamba|micromamba|poetry|pipenv|uv|pixi)$/;
const RUNNER_VALUE = /^(?:-[nprc]|--(?:name|prefix|cwd|python|with|environment|manifest-path))$/;

/** Takes away what only hands a command on, as often as it stands there. */
export function bareCommand(words: readonly string[]): BareCommand {
  const given: string[] = [];
  let [isSudo, takesMore] = [false, false];
  let asUser: string | null = null;
  let environment: string | null = null;
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    const name = baseName(word);
    if (ASSIGNMENT.test(word)) given.push(words[at++] ?? '');
    else if (WRAPPERS.has(name) && !(name === 'command' && /^-[vV]/.test(words[at + 1] ?? ''))) {
      const { next, taken } = behindOptions(words, at + 1, WRAPPERS.get(name) ?? null);
      isSudo ||= name === 'sudo';
      takesMore ||= name === 'xargs';
      if (name === 'sudo') asUser = optionValue(taken, /^(?:-[A-Za-z]{0,8}u|--user)/) ?? asUser;
      at = name === 'timeout' ? next + 1 : next;
    } else if (/^(?:gosu|su-exec|setpriv)$/.test(name)) {
      asUser = words[at + 1] ?? null;
      at += 2;
    } else if (RUNNERS.test(name) && words[at + 1] === 'run') {
      const { next, taken } = behindOptions(words, at + 2, RUNNER_VALUE);
      environment = optionValue(taken, /^(?:-n|--name)/) ?? environment;
      at = next;
    } else break;
  }
  return { words: words.slice(at), isSudo, asUser, given, environment, takesMore };
}

/** The offset of the first word that is no option, and the options with their values. */
function behindOptions(words: readonly string[], from: number, withValue: RegExp | null) {
  let next = from;
  while (next < words.length && /^-/.test(words[next] ?? '')) {
    const word = words[next++] ?? '';
    if (word === '--') break;
    if (withValue?.test(word) === true) next++;
  }
  return { next, taken: words.slice(from, next) };
}

function optionValue(options: readonly string[], name: RegExp): string | null {
  const index = options.findIndex((option) => name.test(option));
  const option = options[index];
  if (option === undefined) return null;
  return /^--\w+=(.+)$/.exec(option)?.[1] ?? options[index + 1] ?? null;
}

/** A line without `sudo` and its options. */
export const withoutSudo = (line: string): string => line.replace(/\bsudo\s+(?:-\S+\s+){0,3}/g, '');

/** The file's name of a program: `/opt/conda/bin/pip` is `pip`. */
export const baseName = (program: string): string => program.slice(program.lastIndexOf('/') + 1);

const MANAGERS: readonly (readonly [RegExp, PackageManager])[] = [
  [/^(?:apt|apt-get|aptitude)$/, 'apt'],
  [/^dpkg$/, 'dpkg'],
  [/^apk$/, 'apk'],
  [/^(?:dnf|yum|microdnf|tdnf)$/, 'dnf'],
  [/^(?:conda|mamba|micromamba)(?:\.exe)?$/, 'conda'],
  [/^pip[\d.]{0,6}$/, 'pip'],
  [/^uv$/, 'uv'],
  [/^(?:npm|yarn|pnpm)$/, 'npm'],
  [/^poetry$/, 'poetry'],
  [/^pipenv$/, 'pipenv'],
  [/^pixi$/, 'pixi'],
];
const PYTHON = /^(?:python|pypy|py)[\d.]{0,6}$/;

const managerNamed = (name: string): PackageManager | null => MANAGERS.find(([form]) => form.test(name))?.[1] ?? null;

/** The package manager that a bare command calls, `python -m pip` too; null where it calls none. */
export function managerOf(words: readonly string[]): ManagerProgram | null {
  const [first = ''] = words;
  const direct = managerNamed(baseName(first));
  if (direct !== null) return { manager: direct, program: first, rest: words.slice(1) };
  if (!PYTHON.test(baseName(first))) return null;
  const flag = words.findIndex((word, index) => index > 0 && !/^-[bBdEiIOqsSuvx]{1,6}$/.test(word));
  const manager = words[flag] === '-m' ? managerNamed(words[flag + 1] ?? '') : null;
  return manager === null
    ? null
    : { manager, program: words.slice(0, flag + 2).join(' '), rest: words.slice(flag + 2) };
}
