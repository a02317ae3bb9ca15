import * as z from 'zod/mini';

/** GitHub's hourly count as it was last told; `resetAt` is milliseconds since 1970. */
export interface KeptLimit {
  readonly remaining: number;
  readonly resetAt: number;
  readonly isAnonymous: boolean;
}

const keptLimit = z.object({
  remaining: z.number().check(z.nonnegative()),
  resetAt: z.number().check(z.positive()),
  isAnonymous: z.boolean(),
});

/** What the memory holds, or null when it holds nothing of this form. */
export function parseKeptLimit(stored: unknown): KeptLimit | null {
  const parsed = keptLimit.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** Calls left without a token in the running hour; null when nothing is known of it. */
export const anonymousCallsLeft = (limit: KeptLimit | null, now: number): number | null =>
  limit === null || !limit.isAnonymous || now >= limit.resetAt ? null : limit.remaining;
