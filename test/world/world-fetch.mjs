import https from 'node:https';
import { Readable } from 'node:stream';
import { createSecureContext } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const HOSTS = new Set([
  'github.com',
  'www.github.com',
  'api.github.com',
  'raw.githubusercontent.com',
  'ghcr.io',
  'pkg-containers.githubusercontent.com',
  'auth.docker.io',
  'registry-1.docker.io',
  'production.cloudflare.docker.com',
  'production.cloudfront.docker.com',
]);
const MOST_REDIRECTS = 20;

/**
 * A `fetch` for Node that leads the world's names to its TLS port and refuses all others. Without `keepAlive` each request has
 * a connection of its own: an idle one would keep the process alive.
 */
export function worldFetch(port, certificate, { keepAlive = false } = {}) {
  const agent = new https.Agent({ secureContext: createSecureContext({ ca: certificate }), keepAlive });
  return (input, init) => follow({ port, agent }, new Request(input, init));
}

async function follow(world, asked) {
  const body = asked.body === null ? null : Buffer.from(await asked.arrayBuffer());
  const headers = Object.fromEntries(asked.headers);
  let url = new URL(asked.url);
  let sent = {
    method: asked.method,
    headers: { 'accept-encoding': 'gzip, deflate', 'user-agent': 'node', accept: '*/*', ...headers },
    body,
  };
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await send(world, url, sent, asked.signal);
    const location = [301, 302, 303, 307, 308].includes(answer.statusCode) ? answer.headers.location : undefined;
    if (location === undefined || asked.redirect === 'manual') return responseOf(answer, url, redirects > 0, asked);
    answer.destroy();
    if (asked.redirect === 'error') throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
    const next = new URL(location, url);
    sent = followed(sent, answer.statusCode, next.origin === url.origin);
    url = next;
  }
  throw new TypeError('fetch failed', { cause: new Error('redirect count exceeded') });
}

// As the fetch standard asks: 303 becomes GET, and credentials do not go to another origin.
function followed({ method, headers, body }, status, isSameOrigin) {
  const becomesGet = (status === 303 && method !== 'HEAD') || ((status === 301 || status === 302) && method === 'POST');
  const kept = Object.entries(headers).filter(
    ([name]) => isSameOrigin || !['authorization', 'cookie', 'host', 'proxy-authorization'].includes(name),
  );
  return { method: becomesGet ? 'GET' : method, headers: Object.fromEntries(kept), body: becomesGet ? null : body };
}

function send({ port, agent }, url, { method, headers, body }, signal) {
  return new Promise((resolve, reject) => {
    if (url.protocol !== 'https:' || url.port !== '' || !HOSTS.has(url.hostname)) {
      reject(new TypeError('fetch failed', { cause: new Error(`${url.host} is not in this world`) }));
      return;
    }
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const request = https.request({
      host: '127.0.0.1',
      port,
      servername: url.hostname,
      agent,
      method,
      path: url.pathname + url.search,
      headers: { ...headers, host: url.hostname },
    });
    request.on('response', resolve);
    request.on('error', (error) =>
      reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause: error })),
    );
    signal.addEventListener('abort', () => request.destroy(signal.reason), { once: true });
    request.end(body ?? undefined);
  });
}

function responseOf(answer, url, redirected, { method, signal }) {
  const headers = new Headers();
  for (let index = 0; index < answer.rawHeaders.length; index += 2)
    headers.append(answer.rawHeaders[index], answer.rawHeaders[index + 1]);
  const isBodiless = method === 'HEAD' || [204, 205, 304].includes(answer.statusCode);
  if (isBodiless) answer.resume();
  const body = isBodiless ? null : Readable.toWeb(decompressed(answer, signal));
  const response = new Response(body, { status: answer.statusCode, statusText: answer.statusMessage, headers });
  Object.defineProperty(response, 'url', { value: url.href });
  Object.defineProperty(response, 'redirected', { value: redirected });
  return response;
}

function decompressed(answer, signal) {
  const coding = answer.headers['content-encoding'];
  const makers = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const maker = makers[coding];
  const stream = maker === undefined ? answer : answer.pipe(maker());
  // A broken connection must end the stream that is read, with the reason of an abort where there is one.
  const broken = (error) =>
    stream.destroy(signal.aborted ? signal.reason : new TypeError('terminated', { cause: error }));
  if (stream !== answer) answer.on('error', broken);
  answer.on('aborted', () => broken(new Error('other side closed')));
  signal.addEventListener('abort', () => stream.destroy(signal.reason), { once: true });
  return stream;
}
