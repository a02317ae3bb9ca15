import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type CondaEnvironment, condaEnvironmentFact } from './conda-environment.ts';
import { imageFact, type ProjectImage } from './image.ts';
import { type Readme, readmeFact } from './readme.ts';

/** Every fact a check may ask for, by name. */
export interface FactValues {
  readonly readme: Readme;
  readonly condaEnvironment: CondaEnvironment;
  readonly image: ProjectImage;
}

export type FactName = keyof FactValues;
export type Facts = { readonly [Name in FactName]: () => Fact<FactValues[Name]> };

/** The facts of a snapshot; each is made when it is first asked for, and once. */
export const factsOf = (snapshot: Snapshot): Facts => ({
  readme: once(() => readmeFact(snapshot)),
  condaEnvironment: once(() => condaEnvironmentFact(snapshot)),
  image: once(() => imageFact(snapshot)),
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
