import { type ReadOption, valuesOf } from './install-options.ts';
import type { ManagerProgram } from './manager-program.ts';

/** A file that a command reads packages from, as written. `packages`: `-r`, `--file` of a list; `environment`: conda’s YAML. */
export interface AskedFile {
  readonly use: 'packages' | 'constraints' | 'environment';
  readonly path: string;
}

/** Where a command puts what it installs, where it says so: `-n lab`, `-p /opt/lab`, `--target lib`, `--user`. */
export interface InstallTarget {
  readonly kind: 'name' | 'prefix' | 'folder' | 'user';
  /** "" for `--user`. */
  readonly value: string;
}

const YAML = /\.ya?ml$/i;

/** The files that a call reads. */
export function filesOf(
  { manager, rest }: ManagerProgram,
  verb: string,
  options: readonly ReadOption[],
): readonly AskedFile[] {
  const use = (kind: AskedFile['use']) => (path: string) => ({ use: kind, path });
  if (manager === 'pip' || manager === 'uv' || manager === 'pipenv')
    return [
      ...valuesOf(options, /^(?:-r|--requirements?)$/).map(use('packages')),
      ...(verb === 'pip sync'
        ? rest
            .slice(2)
            .filter((word) => !word.startsWith('-'))
            .map(use('packages'))
        : []),
      ...valuesOf(options, /^(?:-c|--constraints?)$/).map(use('constraints')),
    ];
  if (manager !== 'conda') return [];
  const named = valuesOf(options, /^(?:-f|--file)$/);
  if (named.length === 0 && /^env (?:create|update)$/.test(verb)) return [use('environment')('environment.yml')];
  return named.map((path) => use(verb.startsWith('env ') || YAML.test(path) ? 'environment' : 'packages')(path));
}

/** Where a call puts what it installs; `environment` is what `conda run -n` before it names. */
export function targetOf(
  { manager, program }: ManagerProgram,
  options: readonly ReadOption[],
  environment: string | null,
) {
  const at = (kind: InstallTarget['kind'], value: string | undefined): InstallTarget | null =>
    value === undefined ? null : { kind, value };
  const one = (name: RegExp) => valuesOf(options, name)[0];
  const byPath = /\/envs\/([^/]{1,100})\/bin\/[^/]+$/.exec(program.split(' ')[0] ?? '')?.[1];
  const shared = at('name', environment ?? byPath);
  if (manager === 'conda')
    return at('name', one(/^(?:-n|--name)$/)) ?? at('prefix', one(/^(?:-p|--prefix)$/)) ?? shared;
  if (manager !== 'pip' && manager !== 'uv') return null;
  if (options.some(({ name }) => name === '--user')) return at('user', '');
  return (
    at('folder', one(manager === 'pip' ? /^(?:-t|--target)$/ : /^--target$/)) ??
    at('prefix', one(/^--(?:prefix|root)$/)) ??
    shared
  );
}
