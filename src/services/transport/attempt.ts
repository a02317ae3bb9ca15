import { type Limit, limits } from '../../core/model/limits.ts';
import type { Unread } from '../../core/model/unread.ts';
import type { Question } from './answer.ts';
import { type Body, readBody } from './body.ts';
import type { Clock } from './clock.ts';
import { createPatience, type Patience, type Waited } from './patience.ts';
import { mayAnswerFor } from './permitted.ts';

/** What a transport is made of. `isOffline` is asked after a network error only. */
export interface TransportParts {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random?: () => number;
  readonly isOffline?: () => boolean;
}

/** One request and what became of it, before any thought of trying again. `body` is null when none was read. */
export type Attempt =
  | { readonly response: Response; readonly url: string; readonly body: Body; readonly fault: Unread | null }
  | { readonly response: null; readonly fault: Unread };

/** Sends the request once and reads its answer within the bounds. Never throws. */
export async function attempt(question: Question, parts: TransportParts): Promise<Attempt> {
  const controller = new AbortController();
  const patience = createPatience(parts.clock, question.signal);
  // Called by its bare name: browsers refuse `fetch` as a method of another object.
  const { fetch } = parts;
  const begun = await patience.within(limits.headerWait, () => fetch(question.url, options(question, controller)));
  if (begun.kind !== 'done') {
    controller.abort();
    return { response: null, fault: faultOf(begun, parts, false) };
  }
  const taken = await take(begun.value, question, patience, parts);
  controller.abort();
  return taken;
}

async function take(
  response: Response,
  question: Question,
  patience: Patience,
  parts: TransportParts,
): Promise<Attempt> {
  const url = response.url === '' ? question.url : response.url;
  const odd = oddAnswer(response, url, question);
  if (odd !== null) return { response: null, fault: odd };
  const { body, end } = await readBody(response, capOf(response, question), untilOf(response, question), patience);
  if (end.kind === 'done') return { response, url, body, fault: faultOfBody(response, body, question) };
  return { response: null, fault: faultOf(end, parts, true) };
}

const options = ({ accept, authorization, headers, graphql }: Question, controller: AbortController): RequestInit => ({
  ...(graphql === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(graphql) }),
  headers: {
    ...headers,
    ...(graphql === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(accept === undefined ? {} : { Accept: accept }),
    ...(authorization === undefined ? {} : { Authorization: authorization }),
  },
  // With cookies, a private repository would look public to whoever is logged in.
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  redirect: 'follow',
  signal: controller.signal,
});

const isSuccess = ({ status }: Response): boolean => status >= 200 && status < 300;
const capOf = (response: Response, { maxBytes }: Question): Limit =>
  isSuccess(response) ? maxBytes : limits.errorBytes;
const untilOf = (response: Response, { until }: Question): Question['until'] =>
  isSuccess(response) ? until : undefined;

/** A page where data was due comes from a log-in page of the network, not from the host; errors of hosts may be pages. */
function oddAnswer(response: Response, url: string, question: Question): Unread | null {
  if (!mayAnswerFor(question.url, url)) {
    return { kind: 'intercepted', detail: 'The answer came from another host than the one asked.' };
  }
  const isPage = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(response.headers.get('content-type') ?? '');
  return isSuccess(response) && isPage
    ? { kind: 'intercepted', detail: 'A web page came instead of data, perhaps a log-in page of the network.' }
    : null;
}

/** Only a plain answer with a readable length can be measured: a compressed one has another length on the wire. */
function faultOfBody(response: Response, body: Body, { maxBytes }: Question): Unread | null {
  if (body.isOver) return isSuccess(response) ? { kind: 'too-big', detail: maxBytes.sentence } : null;
  if (body.isStopped || response.type === 'cors' || response.headers.has('content-encoding')) return null;
  const due = response.headers.get('content-length');
  return due !== null && /^\d{1,15}$/.test(due) && body.bytes.length < Number(due) ? { kind: 'truncated' } : null;
}

function faultOf(waited: Exclude<Waited<unknown>, { kind: 'done' }>, parts: TransportParts, isInBody: boolean): Unread {
  if (waited.kind === 'cancelled') return { kind: 'cancelled' };
  if (waited.kind === 'late') return { kind: 'timeout', detail: waited.limit.sentence };
  // Its message may hold the header that was sent, so it is never shown.
  if (parts.isOffline?.() === true) return { kind: 'offline' };
  return { kind: isInBody || isConnectionReset(waited.error) ? 'reset' : 'blocked' };
}

/** Browsers tell nothing; Node names the cause. */
function isConnectionReset(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET';
}
