import type { ReadOptions } from './install-options.ts';
import type { ManagerProgram, PackageManager } from './manager-program.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Verbs that put packages in. */
const INSTALLS: Readonly<Record<PackageManager, ReadonlySet<string>>> = {
  apt: words('install reinstall satisfy build-dep'),
  dpkg: words('-i --install --unpack'),
  apk: words('add'),
  dnf: words('install reinstall localinstall groupinstall'),
  conda: new Set(['install', 'create', 'env create', 'env update']),
  pip: words('install'),
  uv: new Set(['pip install', 'pip sync', 'add', 'sync', 'tool install']),
  npm: words('install i ci add'),
  poetry: words('install add sync'),
  pipenv: words('install sync'),
  pixi: words('install add'),
};

/** Other verbs whose words are packages. */
const TAKES = words('update upgrade remove purge uninstall download wheel erase del');

/**
 * The other verbs of managers whose list is closed (apt 2.9, aptitude 0.8, conda 25 with its common plugins, mamba 2, pip 25,
 * apk 2.14; read 2026-11). Of the rest any word counts as a verb.
 */
const OTHERS: Partial<Record<PackageManager, ReadonlySet<string>>> = {
  apt: words(
    'update upgrade full-upgrade dist-upgrade safe-upgrade dselect-upgrade remove purge autoremove auto-remove autopurge clean autoclean auto-clean distclean dist-clean check source download changelog list search show showsrc policy depends rdepends edit-sources indextargets moo help why why-not forget-new hold unhold markauto unmarkauto modernize-sources history-list history-info',
  ),
  conda: words(
    'update upgrade remove uninstall list info config clean env search run init activate deactivate package compare compose notices rename export content-trust build convert debug develop index inspect metapackage render skeleton mambabuild lock pack repo token server verify repoquery shell self-update constructor auth doctor fix-permissions tos menuinst completion ps reactivate uninit info export commands skeletons pypi self spawn',
  ),
  pip: words(
    'download uninstall freeze inspect list show check config search cache index wheel hash completion debug help lock',
  ),
  apk: words(
    'update upgrade del fix info list search policy cache fetch verify audit stats manifest index version dot query mkndx mkpkg extract adbsign convndx adbdump',
  ),
};

/** Managers whose verbs have a word of their own behind them. */
const IN_TWO: Partial<Record<PackageManager, ReadonlySet<string>>> = {
  conda: words('env'),
  uv: words('pip tool python'),
};

export const takesPackages = (manager: PackageManager, verb: string): boolean =>
  !verb.startsWith('env ') && (INSTALLS[manager].has(verb) || TAKES.has(verb.replace(/^(?:pip|tool) /, '')));

export interface Verb {
  readonly verb: string | null;
  readonly insteadOfVerb: string | null;
  readonly isInstall: boolean;
  /** The words behind it. */
  readonly rest: readonly string[];
}

/** The verb of a call: the first word that is no option; dpkg’s is an option, yarn’s may be missing. */
export function verbOf({ manager, program, rest }: ManagerProgram, { own, options }: ReadOptions): Verb {
  const [first] = own;
  if (manager === 'dpkg') {
    const verb = options.find(({ name }) => DPKG.test(name))?.name ?? rest[0] ?? null;
    return { verb, insteadOfVerb: null, isInstall: verb !== null && INSTALLS.dpkg.has(verb), rest: own };
  }
  if (first === undefined) {
    const isYarn =
      /(?:^|\/)yarn$/.test(program) && !options.some(({ name }) => /^(?:-v|-h|--(?:version|help))$/.test(name));
    return { verb: isYarn ? 'install' : null, insteadOfVerb: null, isInstall: isYarn, rest: [] };
  }
  const isDouble = IN_TWO[manager]?.has(first) === true && own.length > 1;
  const verb = isDouble ? `${first} ${own[1]}` : first;
  const others = OTHERS[manager];
  const isKnown =
    others === undefined || isDouble || others.has(first) || INSTALLS[manager].has(first) || /[$`]/.test(first);
  return isKnown
    ? { verb, insteadOfVerb: null, isInstall: INSTALLS[manager].has(verb), rest: own.slice(isDouble ? 2 : 1) }
    : { verb: null, insteadOfVerb: first, isInstall: false, rest: own };
}

const DPKG = /^(?:-[iIrPlsLSC]|--(?!force|root|admindir|instdir|no-)[a-z-]+)$/;
