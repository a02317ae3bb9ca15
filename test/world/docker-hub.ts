import { type Answer, decodedPart, jsonAnswer, textAnswer, type WorldRequest } from './answer.ts';
import { answerManifest, answerTags, imageAt } from './registry.ts';
import { ranged } from './registry-blobs.ts';
import type { WorldState } from './world-state.ts';

/** So many manifests an address without a name gets in 6 hours. */
export const HUB_MANIFESTS = 100;
const WINDOW = 'w=21600';
const BLOBS = 'https://production.cloudflare.docker.com';

const refused = (status: number, code: string, message: string, headers: Answer['headers'] = {}): Answer =>
  jsonAnswer(status, { errors: [{ code, message, detail: null }] }, headers);

/** auth.docker.io: a token for whatever is named, also where there is no such image, or a private one. */
export function answerHubToken(request: WorldRequest): Answer {
  if (request.path !== '/token' || request.query.get('service') !== 'registry.docker.io')
    return jsonAnswer(400, { details: 'no such service' });
  const token = Buffer.from(`hub ${request.query.get('scope') ?? ''}`).toString('base64');
  return jsonAnswer(200, { token, access_token: token, expires_in: 300, issued_at: new Date().toISOString() });
}

/** registry-1.docker.io: private and missing images are answered alike, after the token. */
export function answerHub(request: WorldRequest, state: WorldState): Answer {
  const asked = /^\/v2\/(.+)\/(manifests|blobs|tags)\/([^/]+)$/.exec(request.path);
  if (asked === null) return textAnswer(404, '404 page not found');
  const [, name = '', kind = '', version = ''] = asked;
  const scope = `repository:${name}:pull`;
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const isItsToken = Buffer.from(token, 'base64').toString('latin1') === `hub ${scope}`;
  const image = imageAt(state, 'docker.io', name);
  if (!isItsToken || image === undefined || image.visibility === 'private') {
    const error = isItsToken ? ',error="insufficient_scope"' : '';
    const challenge = `Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="${scope}"${error}`;
    return refused(401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': challenge });
  }
  if (kind === 'tags') return answerTags(request, image);
  if (kind === 'manifests') return limited(state, () => answerManifest(request, image, decodedPart(version)));
  const location = `${BLOBS}/registry-v2/docker/registry/v2/blobs/${version}/data?verify=signed`;
  return { status: 307, headers: { location }, body: '' };
}

function limited({ hubLimit }: WorldState, answer: () => Answer): Answer {
  const isOver = hubLimit.remaining <= 0;
  hubLimit.remaining = Math.max(0, hubLimit.remaining - 1);
  const limit = {
    'ratelimit-limit': `${HUB_MANIFESTS};${WINDOW}`,
    'ratelimit-remaining': `${hubLimit.remaining};${WINDOW}`,
  };
  if (isOver) return refused(429, 'TOOMANYREQUESTS', 'You have reached your unauthenticated pull rate limit.', limit);
  const given = answer();
  return { ...given, headers: { ...given.headers, ...limit } };
}

/** Where Docker Hub leads on to: signed links only, and an Authorization header spoils them. */
export function answerHubBlobs(request: WorldRequest, { images }: WorldState): Answer {
  const digest = /\/blobs\/(sha256:[0-9a-f]{64})\/data$/.exec(decodedPart(request.path))?.[1] ?? '';
  const isSigned = request.query.get('verify') === 'signed' && request.headers.authorization === undefined;
  const content = images.map(({ blobs }) => blobs.get(digest)).find((blob) => blob !== undefined);
  if (!isSigned || content === undefined) return textAnswer(403, '<Error><Code>AccessDenied</Code></Error>');
  return ranged(content.bytes, request.headers.range);
}
