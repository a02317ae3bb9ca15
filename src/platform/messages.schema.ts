import * as v from 'valibot';
import type { PageMessage } from '../core/model/badge-state.ts';
import { accepted } from '../core/model/border.schema.ts';

/** What Reprise's own pages may ask of the background. */
export type OwnMessage = { readonly type: 'badges/refresh' };

// A git ref: no blanks, no control characters; the length is git's practical limit for a file name.
const ref = v.pipe(v.string(), v.minLength(1), v.maxLength(255), v.regex(/^[^\s\p{Cc}\\^~:?*[]+$/u));

const badgeGet = v.strictObject({
  type: v.literal('badge/get'),
  owner: v.pipe(v.string(), v.maxLength(39)),
  repo: v.pipe(v.string(), v.maxLength(100)),
  ref: v.exactOptional(ref),
  visibility: v.picklist(['public', 'private', 'unknown']),
});

/** From a page of github.com: exactly two messages, extra keys refused. */
export const pageMessage = v.variant('type', [badgeGet, v.strictObject({ type: v.literal('checklist/open') })]);

/** From an own page. */
export const ownMessage = v.strictObject({ type: v.literal('badges/refresh') });

/** The message as its type, or null when it is anything else. */
export function parsePageMessage(message: unknown): PageMessage | null {
  return accepted(pageMessage, message);
}

export function parseOwnMessage(message: unknown): OwnMessage | null {
  return accepted(ownMessage, message);
}
