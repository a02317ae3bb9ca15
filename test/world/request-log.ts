import type { IncomingMessage, ServerResponse } from 'node:http';

/** The headers that a privacy test asks about; null where they were not sent. `authorization` shows only its beginning. */
export interface LoggedHeaders {
  readonly origin: string | null;
  readonly authorization: string | null;
  readonly cookie: string | null;
  readonly 'user-agent': string | null;
  readonly range: string | null;
  readonly 'if-none-match': string | null;
}

/** One request that reached the world. `status` is 0 until it is answered; `bytes` are those of the body; `ms` is null until the end. */
export interface LoggedRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: LoggedHeaders;
  status: number;
  bytes: number;
  ms: number | null;
}

/** Notes a request, and goes on to fill in what was answered. The status stands there before the first byte leaves. */
export function logRequest(log: LoggedRequest[], request: IncomingMessage, response: ServerResponse): void {
  const { origin, authorization, cookie, range, 'user-agent': agent, 'if-none-match': held, host } = request.headers;
  const started = performance.now();
  const entry: LoggedRequest = {
    method: request.method ?? '',
    host: (host ?? '').replace(/:\d+$/, ''),
    path: request.url ?? '',
    headers: {
      origin: origin ?? null,
      authorization: authorization === undefined ? null : shortened(authorization),
      cookie: cookie ?? null,
      'user-agent': agent ?? null,
      range: range ?? null,
      'if-none-match': held ?? null,
    },
    status: 0,
    bytes: 0,
    ms: null,
  };
  log.push(entry);
  watchAnswer(entry, response);
  response.on('close', () => {
    entry.ms = performance.now() - started;
  });
}

function watchAnswer(entry: LoggedRequest, response: ServerResponse): void {
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  const count = (chunk: unknown) => {
    entry.status = response.statusCode;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) entry.bytes += Buffer.byteLength(chunk);
  };
  response.write = ((...args: unknown[]) => {
    count(args[0]);
    return write(...args);
  }) as typeof response.write;
  response.end = ((...args: unknown[]) => {
    count(args[0]);
    return end(...args);
  }) as typeof response.end;
}

const shortened = (authorization: string): string => {
  const [scheme = '', secret = ''] = authorization.split(' ');
  return `${scheme} ${secret.slice(0, 4)}… (${secret.length} characters)`;
};
