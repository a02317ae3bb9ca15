import type { RegistryAnswer } from '../../core/model/snapshot.ts';
import type { Transport } from '../transport/transport.ts';
import type { Registry } from './registries.ts';
import { registryAnswer } from './registry-answers.ts';
import { askToken, type TokenAnswer } from './token.ts';

/** What the registry answered for an image that surely does not exist, by owner, kept for a session. */
export interface ControlMemory {
  readonly get: (owner: string) => Promise<RegistryAnswer | null>;
  readonly set: (owner: string, answer: RegistryAnswer) => Promise<void>;
}

type Refused = Extract<TokenAnswer, { kind: 'refused' }>;

// The number is random and fixed: nobody has an image of this name, and everybody asks for the same one.
const NO_IMAGE = 'reprise-asks-for-no-image-5f1c09d27ab4e836';

/**
 * What a refusal makes likelier. ghcr.io tells private and missing images apart only as long as it answers 403 DENIED
 * for an image that surely does not exist; when that one is answered alike, in a new way or not at all, nothing is claimed.
 */
export async function likelyCause(
  path: string,
  refused: Refused,
  registry: Registry,
  parts: { readonly transport: Transport; readonly control: ControlMemory },
): Promise<Refused['likely']> {
  if (refused.likely === null || registry.accessBy !== 'token') return null;
  const control = await controlAnswer(path.split('/')[0] ?? '', registry, parts);
  return control?.status === 403 && control.code === 'DENIED' ? refused.likely : null;
}

async function controlAnswer(
  owner: string,
  registry: Registry,
  { transport, control }: { readonly transport: Transport; readonly control: ControlMemory },
): Promise<RegistryAnswer | null> {
  const known = await control.get(owner);
  if (known !== null) return known;
  const asked = await askToken(`${owner}/${NO_IMAGE}`, registry, transport);
  if (asked.kind === 'unread') return null;
  const answer = registryAnswer('token', asked.answer);
  await control.set(owner, answer);
  return answer;
}
