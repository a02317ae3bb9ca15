import { describe, expect, test } from 'vitest';
import type { Limit } from '../../core/model/limits.ts';
import type { Asked, Question } from './answer.ts';
import { fakeClock } from './fake-clock.test-support.ts';
import { hosts, optionalHosts } from './hosts.ts';
import { type ScriptedAnswer, type ScriptedFetch, scriptedFetch } from './scripted-fetch.test-support.ts';
import { createTransport } from './transport.ts';

const url = 'https://api.github.com/repos/o/r/git/trees/HEAD';
const limit: Limit = { most: 20, sentence: 'More than 20 bytes.' };
const json = { 'content-type': 'application/json; charset=utf-8' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function ask(
  script: ScriptedAnswer | readonly ScriptedAnswer[] | ScriptedFetch,
  question: Partial<Question> = {},
  isOffline = false,
) {
  const clock = fakeClock();
  const scripted = 'fetch' in script ? script : scriptedFetch({ [question.url ?? url]: script });
  const transport = createTransport({ fetch: scripted.fetch, clock, random: () => 0, isOffline: () => isOffline });
  const asked = await clock.run(transport.get({ url, maxBytes: limit, shape: 'bytes', ...question }));
  return { asked, clock, requests: scripted.requests };
}

const unreadOf = (asked: Asked) => (asked.ok ? null : asked.unread);
const statusOf = (asked: Asked): number | undefined => asked.answer?.status;
const textOf = (asked: Asked): string => new TextDecoder().decode(asked.answer?.bytes);

describe('what goes out', () => {
  test('no cookie, no cache, no referrer, and only the headers asked for', async () => {
    const { requests } = await ask({ body: 'x' }, { accept: 'text/plain', headers: { 'X-A': 'b' } });
    expect(requests[0]?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
    });
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({ accept: 'text/plain', 'x-a': 'b' });
  });

  test.each([
    ['another host', 'https://evil.example/x'],
    ['http', 'http://github.com/o/r'],
    ['a look-alike', 'https://ghcr.io.evil.example/token'],
    ['another port', 'https://ghcr.io:8443/token'],
    ['a name in the address', 'https://ghcr.io@evil.example/token'],
    ['a user in the address', 'https://someone@ghcr.io/token'],
    ['an address of this computer', 'https://127.0.0.1/'],
    ['no address', 'ghcr.io/token'],
    ['a file', 'file:///etc/hosts'],
  ])('nothing to %s', async (_name, address) => {
    const { asked, requests } = await ask({ body: 'x' }, { url: address });
    expect(unreadOf(asked)?.kind).toBe('permission-needed');
    expect(requests).toHaveLength(0);
  });

  const graphql = { query: 'query Q { viewer { login } }', variables: {} };
  const GRAPHQL = 'https://api.github.com/graphql';
  test('a GraphQL query by POST, as JSON', async () => {
    const { requests } = await ask({ body: '{}', headers: json }, { url: GRAPHQL, graphql });
    expect(requests[0]?.init).toMatchObject({ method: 'POST', body: JSON.stringify(graphql), credentials: 'omit' });
    expect(requests[0]?.headers.get('content-type')).toBe('application/json');
  });

  test.each([
    ['to another address', 'https://api.github.com/user', graphql],
    ['to another host', 'https://ghcr.io/graphql', graphql],
    ['that changes something', GRAPHQL, { ...graphql, query: 'mutation M { x }' }],
    ['with a change behind it', GRAPHQL, { ...graphql, query: 'query Q { x } mutation M { x }' }],
    ['without a beginning', GRAPHQL, { ...graphql, query: '{ x }' }],
  ])('no query %s', async (_name, address, query) => {
    const { asked, requests } = await ask({ body: '{}' }, { url: address, graphql: query });
    expect(unreadOf(asked)?.kind).toBe('internal');
    expect(requests).toHaveLength(0);
  });

  test.each([...hosts, ...optionalHosts].map(({ origin }) => [origin]))('%s is let through', async (origin) => {
    const { asked } = await ask({ body: 'x' }, { url: `${origin}/x` });
    expect(asked.ok).toBe(true);
  });

  test.each([
    ['https://api.github.com', true],
    ['https://ghcr.io', true],
    ['https://registry-1.docker.io', true],
    ['https://auth.docker.io', false],
    ['https://production.cloudflare.docker.com', false],
    ['https://github.com', false],
    ['https://raw.githubusercontent.com', false],
    ['https://pkg-containers.githubusercontent.com', false],
  ])('a token to %s: %s', async (origin, isSent) => {
    const { asked, requests } = await ask({ body: 'x' }, { url: `${origin}/x`, authorization: 'Bearer t' });
    expect(asked.ok).toBe(isSent);
    expect(requests.map((request) => request.headers.get('authorization'))).toEqual(isSent ? ['Bearer t'] : []);
  });

  test('a token that no header can hold is a bad token', async () => {
    const { asked, requests } = await ask({ body: 'x' }, { authorization: 'Bearer a\nb' });
    expect(unreadOf(asked)).toEqual({ kind: 'bad-token' });
    expect(requests).toHaveLength(0);
  });
});

