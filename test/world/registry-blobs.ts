import { type Answer, sha256, type WorldRequest } from './answer.ts';
import { signature } from './registry.ts';
import type { WorldState } from './world-state.ts';

const HEADERS: Answer['headers'] = {
  'accept-ranges': 'bytes',
  'content-type': 'application/octet-stream',
  server: 'Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0',
  'x-ms-blob-type': 'BlockBlob',
};

const refused = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', 'x-ms-error-code': code },
  body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`,
});

/** pkg-containers.githubusercontent.com: signed links only, and an Authorization header spoils them. */
export function answerRegistryBlobs(request: WorldRequest, state: WorldState): Answer {
  if (request.headers.authorization !== undefined) return refused(400, 'InvalidAuthenticationInfo');
  const digest = /^\/ghcr1\/blobs\/(sha256:[0-9a-f]{64})$/.exec(request.path)?.[1] ?? '';
  const until = request.query.get('se') ?? '';
  if (request.query.get('sig') !== signature(digest, until) || !(Date.parse(until) > Date.now()))
    return refused(403, 'AuthenticationFailed');
  const bytes = state.images.map(({ blobs }) => blobs.get(digest)?.bytes).find((found) => found !== undefined);
  return bytes === undefined ? refused(404, 'BlobNotFound') : ranged(bytes, request.headers.range);
}

// Several ranges at once are answered by the whole, as Azure does.
export function ranged(bytes: Uint8Array, range: string | undefined): Answer {
  const headers = { ...HEADERS, etag: `"0x${sha256(bytes).slice(0, 15).toUpperCase()}"` };
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (asked === null) return { status: 200, headers, body: bytes };
  const start = Number(asked[1]);
  const end = Math.min(asked[2] === '' ? Number.POSITIVE_INFINITY : Number(asked[2]), bytes.length - 1);
  if (start > end) {
    const whole = { ...headers, 'content-range': `bytes */${bytes.length}` };
    return { status: 416, headers: whole, body: '' };
  }
  const part = { ...headers, 'content-range': `bytes ${start}-${end}/${bytes.length}` };
  return { status: 206, headers: part, body: bytes.subarray(start, end + 1) };
}
