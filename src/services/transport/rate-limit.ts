import type { Unread } from '../../core/model/unread.ts';

/** GitHub's own count for this hour; `resetAt` is milliseconds since 1970 by our clock. */
export interface LimitHeaders {
  readonly remaining: number;
  readonly resetAt: number;
}

/** What is remembered of api.github.com's limit. Requests with a token are counted apart from those without. */
export interface LimitState extends LimitHeaders {
  readonly isAnonymous: boolean;
}

/** The memory that all pages share; it may lose what it holds at any time. */
export interface LimitMemory {
  readonly read: () => Promise<LimitState | null>;
  readonly write: (state: LimitState) => Promise<void>;
}

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
export function limitReached(
  state: LimitState | null,
  { isAnonymous, now }: { readonly isAnonymous: boolean; readonly now: number },
): Unread | null {
  if (state === null || state.isAnonymous !== isAnonymous) return null;
  if (state.remaining > 0 || now >= state.resetAt) return null;
  return { kind: 'rate-limit', retryAt: new Date(state.resetAt).toISOString() };
}
