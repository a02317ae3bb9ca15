const INDEX: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
const MANIFEST: readonly string[] = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
const CONFIG: readonly string[] = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];

/** All four, always: asked for fewer, the registry says that an existing image is unknown. */
export const acceptManifests = [...INDEX, ...MANIFEST].join(', ');

export const isIndexType = (mediaType: string): boolean => INDEX.includes(mediaType);
export const isManifestType = (mediaType: string): boolean => MANIFEST.includes(mediaType);
export const isConfigType = (mediaType: string): boolean => CONFIG.includes(mediaType);

/** A header's value without its parameters. */
export const withoutParameters = (contentType: string | null): string => (contentType?.split(';')[0] ?? '').trim();
