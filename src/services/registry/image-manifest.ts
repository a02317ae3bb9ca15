import * as v from 'valibot';
import { accepted, fields, figure } from '../../core/model/border.schema.ts';
import { type ImageReference, pulledVersion } from '../../core/model/image-reference.ts';
import { limits } from '../../core/model/limits.ts';
import { redact } from '../../core/model/redaction.ts';
import type { ImageManifest } from '../../core/model/snapshot.ts';
import { absent, type Reading, read, unread } from '../../core/model/unread.ts';
import { type Answer, parseJson } from '../transport/answer.ts';
import { type Choice, chooseFromIndex } from './image-index.ts';
import { acceptManifests, isConfigType, isIndexType, isManifestType, withoutParameters } from './media-types.ts';
import { isDigest } from './oci-digest.ts';
import { registryError } from './registry-answers.ts';
import { type Due, isOutOfScope, type RegistrySession, unreadRefusal } from './registry-session.ts';

/** A document of the registry whose digest was checked. */
interface Document {
  readonly mediaType: string;
  readonly digest: string;
  readonly json: unknown;
}

const typedSchema = fields({ mediaType: v.string() });
const manifestSchema = fields({
  config: fields({ mediaType: v.string(), digest: v.string() }),
  layers: v.array(fields({ mediaType: v.string(), digest: v.string(), size: figure })),
});
/** What the manifest is answered with where nobody gets the image, by a registry that gives a token for any name. */
const NO_ACCESS = { state: 'refused' } as const;
type NoAccess = typeof NO_ACCESS;
const WHOLE: Pick<Choice, 'platforms' | 'chosen'> = { platforms: [], chosen: null };

/**
 * The manifest of the image that linux/amd64 gets; absent when the registry does not know the tag or digest, refused when it
 * gives the image to nobody.
 */
export async function imageManifest(
  reference: ImageReference,
  session: RegistrySession,
): Promise<Reading<ImageManifest> | NoAccess> {
  const top = await documentAt(pulledVersion(reference), { digest: reference.digest, bytes: null }, session);
  if (top.state !== 'read') return top;
  if (!isIndexType(top.value.mediaType)) return manifestOf(top.value, WHOLE);
  const choice = chooseFromIndex(top.value.json);
  if (choice.state !== 'read') return choice;
  const { digest, bytes } = choice.value;
  const inner = await documentAt(digest, { digest, bytes }, session);
  if (inner.state === 'read') return manifestOf(inner.value, choice.value);
  // The tag is there, so what it leads to is not simply absent.
  return inner.state === 'unread' ? inner : unread('not-found-or-private', { detail: 'The index leads to nothing.' });
}

async function documentAt(version: string, due: Due, session: RegistrySession): Promise<Reading<Document> | NoAccess> {
  const came = await session.askDigested(
    {
      request: 'manifest',
      below: `manifests/${version}`,
      accept: acceptManifests,
      maxBytes: limits.manifestBytes,
      shape: 'bytes',
    },
    due,
  );
  if (came.kind === 'unread') return { state: 'unread', unread: came.unread };
  if (came.kind === 'refused') return refusedManifest(came.answer, session);
  const json = parseJson(came.bytes);
  return read({ digest: came.digest, json, mediaType: mediaTypeOf(json, came.answer) });
}

/** The document's own word is covered by its digest; OCI allows it to be left out. */
function mediaTypeOf(json: unknown, answer: Answer): string {
  return accepted(typedSchema, json)?.mediaType ?? withoutParameters(answer.header('content-type'));
}

function refusedManifest(answer: Answer, { registry }: RegistrySession): Reading<never> | NoAccess {
  const error = registryError(answer);
  if (registry.accessBy === 'manifest' && isNoAccess(answer, error?.code ?? null)) return NO_ACCESS;
  if (answer.status !== 404 || error?.code !== 'MANIFEST_UNKNOWN') return unreadRefusal(answer);
  // "OCI index found, but Accept header does not support…": it exists, in a form that nobody asked for.
  return /accept header/i.test(error.message) ? unread('bad-format', { detail: redact(error.message) }) : absent;
}

/** Without a registry's own error code it may be anybody's answer, a proxy's for example. */
const isNoAccess = (answer: Answer, code: string | null): boolean =>
  (code === 'UNAUTHORIZED' && isOutOfScope(answer)) ||
  (code === 'DENIED' && answer.status === 403) ||
  (code === 'NAME_UNKNOWN' && answer.status === 404);

function manifestOf({ mediaType, digest, json }: Document, choice: Pick<Choice, 'platforms' | 'chosen'>) {
  if (/manifest\.v1\+/.test(mediaType) && mediaType.includes('docker')) {
    return unread('bad-format', {
      detail: 'It is an image of Docker’s first form (schema 1), which Reprise does not read.',
    });
  }
  const manifest = accepted(manifestSchema, json);
  if (!isManifestType(mediaType) || manifest === null) {
    return unread('bad-format', { detail: 'The image’s manifest is not in the form of OCI or Docker.' });
  }
  const { config, layers } = manifest;
  if (!isConfigType(config.mediaType)) {
    return unread('bad-format', {
      detail: `It is no container image but “${redact(config.mediaType).slice(0, 100)}”.`,
    });
  }
  if (layers.length > limits.layers.most) return unread('too-big', { detail: limits.layers.sentence });
  if (![config, ...layers].every((part) => isDigest(part.digest))) {
    return unread('bad-format', { detail: 'A digest in the image’s manifest is no SHA-256.' });
  }
  return read({
    digest,
    mediaType,
    platforms: choice.platforms,
    chosen: choice.chosen,
    configDigest: config.digest,
    layers: layers.map((layer) => ({ digest: layer.digest, mediaType: layer.mediaType, bytes: layer.size })),
  });
}
