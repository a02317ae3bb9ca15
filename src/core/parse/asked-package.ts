import { parseCondaEntry } from './conda-entry.ts';
import type { PackageManager } from './manager-program.ts';
import { normalName } from './package-name.ts';
import { parseRequirement } from './requirements.ts';

/** One package that a command asks for. */
export interface AskedPackage {
  /** As the shell passes it on: quotes gone. */
  readonly written: string;
  /** In the manager’s own form: pip’s lower case with `-` (PEP 503), lower case elsewhere. Of an address what it tells, or all of it. */
  readonly name: string;
  /** `==1.2`, `=1.2`, `>=1,<2`, apt’s `=1.2-3`; empty where none stands. */
  readonly constraint: string;
  /** Whether it is held to one release or compatible ones, or is an address of one. */
  readonly isHeld: boolean;
  /** Of conda’s `channel::name`, else null. */
  readonly channel: string | null;
  /** `project`: the folder itself (`.`); `variable`: some of it is not told by the file. */
  readonly kind: 'package' | 'address' | 'path' | 'project' | 'variable';
}

const PATH = /^(?:\.{0,2}\/|~\/|\.{1,2}$|\.{1,2}\[)|\.(?:whl|deb|rpm|apk|zip|tar\.gz|tar\.bz2|tgz|conda)$/;
/** pip's `x/[extra]`: no name of a package has a slash. */
const FOLDER = /^[^@;\s/]{1,200}\//;
const ADDRESS = /^(?:(?:git|hg|svn|bzr)\+)?[a-z][a-z+]{1,12}:\/\/|^git\+|^git@/i;
const PROJECT = /^\.\/?(?:\[[\w,.-]{0,100}\])?$/;

/** Reads one argument as the manager does. Never throws. */
export function askedPackage(manager: PackageManager, written: string): AskedPackage {
  const base = { written, name: written.toLowerCase(), constraint: '', isHeld: false, channel: null };
  if (/[$`]/.test(written)) return { ...base, kind: 'variable' };
  if (PROJECT.test(written)) return { ...base, kind: 'project' };
  const isPip = /^(?:pip|uv|poetry|pipenv)$/.test(manager);
  if (ADDRESS.test(written)) {
    const { name, isHeld } = isPip ? parseRequirement(written, 1) : { name: null, isHeld: true };
    return { ...base, name: normalName(name ?? written), isHeld, kind: 'address' };
  }
  if (PATH.test(written) || (isPip && FOLDER.test(written))) return { ...base, kind: 'path' };
  if (isPip) return ofPip(base);
  if (manager === 'conda' || manager === 'pixi') return ofConda(base);
  return manager === 'npm' ? ofNpm(base) : ofSystem(base);
}

type Base = Omit<AskedPackage, 'kind'>;

/** What pip refuses keeps its name, with what stands behind it: `numpy=1.2`. */
function ofPip(base: Base): AskedPackage {
  const { name, constraint, isHeld, fault } = parseRequirement(base.written, 1);
  if (name === null) return { ...base, kind: 'package' };
  const rest = fault === null ? constraint : base.written.slice(name.length).trim();
  const isAddress = /^[\w.-]{1,100}\s{0,9}(?:\[[^\]]{0,200}\])?\s{0,9}@/.test(base.written);
  return { ...base, name: normalName(name), constraint: rest, isHeld, kind: isAddress ? 'address' : 'package' };
}

function ofConda(base: Base): AskedPackage {
  const { name, constraint, isHeld } = parseCondaEntry(base.written);
  const channel = /^([\w.:/-]{1,300})::/.exec(base.written)?.[1] ?? null;
  return { ...base, name: name ?? base.name, constraint, isHeld, channel, kind: 'package' };
}

function ofNpm(base: Base): AskedPackage {
  const at = base.written.lastIndexOf('@');
  if (at < 1) return { ...base, kind: 'package' };
  const constraint = base.written.slice(at);
  return { ...base, name: base.name.slice(0, at), constraint, isHeld: /^@\d+\.\d/.test(constraint), kind: 'package' };
}

/** apt’s `name:amd64=1.2-3` and `name/bookworm`; apk’s and dnf’s `name=1.2`, `name-1.2` stays a name. */
function ofSystem(base: Base): AskedPackage {
  const [, name = '', constraint = ''] =
    /^([^=/<>~:]{1,200})(?::[a-z0-9]{1,20})?([=/<>~].{0,200})?$/.exec(base.written) ?? [];
  return name === ''
    ? { ...base, kind: 'package' }
    : { ...base, name: name.toLowerCase(), constraint, isHeld: constraint.startsWith('='), kind: 'package' };
}
