import type { Fact } from '../model/facts.ts';
import { parseImageReference } from '../model/image-reference.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Dockerfile } from '../parse/dockerfile.ts';
import { aptPackagesOf } from '../tables/ucsd-base-contents.ts';
import { type BuildCommand, type BuildStage, type BuildStep, buildStages } from './build-stages.ts';
import { dockerfileFact } from './dockerfile.ts';
import { perSnapshot } from './per-snapshot.ts';

/** The build of the judged Dockerfile. */
export interface DockerBuild {
  readonly path: string;
  readonly file: Dockerfile;
  /** In the order of the file. */
  readonly stages: readonly BuildStage[];
  /** The stage that becomes the image; null where there is no `FROM`. */
  readonly last: BuildStage | null;
}

export const dockerBuildFact = perSnapshot((snapshot: Snapshot): Fact<DockerBuild> => {
  const fact = dockerfileFact(snapshot);
  if (fact.state !== 'present') return fact;
  const { path, file } = fact.value;
  const stages = buildStages(file);
  return { ...fact, value: { path, file, stages, last: stages.at(-1) ?? null } };
});

/** A stage behind those it begins from, the first one first: what was done before it, in order. */
export function lineOf(stage: BuildStage): readonly BuildStage[] {
  const line: BuildStage[] = [];
  for (let one: BuildStage | null = stage; one !== null; one = one.onto) line.unshift(one);
  return line;
}

/** A command with where it stands. */
export interface PlacedCommand {
  readonly stage: BuildStage;
  readonly step: BuildStep;
  readonly command: BuildCommand;
}

/** The commands of the stages that the image is built from, in order. */
export const builtCommands = ({ stages }: DockerBuild): readonly PlacedCommand[] =>
  stages
    .filter(({ isBuilt }) => isBuilt)
    .flatMap((stage) => stage.steps.flatMap((step) => step.commands.map((command) => ({ stage, step, command }))));

/** The apt packages that the image at the bottom of a stage is known to hold; null where nothing is known. */
export function aptPackagesOfBase(stage: BuildStage): ReadonlySet<string> | null {
  const parsed = parseImageReference(lineOf(stage)[0]?.base.image ?? '');
  return parsed.ok ? aptPackagesOf(parsed.reference) : null;
}
