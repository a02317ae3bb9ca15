/**
 * A container image by its name: `registry/path[:tag][@digest]`. `tag` is null when none was given (a pull then asks for
 * `latest`). Grammar: OCI distribution-spec 1.1, "pulling manifests"; registry and path are lower case.
 */
export interface ImageReference {
  readonly registry: string;
  readonly path: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

/** An image reference, or one sentence on what is wrong with the text; `notes` tell what was put right. */
export type ParsedImageReference =
  | { readonly ok: true; readonly reference: ImageReference; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string };

const PATH = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const REGISTRY = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d{1,5})?$/;
const MAX_LENGTH = 512;

export const formatImageReference = (image: ImageReference): string =>
  `${image.registry}/${image.path}${image.tag === null ? '' : `:${image.tag}`}${image.digest === null ? '' : `@${image.digest}`}`;

/** The name as it is written, without tag and digest. */
export const nameAsWritten = (text: string): string => splitVersion(text.trim()).name;

/** The reference without tag and digest: what the lesson asks students to hand in. */
export const imageName = (image: ImageReference): string => `${image.registry}/${image.path}`;

/** What people call a registry. */
export const registryTitle = (registry: string): string => (registry === 'docker.io' ? 'Docker Hub' : registry);

/** `registry/owner`: whose images an image is one of. */
export const publisherOf = ({ registry, path }: ImageReference): string => `${registry}/${path.split('/')[0]}`;

/** What a registry is asked for: the digest, else the tag, else `latest`. */
export const pulledVersion = (image: ImageReference): string => image.digest ?? image.tag ?? 'latest';

export const ghcrImage = (path: string, tag: string | null = null): ImageReference => ({
  registry: 'ghcr.io',
  path: path.toLowerCase(),
  tag,
  digest: null,
});

/**
 * Reads a full reference such as `ghcr.io/owner/name:tag`. Without a registry (`owner/name`) it is Docker Hub's, as Docker
 * reads it. Capitals in the path are lowered, with a note; a scheme in front is dropped.
 */
export function parseImageReference(text: string): ParsedImageReference {
  const trimmed = text.trim().replace(/^(?:https?|docker):\/\//i, '');
  if (trimmed === '') return wrong('There is no image name.');
  if (trimmed.length > MAX_LENGTH) return wrong(`An image name has at most ${MAX_LENGTH} characters.`);
  if (/\s/.test(trimmed)) return wrong('An image name holds no blanks.');
  const { name, tag, digest } = splitVersion(trimmed);
  if (tag !== null && !TAG.test(tag)) return wrong(`“${tag}” is not a tag: letters, digits, “.”, “_” and “-” only.`);
  if (digest !== null && !DIGEST.test(digest)) return wrong('The digest is not “sha256:” and 64 hexadecimal digits.');
  return named(name, tag, digest);
}

function named(name: string, tag: string | null, digest: string | null): ParsedImageReference {
  const parts = name.split('/');
  const first = (parts[0] ?? '').toLowerCase();
  const hasRegistry = parts.length > 1 && REGISTRY.test(first);
  const path = (hasRegistry ? parts.slice(1) : parts).join('/');
  const lower = path.toLowerCase();
  if (!PATH.test(lower)) return wrong(`“${path}” is not an image path: it looks like “owner/name”.`);
  const registry = hasRegistry ? dockerHubName(first) : 'docker.io';
  if (registry === 'ghcr.io' && !lower.includes('/'))
    return wrong(`A slash is missing: a path on ghcr.io looks like “ghcr.io/owner/name”, not “${name}”.`);
  const fullPath = registry === 'docker.io' && !lower.includes('/') ? `library/${lower}` : lower;
  const notes = path === lower ? [] : ['An image path is lower case; the capitals were lowered.'];
  return { ok: true, reference: { registry, path: fullPath, tag, digest }, notes };
}

const DOCKER_HUB: ReadonlySet<string> = new Set(['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);
const dockerHubName = (registry: string): string => (DOCKER_HUB.has(registry) ? 'docker.io' : registry);

function splitVersion(text: string): { name: string; tag: string | null; digest: string | null } {
  const at = text.indexOf('@');
  const digest = at === -1 ? null : text.slice(at + 1);
  const rest = at === -1 ? text : text.slice(0, at);
  const colon = rest.lastIndexOf(':');
  const hasTag = colon > rest.lastIndexOf('/');
  return { name: hasTag ? rest.slice(0, colon) : rest, tag: hasTag ? rest.slice(colon + 1) : null, digest };
}

const wrong = (problem: string): ParsedImageReference => ({ ok: false, problem });
