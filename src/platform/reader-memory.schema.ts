import * as v from 'valibot';
import { accepted, fields, recordOf } from '../core/model/border.schema.ts';
import { type Dismissals, longestReason } from '../core/model/dismissals.ts';
import type { Look } from '../core/model/look.ts';

/** Raised whenever a shape below changes; what has another version is not read. */
export const memoryVersion = 1;

const checkId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const version = v.literal(memoryVersion);

const reasons = recordOf(v.pipe(v.string(), v.maxLength(longestReason)), checkId);
const keptDismissals = fields({ version, subjects: recordOf(reasons) });

const look = fields({
  at: v.string(),
  outcomes: recordOf(v.picklist(['fault', 'fine', 'not-applicable']), checkId),
  change: fields({ fixed: v.array(checkId), appeared: v.array(checkId) }),
});
const keptLooks = fields({ version, looks: v.array(v.strictTuple([v.string(), look])) });

/** Dismissals by repository or image, oldest first. */
export type DismissalsBySubject = Readonly<Record<string, Dismissals>>;

export function parseDismissals(stored: unknown): DismissalsBySubject {
  return accepted(keptDismissals, stored)?.subjects ?? {};
}

/** The last looks by their keys, oldest first. */
export function parseLooks(stored: unknown): readonly (readonly [key: string, look: Look])[] {
  return accepted(keptLooks, stored)?.looks ?? [];
}