describe('answers', () => {
  test.each([200, 401, 403, 404, 409, 410, 422, 451])('%i is an answer', async (status) => {
    const { asked, requests } = await ask({ status, body: '{}', headers: { 'x-a': 'b' } });
    expect(asked).toMatchObject({ ok: true, answer: { status, url, cut: false, milliseconds: 0 } });
    expect(asked.answer?.header('X-A')).toBe('b');
    expect(requests).toHaveLength(1);
  });

  test('JSON comes parsed, also behind a byte order mark', async () => {
    const { asked } = await ask({ body: '\ufeff{"a":1}', headers: json }, { shape: 'json' });
    expect(asked.answer?.json).toEqual({ a: 1 });
  });

  test('the limit of requests is told in our clock’s time', async () => {
    const ours = fakeClock().now();
    const headers = {
      date: new Date(ours - 3_600_000).toUTCString(),
      'x-ratelimit-remaining': '14',
      'x-ratelimit-reset': String((ours - 3_600_000 + 60_000) / 1_000),
    };
    const { asked } = await ask({ body: 'x', headers });
    expect(asked.answer?.limit).toEqual({ remaining: 14, resetAt: ours + 60_000 });
  });

  test('where Date is hidden, the newest one of any host counts', async () => {
    const clock = fakeClock();
    const first = 'https://github.com/o/r.git/info/refs';
    const server = clock.now() + 7_200_000;
    const used = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String((server + 600_000) / 1_000) };
    const { fetch } = scriptedFetch({
      [first]: { body: 'x', headers: { date: new Date(server).toUTCString() } },
      [url]: { status: 403, headers: used },
    });
    const transport = createTransport({ fetch, clock });
    await clock.run(transport.get({ url: first, maxBytes: limit, shape: 'bytes' }));
    const asked = await clock.run(transport.get({ url, maxBytes: limit, shape: 'json' }));
    const retryAt = new Date(clock.now() + 600_000).toISOString();
    expect(asked).toMatchObject({ ok: false, unread: { kind: 'rate-limit', retryAt }, answer: { status: 403 } });
  });
});

