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

/** The facts of a snapshot; each is made when it is first asked for. */
export const factsOf = (snapshot: Snapshot): Facts => ({
  readme: () => readmeFact(snapshot),
  condaEnvironment: () => condaEnvironmentFact(snapshot),
  image: () => imageFact(snapshot),
});
