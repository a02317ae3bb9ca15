import type { Limit } from '../../core/model/limits.ts';
import type { Unread } from '../../core/model/unread.ts';
import type { Answer } from '../transport/answer.ts';
import { type LimitMemory, limitReached } from '../transport/rate-limit.ts';
import { refusalOf } from '../transport/refusal.ts';
import type { Transport } from '../transport/transport.ts';

/** What reading GitHub takes. `token` gives the reader's token or null; it is sent to api.github.com and nowhere else. */
export interface GithubParts {
  readonly transport: Transport;
  readonly token: () => Promise<string | null>;
  readonly limitMemory: LimitMemory;
}

export interface ApiQuestion {
  /** Below `https://api.github.com/repos/OWNER/NAME/`, already encoded. */
  readonly path: string;
  readonly accept: string;
  readonly shape: 'json' | 'text' | 'bytes';
  readonly maxBytes: Limit;
}

/** A successful answer, or why there is none. */
export type ApiAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly unread: Unread };

interface Named {
  readonly owner: string;
  readonly name: string;
}

/**
 * Asks GitHub's REST API about one repository; nothing goes out while the remembered limit is used up. A token that the
 * organisation forbids (single sign-on) is left out in a second try, since a public repository can be read without it.
 */
export async function askApi(named: Named, question: ApiQuestion, parts: GithubParts): Promise<ApiAnswer> {
  const token = await parts.token();
  const first = await askAs(token, named, question, parts);
  if (token === null || first.ok || first.unread.kind !== 'forbidden') return first;
  const second = await askAs(null, named, question, parts);
  return second.ok ? second : first;
}

async function askAs(
  token: string | null,
  { owner, name }: Named,
  { path, accept, shape, maxBytes }: ApiQuestion,
  { transport, limitMemory }: GithubParts,
): Promise<ApiAnswer> {
  const isAnonymous = token === null;
  const reached = limitReached(await limitMemory.read(), { isAnonymous, now: transport.now() });
  if (reached !== null) return { ok: false, unread: reached };
  const asked = await transport.get({
    url: `https://api.github.com/repos/${owner}/${name}/${path}`,
    // `Accept` is all that is sent: X-GitHub-Api-Version would cost a CORS preflight per address where no host permission
    // is held, and without it GitHub answers by the version of 2022-11-28, which the schemas here are written for.
    accept,
    ...(isAnonymous ? {} : { authorization: `Bearer ${token}` }),
    shape,
    maxBytes,
  });
  const limit = asked.answer?.limit ?? null;
  if (limit !== null) await limitMemory.write({ ...limit, isAnonymous });
  if (!asked.ok) {
    const until = waitOf(asked.unread);
    if (until !== null) await limitMemory.write({ remaining: 0, resetAt: until, isAnonymous });
    return { ok: false, unread: asked.unread };
  }
  if (asked.answer.status === 200) return { ok: true, answer: asked.answer };
  return { ok: false, unread: withoutToken(refusalOf(asked.answer), isAnonymous) };
}

/** Until when GitHub wants no more requests, also where it tells no count: the other pages then wait as well. */
const waitOf = ({ kind, retryAt }: Unread): number | null =>
  (kind === 'rate-limit' || kind === 'secondary-limit') && retryAt !== undefined ? Date.parse(retryAt) : null;

/** Nobody's token is bad when none was sent. */
const withoutToken = (unread: Unread, isAnonymous: boolean): Unread =>
  isAnonymous && unread.kind === 'bad-token' ? { kind: 'not-found-or-private' } : unread;
