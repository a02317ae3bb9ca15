import type { FactName } from '../facts/facts.ts';
import type { Check } from './check.ts';
import environmentYmlIsValid from './environment-yml-is-valid.ts';
import imageExistsAndIsPublic from './image-exists-and-is-public.ts';
import readmeExists from './readme-exists.ts';

/** A check of any facts, as lists hold it. */
export type AnyCheck = Check<FactName>;

/** Every check there is, in the order of the documentation. A new check is one file and one line here. */
export const checks: readonly AnyCheck[] = [
  readmeExists,
  environmentYmlIsValid,
  imageExistsAndIsPublic,
] as unknown as readonly AnyCheck[];

export const checkById = (id: string): AnyCheck | undefined => checks.find((check) => check.id === id);
