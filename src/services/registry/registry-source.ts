import type { ImageReference } from '../../core/model/image-reference.ts';
import type { ImageAccess, ImageSnapshot } from '../../core/model/snapshot.ts';
import type { ImageSource } from '../../core/model/sources.ts';
import { absent, type Reading, read, type Unread, unread } from '../../core/model/unread.ts';
import type { Clock } from '../transport/clock.ts';
import { guarded } from '../transport/guarded.ts';
import type { Transport } from '../transport/transport.ts';
import { type ControlMemory, likelyCause } from './control.ts';
import { imageConfig } from './image-config.ts';
import { imageManifest } from './image-manifest.ts';
import { imageTags } from './image-tags.ts';
import { registryOf } from './registries.ts';
import { type AnswerList, createAnswerList } from './registry-answers.ts';
import { createRegistrySession } from './registry-session.ts';
import { askToken } from './token.ts';

/** What asking a registry takes. */
export interface RegistryParts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly control: ControlMemory;
  /** Whether a registry may be asked: Docker Hub only where the reader allowed it. */
  readonly mayAsk: (registry: string) => Promise<boolean>;
}

/** Everything that is read of an image. */
type Parts = Pick<ImageSnapshot, 'access' | 'manifest' | 'config' | 'tags'>;

/**
 * Images on ghcr.io and Docker Hub, asked about without a name and password: token, manifest, configuration, and the tags when there is no
 * such manifest. Another registry is not asked at all, nor one without permission. Every failure is an unread part; nothing is thrown.
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

const notAsked = (detail: string): Parts => allUnread({ kind: 'permission-needed', detail });

const refused = (likely: Extract<ImageAccess, { kind: 'refused' }>['likely']): Parts => ({
  ...allUnread({ kind: 'not-found-or-private' }),
  access: read({ kind: 'refused', likely }),
});

async function partsOf(reference: ImageReference, parts: RegistryParts, answers: AnswerList): Promise<Parts> {
  const registry = registryOf(reference);
  if (registry === null) return notAsked(`Reprise asks ghcr.io and Docker Hub only, not ${reference.registry}.`);
  if (!(await parts.mayAsk(registry.name))) return notAsked('Docker Hub was not asked: Reprise may not ask it yet.');
  const pass = await askToken(reference.path, registry, parts.transport);
  if (pass.answer !== null) answers.record('token', pass.answer);
  if (pass.kind === 'unread') return allUnread(pass.unread);
  if (pass.kind === 'refused') return refused(await likelyCause(reference.path, pass, registry, parts));
  const { transport } = parts;
  const session = createRegistrySession(reference.path, pass.token, { registry, transport, answers });
  const manifest = await imageManifest(reference, session);
  if (manifest.state === 'refused') return refused(null);
  // There the manifest alone tells who gets the image.
  if (manifest.state === 'unread' && registry.accessBy === 'manifest') return allUnread(manifest.unread);
  const access = read({ kind: 'public' } as const);
  if (manifest.state === 'absent') return { access, manifest, config: absent, tags: await imageTags(session) };
  if (manifest.state === 'unread') return { access, manifest, config: manifest, tags: unread('not-asked') };
  const config = await imageConfig(manifest.value.configDigest, session);
  return { access, manifest, config, tags: unread('not-asked') };
}
