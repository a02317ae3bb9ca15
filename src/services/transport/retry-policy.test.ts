import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import type { UnreadKind } from '../../core/model/unread.ts';
import { singleSignOnWords } from './refusal.ts';
import { decideRetry, type RetryDecision, type Trouble } from './retry-policy.ts';

const now = Date.UTC(2026, 10, 22, 12);
const inMs = (milliseconds: number): string => new Date(now + milliseconds).toISOString();
const seconds = (milliseconds: number): string => String(Math.floor(milliseconds / 1_000));

function decide(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
  rest: Partial<Trouble> = {},
): RetryDecision {
  const header = (name: string): string | null => new Headers(headers).get(name);
  return decideRetry({
    what: { refusal: { status, header, body } },
    attempt: 1,
    serverTime: null,
    now,
    random: () => 0.5,
    ...rest,
  });
}

const giveUp = (kind: UnreadKind, more: object = {}) => ({ do: 'give-up', unread: { kind, ...more } });
const message = (text: string): string => JSON.stringify({ message: text });

describe('decideRetry on refusals', () => {
  test.each([
    ['bad token', 401, {}, message('Bad credentials'), giveUp('bad-token')],
    ['not there', 404, {}, message('Not Found'), giveUp('not-found-or-private')],
    ['empty', 409, {}, message('Git Repository is empty.'), giveUp('empty-repository')],
    ['gone', 410, {}, '', giveUp('gone')],
    ['taken down', 451, {}, message('Repository access blocked'), giveUp('gone')],
    ['terms of service', 403, {}, message('Repository access blocked'), giveUp('gone')],
    [
      'single sign-on',
      403,
      {
        'x-github-sso': 'required; url=https://github.com/orgs/a/sso?authorization_request=SECRET',
        'x-ratelimit-remaining': '0',
      },
      message('Resource protected by organization SAML enforcement.'),
      giveUp('forbidden', { detail: singleSignOnWords }),
    ],
    [
      'other refusal',
      403,
      { 'x-ratelimit-remaining': '4999' },
      message('Resource not accessible by personal access token'),
      giveUp('forbidden', { detail: 'Resource not accessible by personal access token' }),
    ],
    ['refusal without words', 403, {}, '<html>', giveUp('forbidden', { detail: 'HTTP 403' })],
    ['a log-in of the network', 511, {}, '', giveUp('intercepted', { detail: 'HTTP 511' })],
    ['malformed', 422, {}, '', giveUp('bad-format', { detail: 'HTTP 422' })],
    ['not implemented', 501, {}, '', giveUp('server-error', { detail: 'HTTP 501' })],
  ])('gives up: %s', (_name, status, headers, body, expected) => {
    expect(decide(status, headers, body)).toEqual(expected);
  });

  test('a token in the words of a refusal is not repeated', () => {
    const decided = decide(403, {}, message(`No access for ghp_${'a'.repeat(36)}`));
    expect(decided).toEqual(giveUp('forbidden', { detail: 'No access for [redacted]' }));
  });

  test.each([408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524])('tries %i three times', (status) => {
    expect(decide(status)).toEqual({ do: 'retry', afterMs: 1_500 });
    expect(decide(status, {}, '', { attempt: 2 })).toEqual({ do: 'retry', afterMs: 2_500 });
    expect(decide(status, {}, '', { attempt: 3 })).toMatchObject({ do: 'give-up' });
  });

  test.each([
    ['the least', 0, 1_000],
    ['the most', 0.999_999, 4_000],
  ])('jitter in the second pause: %s', (_name, random, afterMs) => {
    expect(decide(502, {}, '', { attempt: 2, random: () => random })).toEqual({ do: 'retry', afterMs });
  });

  test.each([
    ['short', '7', { do: 'wait', until: now + 7_000 }],
    ['long', '30', giveUp('server-error', { retryAt: inMs(30_000) })],
  ])('keeps a %s Retry-After of a failing server', (_name, value, expected) => {
    expect(decide(503, { 'retry-after': value })).toEqual(expected);
  });
});

describe('decideRetry on GitHub’s hourly limit', () => {
  const used = (reset: string) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
  const twoHours = 7_200_000;
  test.each([
    ['403', 403, used(seconds(now + 600_000)), null, 600_000],
    ['429', 429, used(seconds(now + 600_000)), null, 600_000],
    ['our clock is two hours slow', 403, used(seconds(now + twoHours + 600_000)), now + twoHours, 600_000],
    ['our clock is two hours fast', 403, used(seconds(now - twoHours + 600_000)), now - twoHours, 600_000],
    ['the reset is past', 403, used(seconds(now - 5_000)), null, 1_000],
    ['the reset is absurd', 403, used('9999999999'), null, 3_900_000],
    ['no reset', 403, { 'x-ratelimit-remaining': '0' }, null, 60_000],
    ['a garbled reset', 403, used('soon'), null, 60_000],
    ['the longer of two waits', 403, { ...used(seconds(now + 20_000)), 'retry-after': '50' }, null, 50_000],
  ])('gives up with the time: %s', (_name, status, headers, serverTime, wait) => {
    const decided = decide(status, headers, message('API rate limit exceeded for 203.0.113.7.'), { serverTime });
    expect(decided).toEqual(giveUp('rate-limit', { retryAt: inMs(wait) }));
  });

  test('the words alone will do', () => {
    const decided = decide(403, {}, message('API rate limit exceeded for user ID 1.'));
    expect(decided).toEqual(giveUp('rate-limit', { retryAt: inMs(60_000) }));
  });
});

