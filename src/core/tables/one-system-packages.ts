/** A system that is not Linux. */
export type OtherSystem = 'macOS' | 'Windows';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * conda packages that are made for one system only: names that stand under `osx-*` or `win-*` but not under `linux-64` in lists
 * that conda itself wrote (the channels defaults and conda-forge, read 2026-11).
 */
const condaNames: Readonly<Record<OtherSystem, ReadonlySet<string>>> = {
  macOS: words(
    'libcxx libcxxabi libcxx-devel python.app applaunchservices appscript pyobjc-core pyobjc-framework-cocoa',
  ),
  Windows: words(
    'vs2015_runtime vs2008_runtime vc vc14_runtime vcomp14 ucrt msys2-conda-epoch pywin32 pywinpty winpty libwinpthread wincertstore win_inet_pton win_unicode_console console_shortcut console_shortcut_miniconda powershell_shortcut powershell_shortcut_miniconda pthreads-win32',
  ),
};

/** pip packages without any build for Linux: wheels for one system alone, or a source that stops on another (PyPI, 2026-11). */
const pipNames: Readonly<Record<OtherSystem, ReadonlySet<string>>> = {
  macOS: words('tensorflow-macos tensorflow-metal pyobjc pyobjc-core pyobjc-framework-cocoa'),
  Windows: words('pywin32 pypiwin32 pywinpty tensorflow-intel windows-curses msvc-runtime wmi twisted-iocpsupport'),
};

/**
 * The hash in a build string stands for the compilers and systems it was built with; these belong to one system each, in
 * every list that conda wrote (the channels defaults and conda-forge, read 2026-11).
 */
const hashes: Readonly<Record<OtherSystem, ReadonlySet<string>>> = {
  macOS: words(
    'hca03da5 hecd8cb5 h80987f9 h6c40b1e h313beb8 hcec6c5f h9ed2024 h1de35cc haf1e3a3 h0a44026 h9765a3e h848a8c0 h0d85af4 h694c41f hce30654 h901532c h8616949 h10d778d hfdf4475 h4409184 h93a5062 h99b78c6 hf9b8971 hb547adb',
  ),
  Windows: words(
    'haa95532 h2bbff1b hd77b12b he774522 ha925a31 h8ffe710 hcfcfb64 h63175ca h57928b3 h2466b09 hcd874cb ha68e1ae he0c23c2',
  ),
};

const SYSTEMS: readonly OtherSystem[] = ['macOS', 'Windows'];

const systemIn = (table: Readonly<Record<OtherSystem, ReadonlySet<string>>>, name: string): OtherSystem | null =>
  SYSTEMS.find((system) => table[system].has(name)) ?? null;

/** The system that a conda package needs by its name, or null. */
export function systemOfCondaName(name: string): OtherSystem | null {
  return name.startsWith('m2w64-') ? 'Windows' : systemIn(condaNames, name);
}

/** The system that a build string was made for, where it is known to be no other. */
export function systemOfBuild(build: string): OtherSystem | null {
  if (/(?:^|_)osx(?:64|arm64)(?:_|$)/.test(build)) return 'macOS';
  if (/(?:^|_)win64(?:_|$)|^vc\d|vs20\d\d/.test(build)) return 'Windows';
  const hash = /h[0-9a-f]{7}(?=_|$)/.exec(build)?.[0];
  return hash === undefined ? null : systemIn(hashes, hash);
}

/** The system that a pip package needs, or null; names in pip's normal form (lower case, `-`). */
export const systemOfPipName = (name: string): OtherSystem | null => systemIn(pipNames, name);
