import { type Evidence, registryEvidence } from '../model/finding.ts';
import { formatImageReference } from '../model/image-reference.ts';
import type { ImageSnapshot, RegistryAnswer } from '../model/snapshot.ts';

/** The registry's answers about an image: the last of the request asked for, else all. */
export function answersOf(
  { reference, answers }: ImageSnapshot,
  request?: RegistryAnswer['request'],
): readonly Evidence[] {
  const name = formatImageReference(reference);
  const last = request === undefined ? undefined : answers.filter((answer) => answer.request === request).at(-1);
  return (last === undefined ? answers : [last]).map((answer) => registryEvidence(name, answer));
}
