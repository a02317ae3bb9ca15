import * as z from 'zod/mini';
import { limits } from '../../core/model/limits.ts';
import type { ImageConfig, ImageManifest, Platform } from '../../core/model/snapshot.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { isDigest } from './oci-digest.ts';

const INDEX_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);
const MANIFEST_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]);
const CONFIG_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
]);

/** All four, always: with fewer the registry says that an existing image is unknown. */
export const acceptManifests = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ');
