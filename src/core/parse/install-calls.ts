import { askedPackage } from './asked-package.ts';
import { optionsOf, type ReadOptions } from './install-options.ts';
import { type ManagerProgram, managerOf } from './manager-program.ts';
import type { SimpleCommand } from './shell-words.ts';

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

/** One package that a command asks for. */
export interface AskedPackage {
  /** As the shell passes it on: quotes gone. */
  readonly written: string;
  /** In the manager’s own form: pip’s lower case with `-` (PEP 503), conda’s and apt’s lower case. */
  readonly name: string;
  /** `==1.2`, `=1.2`, `>=1,<2`, apt’s `=1.2-3`; empty where none stands. */
  readonly constraint: string;
  /** Whether it is held to one release, or is an address of one. */
  readonly isHeld: boolean;
  /** Of conda’s `channel::name`, else null. */
  readonly channel: string | null;
  readonly kind: 'package' | 'address' | 'path' | 'project' | 'variable';
}

/** A file that a command reads packages from. `path` is as written. */
export interface AskedFile {
  readonly use: 'packages' | 'constraints' | 'environment';
  readonly path: string;
}

/** Where a command puts what it installs, where it says so: `-n lab`, `--user`, `--target /opt/x`. */
export interface InstallTarget {
  readonly kind: 'name' | 'prefix' | 'folder' | 'user';
  readonly value: string;
}

/** A call of a package manager. */
export interface InstallCall {
  readonly manager: PackageManager;
  /** As written, without what stands before it: `apt-get`, `python3 -m pip`, `/opt/conda/bin/pip`. */
  readonly program: string;
  /** The verb as written (`install`, `env create`, of uv `pip install`, of dpkg its option); null where none stands. */
  readonly verb: string | null;
  /** What stands where a verb should, and is none that the manager knows; null with a verb. */
  readonly insteadOfVerb: string | null;
  /** Whether it puts packages in. */
  readonly isInstall: boolean;
  readonly packages: readonly AskedPackage[];
  readonly files: readonly AskedFile[];
  /** Channels and indexes that its options name (`-c conda-forge`, `--index-url …`, apt’s `-t`). */
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
  /** False where other words come from elsewhere: `xargs`, `$(cat …)`, a variable without a value. */
  readonly isWhole: boolean;
}
