import type { Unread } from '../../core/model/unread.ts';
import type { Answer, Question } from './answer.ts';
import { type LimitMemory, type LimitSlot, type LimitState, limitReached } from './rate-limit.ts';
import { refusalOf } from './refusal.ts';
import type { Transport } from './transport.ts';

/** An answer of api.github.com that holds what was asked for (or 304: it is still the same), or why there is none. */
export type ApiAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly unread: Unread };

export interface LimitParts {
  readonly transport: Transport;
  readonly limitMemory: LimitMemory;
}

// After a few tokens that it does not know, GitHub locks out for a while whoever sends them.
const REFUSED_FOR = 5 * 60_000;

/**
 * Asks api.github.com, unless its count for this reader is known to be used up: then nothing goes out. What it tells of the
 * count, and that it refuses the token, is remembered for all pages.
 */
export async function askWithinLimit(
  question: Question,
  slot: LimitSlot,
  { transport, limitMemory }: LimitParts,
): Promise<ApiAnswer> {
  const reached = limitReached(await limitMemory.read(slot), transport.now());
  if (reached !== null) return { ok: false, unread: reached };
  const asked = await transport.get(question);
  const answer = asked.ok && (asked.answer.status === 200 || asked.answer.status === 304) ? asked.answer : null;
  const unread = answer !== null ? null : asked.ok ? refusalOf(asked.answer) : asked.unread;
  const learned = (unread && stopOf(unread, question, transport.now())) ?? asked.answer?.limit ?? null;
  if (learned !== null) await limitMemory.write(slot, learned);
  return answer !== null ? { ok: true, answer } : { ok: false, unread: unread ?? { kind: 'internal' } };
}

/** Until when GitHub wants no more requests, also where it tells no count: the other pages then wait as well. */
function stopOf({ kind, retryAt }: Unread, { authorization }: Question, now: number): LimitState | null {
  if (kind === 'bad-token')
    return authorization === undefined ? null : { remaining: 0, resetAt: now + REFUSED_FOR, why: kind };
  if (retryAt === undefined || (kind !== 'rate-limit' && kind !== 'secondary-limit')) return null;
  const until = { remaining: 0, resetAt: Date.parse(retryAt) };
  return kind === 'rate-limit' ? until : { ...until, why: kind };
}
