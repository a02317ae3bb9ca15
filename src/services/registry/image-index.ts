import * as v from 'valibot';
import { accepted, fields, figure, recordOf } from '../../core/model/border.schema.ts';
import { limits } from '../../core/model/limits.ts';
import type { Platform } from '../../core/model/snapshot.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { isManifestType } from './media-types.ts';
import { isDigest } from './oci-digest.ts';

const indexSchema = fields({
  manifests: v.array(
    fields({
      mediaType: v.optional(v.string()),
      digest: v.string(),
      size: v.optional(figure),
      platform: v.nullish(fields({ os: v.string(), architecture: v.string(), variant: v.nullish(v.string()) })),
      annotations: v.nullish(recordOf(v.string())),
    }),
  ),
});
type Entry = v.InferOutput<typeof indexSchema>['manifests'][number];

/** The image that linux/amd64 gets, else the first; `platforms` are those of all images in the index. */
export interface Choice {
  readonly digest: string;
  readonly bytes: number | null;
  readonly chosen: Platform | null;
  readonly platforms: readonly Platform[];
}

/** Chooses from an image index (image-spec, image-index.md). Attestations and other things that are no images are passed over. */
export function chooseFromIndex(json: unknown): Reading<Choice> {
  const index = accepted(indexSchema, json);
  if (index === null) return unread('bad-format', { detail: 'The image’s index is not in the form of OCI or Docker.' });
  if (index.manifests.length > limits.indexEntries.most) {
    return unread('too-big', { detail: limits.indexEntries.sentence });
  }
  const images = index.manifests.filter(isImage);
  const entry = images.find(isLinuxAmd64) ?? images[0];
  if (entry === undefined) return unread('bad-format', { detail: 'The image’s index names no image.' });
  if (!isDigest(entry.digest)) return unread('bad-format', { detail: 'The digest of the image is no SHA-256.' });
  const platforms = images.map(platformOf).filter((platform) => platform !== null);
  return read({ digest: entry.digest, bytes: entry.size ?? null, chosen: platformOf(entry), platforms });
}

const isLinuxAmd64 = ({ platform }: Entry): boolean => platform?.os === 'linux' && platform.architecture === 'amd64';

function isImage({ mediaType, platform, annotations }: Entry): boolean {
  if (mediaType !== undefined && !isManifestType(mediaType)) return false;
  if (annotations?.['vnd.docker.reference.type'] === 'attestation-manifest') return false;
  return !(platform?.os === 'unknown' && platform.architecture === 'unknown');
}

const platformOf = ({ platform }: Entry): Platform | null =>
  platform === undefined || platform === null
    ? null
    : { os: platform.os, architecture: platform.architecture, variant: platform.variant ?? null };
