import type { Unread } from '../../core/model/unread.ts';

/** GitHub's own count for this hour; `resetAt` is milliseconds since 1970 by our clock. */
export interface LimitHeaders {
  readonly remaining: number;
  readonly resetAt: number;
}

/** What GitHub counts apart: for each reader (an id of the token, or `anonymous`), REST and GraphQL. */
export interface LimitSlot {
  readonly reader: string;
  readonly resource: 'core' | 'graphql';
}

/** What is remembered of one count; `why` tells what else than the hour's count forbids requests until `resetAt`. */
export interface LimitState extends LimitHeaders {
  readonly why?: 'secondary-limit' | 'bad-token' | undefined;
}

/** The memory that all pages share; it may lose what it holds at any time. */
export interface LimitMemory {
  readonly read: (slot: LimitSlot) => Promise<LimitState | null>;
  readonly write: (slot: LimitSlot, state: LimitState) => Promise<void>;
}

/** For where nothing outlives one reading. */
export const noLimitMemory: LimitMemory = { read: async () => null, write: async () => {} };

/** `serverTime` is what the server's clock shows when ours shows `now`; the reset is the server's time. */
export function limitHeaders(
  header: (name: string) => string | null,
  { serverTime, now }: { readonly serverTime: number; readonly now: number },
): LimitHeaders | null {
  const remaining = wholeNumber(header('x-ratelimit-remaining'));
  const reset = wholeNumber(header('x-ratelimit-reset'));
  return remaining === null || reset === null ? null : { remaining, resetAt: reset * 1_000 - serverTime + now };
}

/** A count of at most ten digits, as the headers hold; null for anything else. */
export const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,10}$/.test(text.trim()) ? Number(text) : null;

/** Why no request may go out now; null when one may. */
export function limitReached(state: LimitState | null, now: number): Unread | null {
  if (state === null || state.remaining > 0 || now >= state.resetAt) return null;
  if (state.why === 'bad-token') return { kind: state.why };
  return { kind: state.why ?? 'rate-limit', retryAt: new Date(state.resetAt).toISOString() };
}