describe('decideRetry on other limits', () => {
  const registry = (wait: string): string =>
    JSON.stringify({ errors: [{ code: 'TOOMANYREQUESTS', message: `retry-after: ${wait}, allowed: 44000/minute` }] });
  test.each([
    ['Retry-After in seconds', 403, { 'retry-after': '7' }, '', { do: 'wait', until: now + 7_000 }],
    ['at the bound', 429, { 'retry-after': '10' }, '', { do: 'wait', until: now + 10_000 }],
    ['over the bound', 429, { 'retry-after': '11' }, '', giveUp('secondary-limit', { retryAt: inMs(11_000) })],
    ['none', 429, {}, '429: Too Many Requests', giveUp('secondary-limit', { retryAt: inMs(60_000) })],
    ['garbled', 429, { 'retry-after': 'later' }, '', giveUp('secondary-limit', { retryAt: inMs(60_000) })],
    [
      'Docker Hub’s window',
      429,
      { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '0;w=21600' },
      'You have reached your pull rate limit.',
      giveUp('secondary-limit', { retryAt: inMs(21_600_000) }),
    ],
    [
      'a window beyond all reason',
      429,
      { 'ratelimit-limit': '1;w=999999999' },
      '',
      giveUp('secondary-limit', { retryAt: inMs(21_600_000) }),
    ],
    ['no window', 429, { 'ratelimit-limit': '100' }, '', giveUp('secondary-limit', { retryAt: inMs(60_000) })],
    ['zero', 429, { 'retry-after': '0' }, '', { do: 'wait', until: now + 1_000 }],
    [
      'words only',
      403,
      {},
      message('You have exceeded a secondary rate limit.'),
      giveUp('secondary-limit', { retryAt: inMs(60_000) }),
    ],
    ['a date', 429, { 'retry-after': 'Sun, 22 Nov 2026 12:00:08 GMT' }, '', { do: 'wait', until: now + 8_000 }],
    [
      'a past date',
      429,
      { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' },
      '',
      giveUp('secondary-limit', { retryAt: inMs(60_000) }),
    ],
    ['a Go duration in µs', 429, {}, registry('880.092µs'), { do: 'wait', until: now + 1_000 }],
    ['a Go duration in ms', 429, {}, registry('1500ms'), { do: 'wait', until: now + 1_500 }],
    ['a Go duration of two parts', 429, {}, registry('0m4.5s'), { do: 'wait', until: now + 4_500 }],
    ['a long Go duration', 429, {}, registry('2h'), giveUp('secondary-limit', { retryAt: inMs(60_000) })],
  ])('%s', (_name, status, headers, body, expected) => {
    expect(decide(status, headers, body)).toEqual(expected);
  });

  test('a date is read by the server’s clock', () => {
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 14:00:08 GMT' };
    expect(decide(429, headers, '', { serverTime: now + 7_200_000 })).toEqual({ do: 'wait', until: now + 8_000 });
  });

  test('the third short wait is given up', () => {
    const decided = decide(429, { 'retry-after': '2' }, '', { attempt: 3 });
    expect(decided).toEqual(giveUp('secondary-limit', { retryAt: inMs(2_000) }));
  });
});

describe('decideRetry on faults', () => {
  const fault = (kind: UnreadKind, attempt: number): RetryDecision =>
    decideRetry({ what: { fault: { kind } }, attempt, serverTime: null, now, random: () => 0 });

  test.each(['reset', 'truncated'] as const)('tries three times: %s', (kind) => {
    expect([1, 2, 3].map((attempt) => fault(kind, attempt).do)).toEqual(['retry', 'retry', 'give-up']);
  });

  test('garbled data is tried once more', () => {
    expect([1, 2].map((attempt) => fault('bad-format', attempt).do)).toEqual(['retry', 'give-up']);
  });

  test.each(['offline', 'timeout', 'blocked', 'too-big', 'intercepted', 'cancelled', 'internal'] as const)(
    'never tries again: %s',
    (kind) => {
      expect(fault(kind, 1)).toEqual(giveUp(kind));
    },
  );

  test('whatever the server says, the decision is one, and no wait is shorter than a second or longer than 65 minutes', () => {
    const header = fc.oneof(fc.constant(null), fc.string(), fc.nat().map(String));
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 599 }),
        header,
        header,
        header,
        fc.string(),
        (status, after, left, reset, body) => {
          const values: Record<string, string | null> = {
            'retry-after': after,
            'x-ratelimit-remaining': left,
            'x-ratelimit-reset': reset,
          };
          const refusal = { status, header: (name: string) => values[name] ?? null, body };
          const decided = decideRetry({ what: { refusal }, attempt: 1, serverTime: null, now, random: Math.random });
          if (decided.do === 'retry') return decided.afterMs >= 1_000 && decided.afterMs <= 2_000;
          if (decided.do === 'wait') return decided.until >= now + 1_000 && decided.until <= now + 10_000;
          const wait = decided.unread.retryAt === undefined ? 1_000 : Date.parse(decided.unread.retryAt) - now;
          return wait >= 1_000 && wait <= 3_900_000;
        },
      ),
      runs,
    );
  });
});
