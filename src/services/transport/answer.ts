import type { Limit } from '../../core/model/limits.ts';
import type { Unread } from '../../core/model/unread.ts';
import type { LimitHeaders } from './rate-limit.ts';

/** A GraphQL query, which begins with `query`, with its variables. */
export interface GraphqlQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** What is asked for, with GET; nothing at any host is ever changed. */
export interface Question {
  readonly url: string;
  readonly accept?: string;
  /** The whole header; let through to api.github.com and ghcr.io only. */
  readonly authorization?: string;
  /** Other headers; each but the plainest costs a CORS preflight where no host permission is held. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent by POST, the only way that GitHub takes one, and let through to `https://api.github.com/graphql` only. */
  readonly graphql?: GraphqlQuery;
  /** More bytes than this are `too-big`, with the limit's sentence. */
  readonly maxBytes: Limit;
  /** `json` is parsed; a page of HTML instead of any of them is `intercepted`. */
  readonly shape: 'json' | 'text' | 'bytes';
  /** Asked after every piece that comes in; true ends the reading, and `cut` tells so. */
  readonly until?: (bytesSoFar: Uint8Array) => boolean;
  readonly signal?: AbortSignal;
}

/** One answer of a server, whatever its status. `url` is the final one; `json` is undefined unless JSON was asked for and given. */
export interface Answer {
  readonly status: number;
  readonly url: string;
  /** Null for a header that is absent or that CORS hides. */
  readonly header: (name: string) => string | null;
  readonly bytes: Uint8Array;
  readonly json: unknown;
  readonly cut: boolean;
  readonly milliseconds: number;
  /** GitHub's count of requests, in our clock's time; null where the answer tells none. */
  readonly limit: LimitHeaders | null;
}

/**
 * `ok` is true for every answer that the server meant, so for 401, 404 and 409 too (`refusalOf` puts those into words);
 * false when the question was not answered: a fault on the way, a limit, or a server that failed to the end.
 */
export type Asked =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly unread: Unread; readonly answer: Answer | null };

/** The body as text; wrong UTF-8 becomes U+FFFD. */
export const bodyText = (answer: Answer): string => new TextDecoder().decode(answer.bytes);

/** The bytes as JSON, or undefined when they are none. A byte order mark is passed over. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
