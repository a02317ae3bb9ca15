import type { ImageReference } from '../../core/model/image-reference.ts';
import type { ImageSnapshot } from '../../core/model/snapshot.ts';
import type { ImageSource } from '../../core/model/sources.ts';
import { absent, type Reading, read, type Unread, unread } from '../../core/model/unread.ts';
import type { Clock } from '../transport/clock.ts';
import { guarded } from '../transport/guarded.ts';
import type { Transport } from '../transport/transport.ts';
import { type ControlMemory, likelyCause } from './control.ts';
import { imageConfig } from './image-config.ts';
import { imageManifest } from './image-manifest.ts';
import { imageTags } from './image-tags.ts';
import { type AnswerList, createAnswerList } from './registry-answers.ts';
import { createRegistrySession } from './registry-session.ts';
import { askToken } from './token.ts';

/** What asking a registry takes. */
export interface RegistryParts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly control: ControlMemory;
}

/** Everything that is read of an image. */
type Parts = Pick<ImageSnapshot, 'access' | 'manifest' | 'config' | 'tags'>;

/**
 * Images on ghcr.io, asked about without a name and password: token, manifest, configuration, and the tags when there is no
 * such manifest. Another registry is not asked at all. Every failure is an unread part; nothing is thrown.
 */
export function registrySource(parts: RegistryParts): ImageSource {
  return { image: (reference) => snapshotOf(reference, parts) };
}

async function snapshotOf(reference: ImageReference, parts: RegistryParts): Promise<ImageSnapshot> {
  const readAt = new Date(parts.clock.now()).toISOString();
  const answers = createAnswerList();
  const given = await guarded(async () => read(await partsOf(reference, parts, answers)));
  const taken = given.state === 'read' ? given.value : allUnread(given.state === 'unread' ? given.unread : INTERNAL);
  return { reference, readAt, ...taken, answers: answers.all() };
}

const INTERNAL: Unread = { kind: 'internal' };

function allUnread(why: Unread): Parts {
  const part: Reading<never> = { state: 'unread', unread: why };
  return { access: part, manifest: part, config: part, tags: part };
}

async function partsOf(reference: ImageReference, parts: RegistryParts, answers: AnswerList): Promise<Parts> {
  if (reference.registry !== 'ghcr.io') {
    return allUnread({ kind: 'permission-needed', detail: `Reprise asks ghcr.io only, not ${reference.registry}.` });
  }
  const pass = await askToken(reference.path, parts.transport);
  if (pass.answer !== null) answers.record('token', pass.answer);
  if (pass.kind === 'unread') return allUnread(pass.unread);
  if (pass.kind === 'refused') {
    const likely = await likelyCause(reference.path, pass, parts);
    return { ...allUnread({ kind: 'not-found-or-private' }), access: read({ kind: 'refused', likely }) };
  }
  const session = createRegistrySession(reference.path, pass.token, { transport: parts.transport, answers });
  const access = read({ kind: 'public' } as const);
  const manifest = await imageManifest(reference, session);
  if (manifest.state === 'absent') return { access, manifest, config: absent, tags: await imageTags(session) };
  if (manifest.state === 'unread') return { access, manifest, config: manifest, tags: unread('not-asked') };
  const config = await imageConfig(manifest.value.configDigest, session);
  return { access, manifest, config, tags: unread('not-asked') };
}