describe('bounds', () => {
  test.each([
    ['under', 19, null],
    ['at', 20, null],
    ['over', 21, { kind: 'too-big', detail: 'More than 20 bytes.' }],
  ])('%s the cap', async (_name, size, expected) => {
    const { asked } = await ask({ body: 'x'.repeat(size) });
    expect(unreadOf(asked)).toEqual(expected);
    expect(asked.answer?.bytes).toHaveLength(Math.min(size, 20));
    expect(asked.answer?.cut).toBe(size > 20);
  });

  test('a body of many pieces is put together and stopped at the cap', async () => {
    const pieces = Array.from({ length: 30_000 }, (_, index) => Uint8Array.of(index % 251));
    const wide = { most: 29_999, sentence: 'Too much.' };
    const { asked } = await ask({ pieces }, { maxBytes: wide });
    expect(unreadOf(asked)?.kind).toBe('too-big');
    expect(asked.answer?.bytes.every((byte, index) => byte === index % 251)).toBe(true);
    expect(asked.answer?.bytes).toHaveLength(29_999);
  });

  test('the page of an error is cut, and its status still counts', async () => {
    const { asked } = await ask({ status: 404, body: 'x'.repeat(70_000) });
    expect(asked).toMatchObject({ ok: true, answer: { status: 404, cut: true } });
    expect(asked.answer?.bytes).toHaveLength(65_536);
  });

  test('reading ends as soon as enough has come', async () => {
    const pieces = ['ab', 'cd', 'ef'].map(bytesOf);
    const { asked } = await ask({ pieces, breaks: true }, { until: (soFar) => soFar.length >= 4 });
    expect(asked).toMatchObject({ ok: true, answer: { cut: true } });
    expect(textOf(asked)).toBe('abcd');
  });

  test('an error is read to its end, whatever would be enough', async () => {
    const { asked } = await ask({ status: 404, pieces: ['ab', 'cd'].map(bytesOf) }, { until: () => true });
    expect(textOf(asked)).toBe('abcd');
  });

  test('no beginning of an answer: 15 seconds', async () => {
    const { asked, clock, requests } = await ask({ hangs: true });
    expect(unreadOf(asked)).toEqual({
      kind: 'timeout',
      detail: 'The server did not begin to answer within 15 seconds.',
    });
    expect(clock.now() - fakeClock().now()).toBe(15_000);
    expect(requests[0]?.init.signal?.aborted).toBe(true);
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['9 s between pieces, 6 pieces', 9_000, 6, null, 63_000],
    ['9 s between pieces, 7 pieces', 9_000, 7, 'The answer took longer than 60 seconds.', 60_000],
    ['11 s between pieces', 11_000, 2, 'The server stopped sending for 10 seconds.', 10_000],
  ])('%s', async (_name, pause, count, detail, took) => {
    const clock = fakeClock();
    // The end of the body is waited for as well.
    const pieces = Array.from({ length: detail === null ? count - 1 : count }, () => bytesOf('x'));
    const { fetch } = scriptedFetch({ [url]: { pieces, beforePiece: () => clock.sleep(pause) } });
    const transport = createTransport({ fetch, clock });
    const started = clock.now();
    const asked = await clock.run(transport.get({ url, maxBytes: limit, shape: 'bytes' }));
    expect(unreadOf(asked)).toEqual(detail === null ? null : { kind: 'timeout', detail });
    expect(clock.now() - started).toBeLessThanOrEqual(took);
  });
});

