import * as z from 'zod/mini';
import { type Dismissals, longestReason } from '../core/model/dismissals.ts';
import type { Look } from '../core/model/look.ts';

/** Raised whenever a shape below changes; what has another version is not read. */
export const memoryVersion = 1;

const checkId = z.string().check(z.minLength(1), z.maxLength(200));
const version = z.literal(memoryVersion);

const reasons = z.record(checkId, z.string().check(z.maxLength(longestReason)));
const keptDismissals = z.object({ version, subjects: z.record(z.string(), reasons) });

const look = z.object({
  at: z.string(),
  outcomes: z.record(checkId, z.enum(['fault', 'fine', 'not-applicable'])),
  change: z.object({ fixed: z.array(checkId), appeared: z.array(checkId) }),
});
const keptLooks = z.object({ version, looks: z.array(z.tuple([z.string(), look])) });

/** Dismissals by repository or image, oldest first. */
export type DismissalsBySubject = Readonly<Record<string, Dismissals>>;

export function parseDismissals(stored: unknown): DismissalsBySubject {
  const parsed = keptDismissals.safeParse(stored);
  return parsed.success ? parsed.data.subjects : {};
}

/** The last looks by their keys, oldest first. */
export function parseLooks(stored: unknown): readonly (readonly [key: string, look: Look])[] {
  const parsed = keptLooks.safeParse(stored);
  return parsed.success ? parsed.data.looks : [];
}
