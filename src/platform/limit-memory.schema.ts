import * as z from 'zod/mini';

/** GitHub's count for one reader as it was last told; `resetAt` is milliseconds since 1970, `why` another reason to wait. */
export interface KeptLimit {
  readonly remaining: number;
  readonly resetAt: number;
  readonly why?: 'secondary-limit' | 'bad-token' | undefined;
}

const keptLimit = z.object({
  remaining: z.number().check(z.nonnegative()),
  resetAt: z.number().check(z.positive()),
  why: z.optional(z.enum(['secondary-limit', 'bad-token'])),
});

/** What the memory holds, or null when it holds nothing of this form. */
export function parseKeptLimit(stored: unknown): KeptLimit | null {
  const parsed = keptLimit.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