describe('faults', () => {
  const nodeReset = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
  test.each([
    ['a network error', { fails: new TypeError('Failed to fetch') }, false, 'blocked', 1],
    ['a network error offline', { fails: new TypeError('Failed to fetch') }, true, 'offline', 1],
    ['a broken connection, as Node tells it', { fails: nodeReset }, false, 'reset', 3],
    ['a body that breaks off', { pieces: [bytesOf('ab')], breaks: true }, false, 'reset', 3],
    ['a body shorter than told', { body: 'ab', headers: { 'content-length': '5' } }, false, 'truncated', 3],
    ['a server that fails', { status: 502, body: '<html>' }, false, 'server-error', 3],
    [
      'a log-in page',
      { body: '<html>', headers: { 'content-type': 'text/html; charset=utf-8' } },
      false,
      'intercepted',
      1,
    ],
    ['HTTP 511', { status: 511 }, false, 'intercepted', 1],
    ['a limit', { status: 429 }, false, 'secondary-limit', 1],
  ] as const)('%s', async (_name, answer, isOffline, kind, times) => {
    const { asked, requests } = await ask(answer, {}, isOffline);
    expect(unreadOf(asked)?.kind).toBe(kind);
    expect(requests).toHaveLength(times);
  });

  test.each([
    ['cut JSON', '{"a":', 'bad-format', 2],
    ['no JSON', '', 'bad-format', 2],
    ['a page without a type', ' <!doctype html>', 'intercepted', 1],
  ])('%s', async (_name, body, kind, times) => {
    const { asked, requests } = await ask({ body, headers: json }, { shape: 'json' });
    expect(unreadOf(asked)?.kind).toBe(kind);
    expect(requests).toHaveLength(times);
  });

  test('a compressed body may be shorter or longer than its length on the wire', async () => {
    const { asked } = await ask({ body: 'ab', headers: { 'content-length': '22', 'content-encoding': 'gzip' } });
    expect(asked.ok).toBe(true);
  });

  test('a page of HTML as the body of an error is an error', async () => {
    const { asked } = await ask({ status: 404, body: '<html>', headers: { 'content-type': 'text/html' } });
    expect(statusOf(asked)).toBe(404);
    expect(asked.ok).toBe(true);
  });

  test.each([
    ['another host', url, 'https://evil.example/', false],
    ['http', url, 'http://api.github.com/x', false],
    ['another host of the list', url, 'https://github.com/login', false],
    ['the same host', url, 'https://api.github.com/repositories/1', true],
    ['the registry’s store', 'https://ghcr.io/v2/o/n/blobs/x', 'https://pkg-containers.githubusercontent.com/x', true],
    ['the registry’s web page', 'https://ghcr.io/v2/o/n/referrers/x', 'https://github.com/-/v2/packages', false],
  ])('led on to %s', async (_name, from, to, isTaken) => {
    const { asked } = await ask({ body: 'x', url: to }, { url: from });
    expect(asked.ok).toBe(isTaken);
    expect(unreadOf(asked)?.kind).toBe(isTaken ? undefined : 'intercepted');
  });
});

describe('trying again', () => {
  test('three failures and two pauses at most, then the answer', async () => {
    const { asked, clock } = await ask([{ status: 503 }, { status: 502 }, { body: 'x' }]);
    expect(textOf(asked)).toBe('x');
    expect(clock.slept).toEqual([1_000, 1_000]);
  });

  test.each([
    ['waits inside', '10', 2, [10_000]],
    ['gives up', '11', 1, []],
  ])('a wait of the server: %s', async (_name, after, times, slept) => {
    const { requests, clock } = await ask([{ status: 429, headers: { 'retry-after': after } }, { body: 'x' }]);
    expect(requests).toHaveLength(times);
    expect(clock.slept).toEqual(slept);
  });
});

describe('stopping', () => {
  test('a question that is already stopped is not sent', async () => {
    const { asked, requests } = await ask({ body: 'x' }, { signal: AbortSignal.abort() });
    expect(unreadOf(asked)).toEqual({ kind: 'cancelled' });
    expect(requests).toHaveLength(0);
  });

  test.each([
    ['before the answer begins', { hangs: true }],
    ['between pieces', { pieces: [bytesOf('a')], beforePiece: () => new Promise<void>(() => undefined) }],
  ])('%s', async (_name, answer) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1);
    const { asked } = await ask(answer, { signal: controller.signal });
    expect(unreadOf(asked)?.kind).toBe('cancelled');
  });

  test('during a pause', async () => {
    const controller = new AbortController();
    const scripted = scriptedFetch({
      [url]: () => {
        controller.abort();
        return { status: 503 };
      },
    });
    const { asked } = await ask(scripted, { signal: controller.signal });
    expect(unreadOf(asked)?.kind).toBe('cancelled');
    expect(scripted.requests).toHaveLength(1);
  });
});
