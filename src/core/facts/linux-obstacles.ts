import type { SourceLine } from '../model/facts.ts';
import type { EnvironmentYml } from '../parse/environment-yml.ts';
import { normalName } from '../parse/package-name.ts';
import type { RequirementLine } from '../parse/requirements.ts';
import { type OtherSystem, systemOfBuild, systemOfCondaName, systemOfPipName } from '../tables/one-system-packages.ts';
import { condaEntryOf, pipEntryOf } from './parsed-specs.ts';

/** A line that keeps an environment from being created on Linux; `why` goes on from the line ("is for macOS only"). */
export interface Obstacle {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** The obstacles among conda's entries and those of its `pip:` list. */
export function condaObstacles({ condaDependencies, pipDependencies }: EnvironmentYml): readonly Obstacle[] {
  const pip = pipDependencies.map(pipEntryOf);
  return [
    ...condaDependencies.flatMap((entry): readonly Obstacle[] => {
      const { line, text } = entry;
      if (/^file:/i.test(condaEntryOf(entry).url ?? '')) return [{ line, text, why: ON_ONE_MACHINE }];
      const system = systemOfEntry(entry);
      return system === null ? [] : [{ line, text, why: `is for ${system} only` }];
    }),
    ...pip.filter(({ fault }) => fault === 'local-path').map(({ line, text }) => ({ line, text, why: ON_ONE_MACHINE })),
    ...pipObstacles(pip),
  ];
}

const ON_ONE_MACHINE = 'is on one machine only';

/** The other system that an entry for conda is made for, by its name, its build or its address; null where none is known. */
export function systemOfEntry(entry: SourceLine): OtherSystem | null {
  const { name, build, url } = condaEntryOf(entry);
  return (
    (name === null ? null : systemOfCondaName(name)) ??
    (build === null ? null : systemOfBuild(build)) ??
    (url === null ? null : systemOfAddress(url))
  );
}

const systemOfAddress = (url: string): OtherSystem | null =>
  /\/osx-(?:64|arm64)\//.test(url) ? 'macOS' : /\/win-(?:64|32)\//.test(url) ? 'Windows' : null;

/** Packages without a build for Linux; a line with a marker (`; sys_platform == …`) speaks for itself. */
export const pipObstacles = (lines: readonly RequirementLine[]): readonly Obstacle[] =>
  lines.flatMap(({ line, text, name, hasMarker }): readonly Obstacle[] => {
    const system = name === null || hasMarker ? null : systemOfPipName(normalName(name));
    return system === null ? [] : [{ line, text, why: `is for ${system} only` }];
  });

/** What belongs to one system, machine or card without keeping anybody from anything. */
export function condaNotes({ prefix, condaDependencies }: EnvironmentYml): readonly string[] {
  const entries = condaDependencies.map(condaEntryOf);
  const hasBuilds = entries.some(({ build }) => build !== null && !/^\*|^py\w{0,6}_\d+$|^pyh/.test(build));
  const hasName = (form: RegExp) => entries.some(({ name }) => form.test(name ?? ''));
  return [
    ...(hasBuilds || hasName(/^(?:_libgcc_mutex|ld_impl_linux-64|libgcc-ng|libstdcxx-ng)$/)
      ? ['It names builds of one system: on another one, export with `--no-builds`.']
      : []),
    ...(prefix === null ? [] : [`Line ${prefix.line}, \`prefix:\`, is a folder of one machine; it can be deleted.`]),
    ...(hasName(/^(?:cudatoolkit|cuda-[\w-]*|cudnn|pytorch-cuda)$/)
      ? ['It holds CUDA packages, which need an NVIDIA card.']
      : []),
  ];
}
