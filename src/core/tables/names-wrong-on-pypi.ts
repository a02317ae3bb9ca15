/** Why a name is no package: it comes with Python, or nothing of that name can be installed; `instead` is the right name. */
export interface WrongName {
  readonly kind: 'standard-library' | 'not-a-package';
  readonly instead: string | null;
}

/** Modules of Python for which PyPI has no package (names of Python 3.11's library that PyPI's index lacks, 2026-11). */
const standardLibrary: ReadonlySet<string> = new Set(
  'abc array atexit base64 binascii bisect builtins bz2 calendar cmath codecs collections contextlib copy csv ctypes curses decimal difflib distutils errno fnmatch fractions ftplib gc getopt getpass gettext glob gzip hashlib heapq imp inspect io itertools json locale lzma math mimetypes operator optparse os pdb pickle pkgutil platform pprint queue random re sched select shelve shlex shutil signal site smtplib socket socketserver sqlite3 stat string struct subprocess sys sysconfig tarfile tempfile textwrap threading time timeit tkinter traceback turtle types unicodedata unittest urllib warnings weakref webbrowser xml zipfile zlib zoneinfo'.split(
    ' ',
  ),
);

/** Names that are imported, that only a Linux distribution has, or whose package always stops (`sklearn`, since 2023-12-01). */
const notPackages: ReadonlyMap<string, string | null> = new Map([
  ['sklearn', 'scikit-learn'],
  ['pil', 'Pillow'],
  ['cv2', 'opencv-python'],
  ['yaml', 'PyYAML'],
  ['dateutil', 'python-dateutil'],
  ['mpl-toolkits', 'matplotlib'],
  ['pylab', 'matplotlib'],
  ...'pkg-resources python-apt python3-tk ufw command-not-found language-selector unattended-upgrades ubuntu-drivers-common ubuntu-advantage-tools usb-creator cupshelpers xkit apturl brlapi'
    .split(' ')
    .map((name): [string, null] => [name, null]),
]);

/** What is wrong with a name, or null; names in pip's normal form (lower case, `-`). */
export function wrongNameOnPypi(name: string): WrongName | null {
  if (standardLibrary.has(name)) return { kind: 'standard-library', instead: null };
  const instead = notPackages.get(name);
  return instead === undefined ? null : { kind: 'not-a-package', instead };
}

/** The requirement with the right name. The dummy `sklearn` has versions of its own, which say nothing of the real package. */
export const rightRequirement = (instead: string, name: string, constraint: string): string =>
  name === 'sklearn' && /^={2,3}0\.0/.test(constraint) ? instead : `${instead}${constraint}`;
