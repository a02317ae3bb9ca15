import type { Fact } from '../model/facts.ts';
import { type ImageReference, parseImageReference } from '../model/image-reference.ts';
import type { ImageSnapshot, Snapshot } from '../model/snapshot.ts';
import type { Dockerfile, DockerfileStage } from '../parse/dockerfile.ts';
import type { BaseImage } from '../parse/dockerfile-bases.ts';
import { earlierStage } from './built-stages.ts';
import { dockerfileFact } from './dockerfile.ts';
import { answerFor } from './image.ts';
import { perSnapshot } from './per-snapshot.ts';

/** An image that the judged Dockerfile starts a stage from, with its registry's answer. */
export interface DeclaredBase {
  readonly base: BaseImage;
  /** Its name as written, variables put in. */
  readonly name: string;
  readonly reference: ImageReference;
  /** Null where it was not asked for. */
  readonly image: ImageSnapshot | null;
}

export interface BaseImages {
  /** The Dockerfile. */
  readonly path: string;
  readonly file: Dockerfile;
  /** Those whose names are told; `scratch` is none. */
  readonly bases: readonly DeclaredBase[];
  /** What the built image starts from, through all stages; null where that is not told. */
  readonly last: DeclaredBase | null;
  /** Other Dockerfiles here, of which one may be meant. */
  readonly others: readonly string[];
}

export const baseImagesFact = perSnapshot((snapshot: Snapshot): Fact<BaseImages> => {
  const dockerfile = dockerfileFact(snapshot);
  if (dockerfile.state !== 'present') return dockerfile;
  const { path, file, others } = dockerfile.value;
  const bases = file.baseImages.flatMap((base): readonly DeclaredBase[] => {
    if (base.image === null || base.isEarlierStage || base.image === 'scratch') return [];
    const parsed = parseImageReference(base.image);
    if (!parsed.ok) return [];
    const { reference } = parsed;
    return [{ base, name: base.image, reference, image: answerFor(reference, snapshot) }];
  });
  const start = stagesBehind(file)[0]?.base;
  const last = bases.find(({ base }) => base === start) ?? null;
  return { state: 'present', value: { path, file, bases, last, others }, unread: dockerfile.unread };
});

/** The stages that make the built image, from the one that starts from another image on. */
export function stagesBehind({ stages }: Dockerfile): Dockerfile['stages'] {
  const chain: DockerfileStage[] = [];
  let at = stages.length - 1;
  for (let stage = stages[at]; stage !== undefined; stage = stages[at]) {
    chain.unshift(stage);
    at = earlierStage(stage.base, stages.slice(0, at));
  }
  return chain;
}

const MOST_BASES = 3;

/** The bases that were not asked for yet, each once. */
export function unaskedBases(snapshot: Snapshot): readonly ImageReference[] {
  const fact = baseImagesFact(snapshot);
  if (fact.state !== 'present') return [];
  const { bases, last } = fact.value;
  const wanted = [...(last === null ? [] : [last]), ...bases];
  const names = new Map(wanted.map(({ name, reference, image }) => [name, image === null ? reference : null]));
  return [...names.values()].slice(0, MOST_BASES).filter((reference) => reference !== null);
}
