import { type Answer, decodedPart, sha256, textAnswer, type WorldRequest } from './answer.ts';
import { mediaTypes, type WorldImage } from './image-from-description.ts';
import type { WorldState } from './world-state.ts';

const HEADERS: Answer['headers'] = {
  'content-type': 'application/json',
  'docker-distribution-api-version': 'registry/2.0',
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'x-github-request-id': 'C0DE:1A2B:3C4D:5E6F:66AA77BB',
};

const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const SECONDS_OF_A_LINK = 600;

// The registry's JSON ends with a new line.
const json = (status: number, value: object, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { ...HEADERS, ...headers },
  body: `${JSON.stringify(value)}\n`,
});

const refused = (status: number, code: string, message: string, headers: Answer['headers'] = {}): Answer =>
  json(status, { errors: [{ code, message }] }, headers);

const unauthorized = (name: string): Answer => {
  const challenge = `Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:${name}:pull"`;
  return refused(401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': challenge });
};
const denied = refused(403, 'DENIED', 'requested access to the resource is denied');
const invalidName = refused(400, 'NAME_INVALID', 'invalid repository name');

/** ghcr.io: tokens, manifests, tags and the way to blobs. No answer carries CORS headers. */
export function answerRegistry(request: WorldRequest, state: WorldState): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refused(405, 'UNSUPPORTED', 'The operation is unsupported.');
  if (request.path === '/token') return answerToken(request, state);
  const asked = /^\/v2\/(.+)\/(manifests|blobs|tags|referrers)\/([^/]+)$/.exec(request.path);
  if (asked === null)
    return request.path === '/v2/' ? unauthorized('user/image') : textAnswer(404, '404 page not found');
  const [, name = '', kind = '', version = ''] = asked;
  if (!NAME.test(name)) return invalidName;
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return unauthorized(name);
  const image = imageAt(state, 'ghcr.io', name);
  if (image === undefined || !isTokenOf(token, name)) return denied;
  if (kind === 'manifests') return answerManifest(request, image, decodedPart(version));
  if (kind === 'blobs') return answerBlobPlace(image, decodedPart(version));
  if (kind === 'tags' && version === 'list') return answerTags(request, image);
  const page = `https://github.com/-/v2/packages/container/package/${name}`;
  return { status: 303, headers: { ...HEADERS, location: page }, body: '' };
}

/** Public 200, private 401, absent 403; with `unified` the last two alike. Nobody has a password here. */
function answerToken(request: WorldRequest, state: WorldState): Answer {
  if (request.headers.authorization !== undefined) return refused(403, 'DENIED', 'denied');
  const scope = /^repository:(.+):pull$/.exec(request.query.get('scope') ?? '');
  const name = scope?.[1] ?? '';
  if (scope !== null && !NAME.test(name)) return invalidName;
  const image = imageAt(state, 'ghcr.io', name);
  if (image?.visibility === 'public' || (image !== undefined && state.published.has(name)))
    return json(200, { token: newToken(name) });
  if (image === undefined || state.unified) return denied;
  return refused(401, 'UNAUTHORIZED', 'authentication required');
}

/** The image of a path on one registry. */
export const imageAt = ({ images }: WorldState, registry: WorldImage['registry'], name: string) =>
  images.find((image) => image.registry === registry && image.path === name);

const newToken = (name: string): string => Buffer.from(`v1:${name}:${Date.now()}000000`).toString('base64');

const isTokenOf = (token: string, name: string): boolean =>
  Buffer.from(token, 'base64').toString('latin1').startsWith(`v1:${name}:`);

export function answerManifest(request: WorldRequest, image: WorldImage, version: string): Answer {
  const digest = image.tags.get(version) ?? version;
  const manifest = image.manifests.get(digest);
  if (manifest === undefined) return refused(404, 'MANIFEST_UNKNOWN', 'manifest unknown');
  const accept = request.headers.accept ?? '';
  if (!accept.includes(manifest.mediaType)) {
    const words =
      manifest.mediaType === mediaTypes.index
        ? 'OCI index found, but Accept header does not support OCI indexes'
        : 'OCI manifest found, but accept header does not support OCI manifests';
    return refused(404, 'MANIFEST_UNKNOWN', words);
  }
  const headers = {
    ...HEADERS,
    'content-type': manifest.mediaType,
    'docker-content-digest': digest,
    etag: `"${digest}"`,
  };
  return { status: 200, headers, body: manifest.bytes };
}

export function answerTags(request: WorldRequest, image: WorldImage): Answer {
  const asked = Number(request.query.get('n') ?? 100);
  if (!Number.isInteger(asked) || asked < 1)
    return refused(400, 'PAGINATION_NUMBER_INVALID', 'invalid number of results requested');
  const all = [...image.tags.keys()].sort();
  const last = request.query.get('last');
  const rest = last === null ? all : all.filter((tag) => tag > last);
  const tags = rest.slice(0, asked);
  const next = `/v2/${image.path}/tags/list?last=${encodeURIComponent(tags.at(-1) ?? '')}&n=${asked}`;
  return json(200, { name: image.path, tags }, tags.length < rest.length ? { link: `<${next}>; rel="next"` } : {});
}

function answerBlobPlace(image: WorldImage, digest: string): Answer {
  if (!image.blobs.has(digest)) return refused(404, 'BLOB_UNKNOWN', 'blob unknown to registry');
  const until = new Date((Math.floor(Date.now() / 1_000) + SECONDS_OF_A_LINK) * 1_000)
    .toISOString()
    .replace('.000', '');
  const query = new URLSearchParams({ se: until, sig: signature(digest, until), sp: 'r', spr: 'https', sr: 'b' });
  const location = `https://pkg-containers.githubusercontent.com/ghcr1/blobs/${digest}?${query}`;
  return { status: 307, headers: { ...HEADERS, location }, body: '' };
}

/** What a link to a blob is signed with. */
export const signature = (digest: string, until: string): string =>
  Buffer.from(sha256(`${digest} ${until}`), 'hex').toString('base64');
