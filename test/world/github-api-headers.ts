import { type Answer, jsonAnswer } from './answer.ts';
import { anonymousLimit, type Credentials, type RateLimit, tokenLimit } from './world-state.ts';

const EXPOSED =
  'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, ' +
  'X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, ' +
  'X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset';

const ALLOWED =
  'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, ' +
  'X-GitHub-OTP, X-Requested-With, User-Agent, GraphQL-Features, X-GitHub-Next-Global-ID, X-GitHub-Api-Version, X-Fetch-User';

const COMMON: Answer['headers'] = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED,
  'content-security-policy': "default-src 'none'",
  'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
  server: 'github.com',
  'strict-transport-security': 'max-age=31536000; includeSubdomains; preload',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'deny',
  'x-github-api-version-selected': '2022-11-28',
  'x-github-media-type': 'github.v3; format=json',
};

let requests = 0;

export const preflight: Answer = {
  status: 204,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': ALLOWED,
    'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
    'access-control-expose-headers': EXPOSED,
    'access-control-max-age': '86400',
  },
  body: '',
};

export type Resource = 'core' | 'graphql';

/** What is left of each limit, by who asks and for what; without a token GraphQL has none. */
function countOf(credentials: Credentials, resource: Resource): keyof Omit<RateLimit, 'reset'> | null {
  if (resource === 'graphql') return credentials === 'good' ? 'graphqlRemaining' : null;
  return credentials === 'good' ? 'tokenRemaining' : 'remaining';
}

/** The headers that every answer of the API carries, with what is left of the limit. */
export function apiHeaders(credentials: Credentials, limit: RateLimit, resource: Resource): Answer['headers'] {
  const isAnonymous = credentials !== 'good';
  const key = countOf(credentials, resource);
  const most = key === null ? 0 : isAnonymous ? anonymousLimit : tokenLimit;
  const left = key === null ? 0 : limit[key];
  requests += 1;
  return {
    ...COMMON,
    'cache-control': `${isAnonymous ? 'public' : 'private'}, max-age=60, s-maxage=60`,
    vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, X-Requested-With',
    'x-github-request-id': `D24F:1A2B:${requests.toString(16).toUpperCase()}:5E6F:66AA77BB`,
    'x-ratelimit-limit': String(most),
    'x-ratelimit-remaining': String(Math.max(0, left)),
    'x-ratelimit-used': String(most - Math.max(0, left)),
    'x-ratelimit-reset': String(limit.reset),
    'x-ratelimit-resource': resource,
  };
}

/** Takes one request off the limit; false when none is left. */
export function takeFromLimit(credentials: Credentials, limit: RateLimit, resource: Resource): boolean {
  const key = countOf(credentials, resource);
  if (key === null || limit[key] <= 0) return false;
  limit[key] -= 1;
  return true;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

/** An error body of the API; the status stands in it as a string. */
export const apiError = (status: number, message: string, documentation = DOCUMENTATION): Answer =>
  jsonAnswer(status, { message, documentation_url: documentation, status: String(status) });

export const notFoundInApi = apiError(404, 'Not Found', `${DOCUMENTATION}/repos/repos#get-a-repository`);

const ANONYMOUS_LIMIT =
  "API rate limit exceeded for 203.0.113.7. (But here's the good news: Authenticated requests get a higher rate limit. " +
  'Check out the documentation for more details.)';
export const USER_LIMIT =
  'API rate limit exceeded for user ID 12345. If you reach out to GitHub Support for help, please include the request ' +
  'ID D24F:1A2B and timestamp 2026-05-01 10:00:00 UTC.';

/** 403 with the words for who asked: an address without a token, or a user. */
export const limitExceeded = (credentials: Credentials): Answer =>
  jsonAnswer(403, {
    message: credentials === 'good' ? USER_LIMIT : ANONYMOUS_LIMIT,
    documentation_url: `${DOCUMENTATION}/overview/resources-in-the-rest-api#rate-limiting`,
  });
