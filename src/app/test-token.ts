import { limits } from '../core/model/limits.ts';
import { faultSentence, type UnreadKind, unreadSentence } from '../core/model/unread.ts';
import { askWithinLimit, type LimitParts } from '../services/transport/ask-within-limit.ts';

/** Whose token it is, or one sentence on why it is not kept. */
export type TokenVerdict =
  | { readonly ok: true; readonly login: string }
  | { readonly ok: false; readonly problem: string };

// GitHub, "token formats": fine-grained, the other prefixes, and the 40 digits of old.
const SHAPE = /^(?:github_pat_[A-Za-z0-9_]{20,255}|gh[pousr]_[A-Za-z0-9]{16,255}|[0-9a-f]{40})$/;

const BETTER = 'Make a fine-grained token that only reads.';

export interface TestTokenParts extends LimitParts {
  /** The id that the count of this token's requests is remembered under. */
  readonly readerOf: (token: string) => Promise<string>;
}

// After these the token itself is in question; after the others nothing is known of it.
const OF_THE_TOKEN: ReadonlySet<UnreadKind> = new Set(['bad-token', 'forbidden']);

/** Asks api.github.com whose token it is. The token is not kept here, and goes nowhere else. */
export async function testToken(token: string, { readerOf, ...parts }: TestTokenParts): Promise<TokenVerdict> {
  if (!SHAPE.test(token)) return wrong('That does not look like a token of GitHub: one begins with “github_pat_”.');
  const question = {
    url: 'https://api.github.com/user',
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    shape: 'json',
    maxBytes: limits.tokenBytes,
  } as const;
  const given = await askWithinLimit(question, { reader: await readerOf(token), resource: 'core' }, parts);
  if (!given.ok) {
    const why = faultSentence(given.unread);
    return wrong(OF_THE_TOKEN.has(given.unread.kind) ? why : `The token could not be tested. ${why}`);
  }
  const login = loginOf(given.answer.json);
  if (login === null) return wrong(`The token could not be tested. ${unreadSentence('bad-format')}`);
  const scopes = scopesBeyondReading(given.answer.header('x-oauth-scopes'));
  if (scopes.length > 0) return wrong(`It may do more than read (${scopes.join(', ')}), so it is not kept. ${BETTER}`);
  return { ok: true, login };
}

function loginOf(json: unknown): string | null {
  const hasLogin = typeof json === 'object' && json !== null && 'login' in json;
  return hasLogin && typeof json.login === 'string' ? json.login : null;
}

/** Fine-grained tokens have no scopes; a classic one without scopes reads what is public. */
const scopesBeyondReading = (header: string | null): string[] =>
  (header ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '' && !scope.startsWith('read:') && scope !== 'user:email');

const wrong = (problem: string): TokenVerdict => ({ ok: false, problem });
