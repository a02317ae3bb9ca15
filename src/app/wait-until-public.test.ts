import { describe, expect, test } from 'vitest';
import type { ImageWait } from '../core/model/image-wait.ts';
import type { ImageAccess } from '../core/model/snapshot.ts';
import { type Reading, read, unread } from '../core/model/unread.ts';
import { fakeClock } from '../services/transport/fake-clock.test-support.ts';
import { askAccess, type WaitParts, waitUntilPublic } from './wait-until-public.ts';

const refused = read<ImageAccess>({ kind: 'refused', likely: 'private' });
const open = read<ImageAccess>({ kind: 'public' });

/** The wait with these answers, the last of them for ever; `times` are the seconds at which was asked. */
async function waited(
  answers: readonly Reading<ImageAccess>[],
  change: (given: Given) => Partial<WaitParts> = () => ({}),
) {
  const clock = fakeClock();
  const begun = clock.now();
  const controller = new AbortController();
  const times: number[] = [];
  const seen: ImageWait[] = [];
  const parts: WaitParts = {
    ask: async () => {
      times.push(Math.round((clock.now() - begun) / 1_000));
      return answers[times.length - 1] ?? answers.at(-1) ?? refused;
    },
    clock,
    isInSight: () => true,
    whenInSight: async () => {},
    onChange: (wait) => seen.push(wait),
  };
  const given = { clock, controller, times, seconds: () => (clock.now() - begun) / 1_000 };
  const end = await clock.run(waitUntilPublic({ ...parts, ...change(given) }, controller.signal));
  return { end, times, seen, seconds: given.seconds() };
}

interface Given {
  readonly clock: ReturnType<typeof fakeClock>;
  readonly controller: AbortController;
  readonly times: readonly number[];
  readonly seconds: () => number;
}

const limited = (seconds: number) =>
  unread('secondary-limit', { retryAt: new Date(fakeClock().now() + seconds * 1_000).toISOString() });

describe('how often is asked', () => {
  test('at once, then every ten seconds, until it is public', async () => {
    const { end, times } = await waited([refused, refused, open]);
    expect([end, times]).toEqual(['public', [0, 10, 20]]);
  });

  test('for ten minutes at most', async () => {
    const { end, times } = await waited([refused]);
    expect(end).toBe('too-long');
    expect(times).toHaveLength(61);
    expect(times.at(-1)).toBe(600);
  });

  test('less and less often while something is in the way, as often as before once it is answered', async () => {
    const fault = unread('server-error');
    const { end, times } = await waited([fault, fault, fault, fault, refused, open]);
    expect([end, times]).toEqual(['public', [0, 20, 60, 120, 180, 190]]);
  });

  test('not before the time that the registry names', async () => {
    const { end, times } = await waited([limited(95), open]);
    expect([end, times]).toEqual(['public', [0, 95]]);
  });

  test('no more when that time is later than the end', async () => {
    const { end, times, seen } = await waited([limited(3_000)]);
    expect([end, times]).toEqual(['slow-down', [0]]);
    expect(seen.at(-1)).toMatchObject({ kind: 'ended', why: { kind: 'secondary-limit' } });
  });
});

describe('what ends it', () => {
  test.each<[Reading<ImageAccess>, string]>([
    [unread('offline'), 'offline'],
    [unread('permission-needed'), 'fault'],
    [unread('internal'), 'fault'],
  ])('%j', async (answer, expected) => {
    const { end, times } = await waited([refused, answer]);
    expect([end, times]).toEqual([expected, [0, 10]]);
  });

  test('the reader, in a pause', async () => {
    const { end, times, seconds } = await waited([refused], ({ controller, seconds: now }) => ({
      onChange: (wait) => {
        if (wait.kind === 'pausing' && now() > 13) controller.abort();
      },
    }));
    expect([end, times]).toEqual(['stopped', [0, 10]]);
    expect(seconds).toBeLessThan(16);
  });

  test('the reader, while the registry is asked: its answer no longer counts', async () => {
    const { end } = await waited([], ({ controller }) => ({
      ask: async () => {
        controller.abort();
        return open;
      },
    }));
    expect(end).toBe('stopped');
  });
});

test('the seconds are counted down', async () => {
  const { seen } = await waited([refused, open]);
  const seconds = seen.flatMap((wait) => (wait.kind === 'pausing' ? [wait.seconds] : []));
  expect(seconds).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('a hidden page asks nothing; seen again it asks at once when the time has come', async () => {
  let isHidden = false;
  const { end, times, seen } = await waited([refused, refused, open], ({ clock, seconds }) => ({
    isInSight: () => {
      isHidden = seconds() >= 3 && seconds() < 300;
      return !isHidden;
    },
    whenInSight: () => clock.sleep(297_000),
  }));
  expect([end, times]).toEqual(['public', [0, 300, 310]]);
  expect(seen.filter(({ kind }) => kind === 'out-of-sight')).toEqual([{ kind: 'out-of-sight', asked: 1 }]);
});

test.each<[number, object, unknown]>([
  [200, { token: 'dGVzdA==' }, { state: 'read', value: { kind: 'public' } }],
  [401, { errors: [{ code: 'UNAUTHORIZED' }] }, { state: 'read', value: { kind: 'refused', likely: 'private' } }],
  [403, { errors: [{ code: 'DENIED' }] }, { state: 'read', value: { kind: 'refused', likely: null } }],
  [418, {}, { state: 'unread', unread: { kind: 'bad-format', detail: 'HTTP 418' } }],
])('one question for the token alone, answered %i', async (status, body, expected) => {
  const asked: string[] = [];
  const fetch = async (url: Parameters<typeof globalThis.fetch>[0]) => {
    asked.push(String(url));
    return new Response(JSON.stringify(body), { status });
  };
  const image = { registry: 'ghcr.io', path: 'someone/tools', tag: 'v1', digest: null };
  const clock = fakeClock();
  expect(await clock.run(askAccess(image, { fetch, clock }, new AbortController().signal))).toEqual(expected);
  expect(new Set(asked)).toEqual(
    new Set(['https://ghcr.io/token?service=ghcr.io&scope=repository:someone/tools:pull']),
  );
});
