import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** A request as the hosts of the world see it; `path` is not decoded. */
export interface WorldRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Empty but for POST. */
  readonly body: string;
}

/** What a host answers. `gzip` lets the body be compressed for those who accept it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array | string;
  readonly gzip?: boolean;
}

export const jsonAnswer = (status: number, value: unknown, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
  gzip: true,
});

export const textAnswer = (status: number, body: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
  gzip: true,
});

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A part of a path without its escapes; a broken escape is kept as it stands. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The answer under its entity tag (its own where it has one), or 304 when the asker holds it already. */
export function withEtag(request: WorldRequest, answer: Answer, hashed = sha256(answer.body)): Answer {
  const tag = String(answer.headers['etag'] ?? `"${hashed}"`);
  const headers = { ...answer.headers, etag: tag };
  const held = (request.headers['if-none-match'] ?? '').split(',').map((text) => text.trim().replace(/^W\//, ''));
  return held.includes(tag) ? { status: 304, headers, body: '' } : { ...answer, headers };
}

/** Writes the answer: compressed where that is allowed and accepted, without its body for HEAD. */
export function sendAnswer(request: WorldRequest, response: ServerResponse, answer: Answer): void {
  const plain = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const isCompressed =
    answer.gzip === true && plain.length > 0 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = isCompressed ? gzipSync(plain) : plain;
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(answer.headers))
    headers[name] = typeof value === 'string' ? value : [...value];
  if (isCompressed) Object.assign(headers, { 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  if (answer.status !== 304 && answer.status !== 204) headers['content-length'] = String(body.length);
  response.writeHead(answer.status, headers);
  response.end(request.method === 'HEAD' || body.length === 0 ? undefined : body);
}
