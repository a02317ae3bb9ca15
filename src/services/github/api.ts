import type { Limit } from '../../core/model/limits.ts';
import { anonymousReader } from '../../core/model/token.ts';
import type { Unread } from '../../core/model/unread.ts';
import { type ApiAnswer, askWithinLimit, type LimitParts } from '../transport/ask-within-limit.ts';

/** Under whose eyes GitHub is read. The token is sent to api.github.com and nowhere else; the id tells readers apart. */
export interface GithubReader {
  readonly id: string;
  readonly token: string | null;
}

/** What reading GitHub takes. */
export interface GithubParts extends LimitParts {
  readonly reader: GithubReader;
}

export interface ApiQuestion {
  /** Below `https://api.github.com/repos/OWNER/NAME/`, already encoded. */
  readonly path: string;
  readonly accept: string;
  readonly shape: 'json' | 'text' | 'bytes';
  readonly maxBytes: Limit;
  /** The tag of what is held already; when it is still the same, 304 answers, which costs a reader with a token nothing. */
  readonly heldTag?: string | undefined;
}

interface Named {
  readonly owner: string;
  readonly name: string;
}

export const anonymous: GithubReader = { id: anonymousReader, token: null };

/**
 * Asks GitHub's REST API about one repository; nothing goes out while the remembered limit is used up. A token that the
 * organisation forbids (single sign-on) is left out in a second try, since a public repository can be read without it.
 */
export async function askApi(named: Named, question: ApiQuestion, parts: GithubParts): Promise<ApiAnswer> {
  const first = await askApiAs(parts.reader, named, question, parts);
  if (parts.reader.token === null || first.ok || first.unread.kind !== 'forbidden') return first;
  const second = await askApiAs(anonymous, named, question, parts);
  return second.ok ? second : first;
}

/** The same with one try, as this reader. */
export async function askApiAs(
  { id, token }: GithubReader,
  { owner, name }: Named,
  { path, accept, shape, maxBytes, heldTag }: ApiQuestion,
  parts: LimitParts,
): Promise<ApiAnswer> {
  const question = {
    url: `https://api.github.com/repos/${owner}/${name}/${path}`,
    // `Accept` is nearly all that is sent: X-GitHub-Api-Version would cost a CORS preflight per address where no host permission
    // is held, and without it GitHub answers by the version of 2022-11-28, which the schemas here are written for.
    accept,
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(heldTag === undefined ? {} : { headers: { 'If-None-Match': heldTag } }),
    shape,
    maxBytes,
  };
  const given = await askWithinLimit(question, { reader: id, resource: 'core' }, parts);
  return given.ok ? given : { ok: false, unread: inWords(given.unread, token !== null) };
}

/** Nobody's token is bad when none was sent; and GitHub answers alike for what is not there and what a token may not read. */
function inWords(unread: Unread, hasToken: boolean): Unread {
  if (!hasToken) return unread.kind === 'bad-token' ? { kind: 'not-found-or-private' } : unread;
  return unread.kind === 'not-found-or-private' ? { ...unread, detail: NOT_FOR_THIS_TOKEN } : unread;
}

const NOT_FOR_THIS_TOKEN = 'It does not exist, or it is private and the token may not read it.';
