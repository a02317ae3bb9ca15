import type { PackageManager } from './manager-program.ts';

/** An option as one name: `-y` of `-qy`, `--file` of `--file=a.yml`. */
export interface ReadOption {
  readonly name: string;
  readonly value: string | null;
}

/** The words behind a program: options apart from the others. `written` are the options with their values. */
export interface ReadOptions {
  readonly own: readonly string[];
  readonly options: readonly ReadOption[];
  readonly written: readonly string[];
}

interface WithValue {
  readonly short: string;
  readonly long: ReadonlySet<string>;
}

const withValue = (short: string, long: string): WithValue => ({ short, long: new Set(long.split(' ')) });

const PIP = withValue(
  'rcefitCbdw',
  'requirement constraint editable find-links index-url extra-index-url pypi-url trusted-host target prefix root src python platform python-version implementation abi global-option install-option build-option config-settings config-setting upgrade-strategy no-binary only-binary progress-bar root-user-action proxy retries timeout default-timeout exists-action cert client-cert cache-dir log report build keyring-provider use-feature use-deprecated group dest wheel-dir build-constraint',
);

/** Options that take a value, from each tool’s own help (apt 2.9, pip 25, conda 25, uv 0.9, apk 2.14, dnf 4; read 2026-11). */
const VALUES: Readonly<Record<PackageManager, WithValue>> = {
  apt: withValue('otcaP', 'option target-release default-release config-file host-architecture build-profiles'),
  dpkg: withValue('D', 'root admindir instdir'),
  apk: withValue('tXp', 'virtual repository root keys-dir repositories-file arch cache-dir cache-max-age wait'),
  dnf: withValue('cxRde', 'enablerepo disablerepo repo repoid installroot releasever setopt exclude config'),
  conda: withValue(
    'npcr',
    'name prefix channel file solver experimental-solver repodata-fn clone subdir platform revision root-prefix category',
  ),
  pip: PIP,
  uv: {
    short: 'rcefipCPbo',
    long: new Set([
      ...PIP.long,
      ...'requirements constraints overrides override build-constraints extra only-group index default-index python-platform upgrade-package reinstall-package no-build-package no-binary-package resolution prerelease index-strategy link-mode refresh-package project directory package exclude-newer torch-backend config-file color allow-insecure-host rev tag branch optional script marker bounds'.split(
        ' ',
      ),
    ]),
  },
  npm: withValue('', 'prefix registry cache loglevel tag omit include cwd'),
  poetry: withValue('CEG', 'directory project with without only extras group source'),
  pipenv: withValue('rie', 'requirements python categories index pypi-mirror extra-pip-args editable'),
  pixi: withValue('epf', 'manifest-path environment platform feature'),
};

/** conda’s `-f` is a file for `conda env` and mamba, and a mere flag for `conda install`. */
const isFileOf = (next: string | undefined): boolean => next !== undefined && /\.(?:ya?ml|txt|lock)$/i.test(next);

/** Reads options as the tool does: `--` ends them, letters may stand together (`-qy`), a value may be joined (`-ra.txt`). */
export function optionsOf(manager: PackageManager, words: readonly string[]): ReadOptions {
  const { short, long } = VALUES[manager];
  const own: string[] = [];
  const options: ReadOption[] = [];
  const written: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (word === '--') {
      own.push(...words.slice(at + 1));
      break;
    }
    if (!/^-./.test(word)) own.push(word);
    else {
      const takesFile = manager === 'conda' && word === '-f' && isFileOf(next);
      const read = word.startsWith('--') ? [longOption(word, long)] : letters(word, takesFile ? `${short}f` : short);
      const last = read.at(-1);
      const takesNext = last?.value === '' && next !== undefined;
      options.push(...read.map((one) => (one === last && takesNext ? { ...one, value: next } : one)));
      written.push(takesNext ? `${word} ${next}` : word);
      if (takesNext) at++;
    }
  }
  return { own, options, written };
}

/** The value is `""` where it is the next word, null where the option takes none. */
function longOption(word: string, long: ReadonlySet<string>): ReadOption {
  const equals = word.indexOf('=');
  if (equals !== -1) return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  return { name: word, value: long.has(word.slice(2)) ? '' : null };
}

function letters(word: string, short: string): readonly ReadOption[] {
  const found: ReadOption[] = [];
  for (let at = 1; at < word.length && found.length < 12; at++) {
    const letter = word[at] ?? '';
    const rest = word.slice(at + 1);
    if (short.includes(letter)) return [...found, { name: `-${letter}`, value: rest.replace(/^=/, '') }];
    if (rest.startsWith('=')) return [...found, { name: `-${letter}`, value: rest.slice(1) }];
    found.push({ name: `-${letter}`, value: null });
  }
  return found;
}

/** The values of the options of a name. */
export const valuesOf = (options: readonly ReadOption[], name: RegExp | undefined): readonly string[] =>
  name === undefined ? [] : options.flatMap((one) => (name.test(one.name) && one.value ? [one.value] : []));
