import * as v from 'valibot';
import { accepted, fields } from '../../core/model/border.schema.ts';
import { limits } from '../../core/model/limits.ts';
import type { ImageAccess } from '../../core/model/snapshot.ts';
import type { Unread } from '../../core/model/unread.ts';
import type { Answer, Asked } from '../transport/answer.ts';
import { refusalOf } from '../transport/refusal.ts';
import type { Transport } from '../transport/transport.ts';
import type { Registry } from './registries.ts';
import { isWebPage, registryError } from './registry-answers.ts';

/** The anonymous token of a public image, a refusal with its likely meaning, or why the registry gave no answer of its own. */
export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: string; readonly answer: Answer }
  | {
      readonly kind: 'refused';
      readonly likely: Extract<ImageAccess, { kind: 'refused' }>['likely'];
      readonly answer: Answer;
    }
  | { readonly kind: 'unread'; readonly unread: Unread; readonly answer: Answer | null };

const tokenText = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,16384}$/));
const tokenSchema = v.union([fields({ token: tokenText }), fields({ access_token: tokenText })]);

/**
 * Asks a registry for an anonymous token to pull from a path. The address is ours and not the one that a challenge names, so
 * no answer can lead the question elsewhere.
 */
export async function askToken(
  path: string,
  { tokenAddress }: Registry,
  transport: Transport,
  signal?: AbortSignal,
): Promise<TokenAnswer> {
  const asked = await transport.get({
    url: `${tokenAddress}&scope=repository:${path}:pull`,
    accept: 'application/json',
    maxBytes: limits.tokenBytes,
    shape: 'json',
    ...(signal === undefined ? {} : { signal }),
  });
  return asked.ok && asked.answer.status !== 200 ? refused(asked.answer) : given(asked);
}

function given(asked: Asked): TokenAnswer {
  if (!asked.ok) return { kind: 'unread', unread: asked.unread, answer: asked.answer };
  const { answer } = asked;
  const body = accepted(tokenSchema, answer.json);
  if (body === null)
    return unreadAnswer({ kind: 'bad-format', detail: 'The registry’s answer holds no token.' }, answer);
  return { kind: 'token', token: 'token' in body ? body.token : body.access_token, answer };
}

const unreadAnswer = (unread: Unread, answer: Answer): TokenAnswer => ({ kind: 'unread', unread, answer });

/** The codes of the OCI distribution specification that say no to a reader without a name; another one is no refusal. */
const REFUSALS: ReadonlySet<string> = new Set(['UNAUTHORIZED', 'DENIED', 'NAME_UNKNOWN', 'NAME_INVALID']);
const NEW_ANSWER = 'The registry gave an answer that this version of Reprise does not know';

/**
 * Undocumented, by transcripts from 2024 to 2026: 401 for a private image, 403 DENIED for one that does not exist. A 403 makes
 * nothing likelier: if private images were answered alike one day, nobody could tell from outside.
 */
function refused(answer: Answer): TokenAnswer {
  const code = registryError(answer)?.code ?? null;
  if (code === null && isWebPage(answer)) return unreadAnswer({ kind: 'intercepted' }, answer);
  if (code === 'UNAUTHORIZED' && answer.status === 401) return { kind: 'refused', likely: 'private', answer };
  // Without a registry's own error code it may be anybody's answer, a proxy's for example.
  if (code !== null && REFUSALS.has(code)) return { kind: 'refused', likely: null, answer };
  if (code !== null) return unreadAnswer({ kind: 'bad-format', detail: `${NEW_ANSWER} (${code}).` }, answer);
  return unreadAnswer(refusalOf(answer), answer);
}
