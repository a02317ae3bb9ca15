import type { Unread, UnreadKind } from '../../core/model/unread.ts';
import { type Answer, type Asked, bodyText, parseJson, type Question } from './answer.ts';
import { type Attempt, attempt, type TransportParts } from './attempt.ts';
import { permittedOrigin, takesAuthorization, takesQuery } from './permitted.ts';
import { limitHeaders } from './rate-limit.ts';
import { decideRetry, type RetryDecision } from './retry-policy.ts';

/** The only way out. `now` is the clock's, for those who wait for what an answer told. */
export interface Transport {
  readonly get: (question: Question) => Promise<Asked>;
  readonly now: () => number;
}

/** Refusals that answer the question; the other kinds mean that it was not answered. */
const MEANT: ReadonlySet<UnreadKind> = new Set([
  'bad-token',
  'forbidden',
  'not-found-or-private',
  'empty-repository',
  'gone',
  'bad-format',
]);

/** A transport to the hosts of `hosts.ts`, with the bounds of `limits.ts` and the retries of `decideRetry`. Never throws. */
export function createTransport(parts: TransportParts): Transport {
  const { clock, random = Math.random } = parts;
  // Server clock minus ours, by the newest Date header of any host: CORS hides api.github.com's own.
  let skew: number | null = null;

  async function once(question: Question): Promise<{ asked: Asked; decide: (number: number) => RetryDecision | null }> {
    const started = clock.now();
    const tried = await attempt(question, parts);
    skew = tried.response === null ? skew : (skewOf(tried.response, clock.now()) ?? skew);
    const now = clock.now();
    const answer = answerOf(tried, question, { started, now, serverTime: now + (skew ?? 0) });
    const asked = askedOf(tried, question, answer);
    const serverTime = skew === null ? null : now + skew;
    return { asked, decide: (number) => decision(asked, { attempt: number, serverTime, now, random }) };
  }

  async function get(question: Question): Promise<Asked> {
    const refused = refusedBeforehand(question);
    if (refused !== null) return { ok: false, unread: refused, answer: null };
    for (let number = 1; ; number += 1) {
      const { asked, decide } = await once(question);
      const decided = decide(number);
      if (decided === null) return asked;
      if (decided.do === 'give-up') return givenUp(asked, decided.unread);
      const wait = decided.do === 'retry' ? decided.afterMs : decided.until - clock.now();
      await clock.sleep(Math.max(0, wait), question.signal).catch(() => undefined);
    }
  }

  return { get, now: clock.now };
}

/** A refused request is a mistake of ours, or of somebody who led us astray; nothing of it goes out. */
function refusedBeforehand({ url, authorization, graphql, signal }: Question): Unread | null {
  if (signal?.aborted === true) return { kind: 'cancelled' };
  const origin = permittedOrigin(url);
  if (origin === null) return { kind: 'permission-needed', detail: 'The address is not on the list of hosts.' };
  if (graphql !== undefined && !takesQuery(url, graphql))
    return { kind: 'internal', detail: 'A request that is no query was not sent.' };
  if (authorization === undefined) return null;
  if (!takesAuthorization(origin)) return { kind: 'internal', detail: `No token is sent to ${origin}.` };
  return /^[\x20-\x7e]+$/.test(authorization) ? null : { kind: 'bad-token' };
}

function skewOf(response: Response, now: number): number | null {
  const time = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(time) ? null : time - now;
}

function answerOf(
  tried: Attempt,
  { shape }: Question,
  times: { readonly started: number; readonly now: number; readonly serverTime: number },
): Answer | null {
  if (tried.response === null) return null;
  const { response, url, body } = tried;
  const header = (name: string): string | null => response.headers.get(name);
  return {
    status: response.status,
    url,
    header,
    bytes: body.bytes,
    json: shape === 'json' && response.ok ? parseJson(body.bytes) : undefined,
    cut: body.isOver || body.isStopped,
    milliseconds: times.now - times.started,
    limit: limitHeaders(header, times),
  };
}

function askedOf(tried: Attempt, { shape }: Question, answer: Answer | null): Asked {
  if (tried.fault !== null) return { ok: false, unread: tried.fault, answer };
  if (answer === null) return { ok: false, unread: { kind: 'internal' }, answer };
  const isBroken = shape === 'json' && isSuccess(answer) && answer.json === undefined;
  if (!isBroken) return { ok: true, answer };
  return { ok: false, unread: { kind: /^\s*</.test(bodyText(answer)) ? 'intercepted' : 'bad-format' }, answer };
}

const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** What to do next; null when the question is answered. */
function decision(
  asked: Asked,
  state: { attempt: number; serverTime: number | null; now: number; random: () => number },
): RetryDecision | null {
  if (asked.ok && isSuccess(asked.answer)) return null;
  if (!asked.ok) return decideRetry({ ...state, what: { fault: asked.unread } });
  const { status, header } = asked.answer;
  return decideRetry({ ...state, what: { refusal: { status, header, body: bodyText(asked.answer) } } });
}

const givenUp = (asked: Asked, unread: Unread): Asked =>
  asked.ok && MEANT.has(unread.kind) ? asked : { ok: false, unread, answer: asked.answer };
