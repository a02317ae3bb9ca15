import { redact } from '../../core/model/redaction.ts';
import type { Unread } from '../../core/model/unread.ts';
import { type Answer, bodyText, parseJson } from './answer.ts';

/** An HTTP answer that is no success. */
export interface Refusal {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: string;
}

const MOST_QUOTED = 300;

/** What a refusal of GitHub means. Limits of requests are told apart before (`decideRetry`). */
export function unreadOfRefusal({ status, header, body }: Refusal): Unread {
  if (status === 511) return { kind: 'intercepted', detail: 'HTTP 511' };
  if (status === 408) return { kind: 'timeout', detail: 'HTTP 408' };
  if (status >= 500 || status === 425) return { kind: 'server-error', detail: `HTTP ${status}` };
  if (status === 401) return { kind: 'bad-token' };
  if (status === 404) return { kind: 'not-found-or-private' };
  if (status === 409) return { kind: 'empty-repository' };
  if (status === 410 || status === 451) return { kind: 'gone' };
  if (status !== 403) return { kind: 'bad-format', detail: `HTTP ${status}` };
  if (/repository access blocked/i.test(body)) return { kind: 'gone' };
  return { kind: 'forbidden', detail: forbiddenWords(header, body) };
}

/** The same for an answer as the transport gives it. */
export const refusalOf = (answer: Answer): Unread =>
  unreadOfRefusal({ status: answer.status, header: answer.header, body: bodyText(answer) });

export const singleSignOnWords =
  'The organisation asks for single sign-on (SAML): the token must be authorised for it, under “Configure SSO” in GitHub’s settings of tokens.';

/** The header’s address is good for a log-in, so it is not repeated. */
function forbiddenWords(header: Refusal['header'], body: string): string {
  const message = messageOf(body);
  if (header('x-github-sso') !== null || /SAML/.test(message)) return singleSignOnWords;
  return message === '' ? 'HTTP 403' : redact(message).slice(0, MOST_QUOTED);
}

function messageOf(body: string): string {
  const value = parseJson(new TextEncoder().encode(body));
  const hasMessage = typeof value === 'object' && value !== null && 'message' in value;
  return hasMessage && typeof value.message === 'string' ? value.message : '';
}
