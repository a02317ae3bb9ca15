import type { Unread, UnreadKind } from '../../core/model/unread.ts';
import { wholeNumber } from './rate-limit.ts';
import { type Refusal, unreadOfRefusal } from './refusal.ts';
import { clampWait, retryAfterHeader, retryAfterInBody, unnamedWait, windowOfLimit } from './waits.ts';

/** What went wrong with one attempt (`attempt` counts from 1). `serverTime` is the server's clock when ours shows `now`. */
export interface Trouble {
  readonly what: { readonly fault: Unread } | { readonly refusal: Refusal };
  readonly attempt: number;
  readonly serverTime: number | null;
  readonly now: number;
  /** In [0, 1). */
  readonly random: () => number;
}

export type RetryDecision =
  | { readonly do: 'retry'; readonly afterMs: number }
  | { readonly do: 'wait'; readonly until: number }
  | { readonly do: 'give-up'; readonly unread: Unread };

const MOST_ATTEMPTS = 3;
const LONGEST_PAUSE = 8_000;
/** Longer waits are the reader's to decide on. */
const LONGEST_INSIDE_WAIT = 10_000;
const LONGEST_REGISTRY_WAIT = 60_000;
const PASSING_STATUS: ReadonlySet<number> = new Set([408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524]);
const PASSING_FAULT: ReadonlySet<UnreadKind> = new Set(['reset', 'truncated']);

/**
 * What to do after an attempt of a GET failed: a passing fault is tried three times with full jitter, a short wait that the
 * server asks for is kept, everything else is given up with its kind (and `retryAt` where the server names a time).
 */
export function decideRetry(trouble: Trouble): RetryDecision {
  const { what } = trouble;
  if ('fault' in what) return mayPass(what.fault, trouble.attempt) ? again(trouble, what.fault) : giveUp(what.fault);
  const { refusal } = what;
  if (isPrimaryLimit(refusal)) return giveUpUntil('rate-limit', trouble, primaryWait(refusal, trouble));
  if (isSecondaryLimit(refusal)) return waitOrGiveUp('secondary-limit', trouble, secondaryWait(refusal, trouble));
  const unread = unreadOfRefusal(refusal);
  if (!PASSING_STATUS.has(refusal.status)) return giveUp(unread);
  const asked = retryAfterHeader(refusal.header('retry-after'), serverClock(trouble));
  return asked === null ? again(trouble, unread) : waitOrGiveUp(unread.kind, trouble, clampWait(asked));
}

/** Garbled data may be a cut answer, so it gets one more try. */
const mayPass = ({ kind }: Unread, attempt: number): boolean =>
  PASSING_FAULT.has(kind) || (kind === 'bad-format' && attempt === 1);

const giveUp = (unread: Unread): RetryDecision => ({ do: 'give-up', unread });
const serverClock = ({ serverTime, now }: Trouble): number => serverTime ?? now;

function again({ attempt, random }: Trouble, unread: Unread): RetryDecision {
  if (attempt >= MOST_ATTEMPTS) return giveUp(unread);
  const most = Math.min(LONGEST_PAUSE, 1_000 * 2 ** attempt);
  return { do: 'retry', afterMs: Math.round(1_000 + random() * (most - 1_000)) };
}

function waitOrGiveUp(kind: UnreadKind, trouble: Trouble, wait: number): RetryDecision {
  if (wait > LONGEST_INSIDE_WAIT || trouble.attempt >= MOST_ATTEMPTS) return giveUpUntil(kind, trouble, wait);
  return { do: 'wait', until: trouble.now + wait };
}

const giveUpUntil = (kind: UnreadKind, { now }: Trouble, wait: number): RetryDecision =>
  giveUp({ kind, retryAt: new Date(now + wait).toISOString() });

// A refused single sign-on may also be the hour's last request; it stays a refusal.
const isPrimaryLimit = ({ status, header, body }: Refusal): boolean =>
  (status === 403 || status === 429) &&
  header('x-github-sso') === null &&
  (header('x-ratelimit-remaining')?.trim() === '0' || /API rate limit exceeded/i.test(body));

const isSecondaryLimit = ({ status, header, body }: Refusal): boolean =>
  status === 429 || (status === 403 && (header('retry-after') !== null || /rate limit/i.test(body)));

/** Reset and Date are both the server's, so a wrong clock on this computer does not matter. */
function primaryWait({ header }: Refusal, trouble: Trouble): number {
  const reset = wholeNumber(header('x-ratelimit-reset'));
  const asked = retryAfterHeader(header('retry-after'), serverClock(trouble));
  if (reset === null) return clampWait(asked ?? unnamedWait);
  return clampWait(Math.max(reset * 1_000 - serverClock(trouble), asked ?? 0));
}

function secondaryWait({ header, body }: Refusal, trouble: Trouble): number {
  const asked = retryAfterHeader(header('retry-after'), serverClock(trouble));
  if (asked !== null) return clampWait(asked);
  const inBody = retryAfterInBody(body);
  if (inBody !== null) return clampWait(inBody, LONGEST_REGISTRY_WAIT);
  return windowOfLimit(header('ratelimit-limit')) ?? unnamedWait;
}
