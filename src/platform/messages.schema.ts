import * as z from 'zod/mini';
import type { PageMessage } from '../core/model/badge-state.ts';

/** What Reprise's own pages may ask of the background. */
export type OwnMessage = { readonly type: 'badges/refresh' };

// A git ref: no blanks, no control characters; the length is git's practical limit for a file name.
const ref = z.string().check(z.minLength(1), z.maxLength(255), z.regex(/^[^\s\p{Cc}\\^~:?*[]+$/u));

const badgeGet = z.strictObject({
  type: z.literal('badge/get'),
  owner: z.string().check(z.maxLength(39)),
  repo: z.string().check(z.maxLength(100)),
  ref: z.optional(ref),
  visibility: z.enum(['public', 'private', 'unknown']),
});

/** From a page of github.com: exactly two messages, extra keys refused. */
export const pageMessage = z.union([badgeGet, z.strictObject({ type: z.literal('checklist/open') })]);

/** From an own page. */
export const ownMessage = z.strictObject({ type: z.literal('badges/refresh') });

/** The message as its type, or null when it is anything else. */
export function parsePageMessage(message: unknown): PageMessage | null {
  const parsed = pageMessage.safeParse(message);
  if (!parsed.success) return null;
  const { data } = parsed;
  if (data.type === 'checklist/open') return data;
  const { ref: at, ...rest } = data;
  return at === undefined ? rest : { ...rest, ref: at };
}

export function parseOwnMessage(message: unknown): OwnMessage | null {
  const parsed = ownMessage.safeParse(message);
  return parsed.success ? parsed.data : null;
}
