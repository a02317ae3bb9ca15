import * as v from 'valibot';
import { accepted, fields, figure } from '../core/model/border.schema.ts';

/** GitHub's count for one reader as it was last told; `resetAt` is milliseconds since 1970, `why` another reason to wait. */
export interface KeptLimit {
  readonly remaining: number;
  readonly resetAt: number;
  readonly why?: 'secondary-limit' | 'bad-token' | undefined;
}

const keptLimit = fields({
  remaining: v.pipe(figure, v.minValue(0)),
  resetAt: v.pipe(figure, v.gtValue(0)),
  why: v.optional(v.picklist(['secondary-limit', 'bad-token'])),
});

/** What the memory holds, or null when it holds nothing of this form. */
export function parseKeptLimit(stored: unknown): KeptLimit | null {
  return accepted(keptLimit, stored);
}
