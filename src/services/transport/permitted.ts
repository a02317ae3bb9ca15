import type { GraphqlQuery } from './answer.ts';
import { hosts, optionalHosts } from './hosts.ts';

const ORIGINS: ReadonlySet<string> = new Set([...hosts, ...optionalHosts].map((host) => host.origin));

/** GitHub's API takes the reader's token, a registry the one it gave itself. */
const TAKE_AUTHORIZATION: ReadonlySet<string> = new Set([
  'https://api.github.com',
  'https://ghcr.io',
  'https://registry-1.docker.io',
]);

/** Registries keep the parts of images on other hosts; no other answer may come from elsewhere. */
const LEADS_ON: ReadonlyMap<string, readonly string[]> = new Map([
  ['https://ghcr.io', ['https://pkg-containers.githubusercontent.com']],
  [
    'https://registry-1.docker.io',
    [
      'https://production.cloudflare.docker.com',
      'https://production.cloudfront.docker.com',
      'https://docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com',
    ],
  ],
]);

/** The origin if a request may go there: one of the lists of hosts, by https, without a name and password in the address. */
export function permittedOrigin(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '') return null;
  return ORIGINS.has(url.origin) ? url.origin : null;
}

/** Whether a GraphQL query may go there: a query reads, a mutation would change something. */
export const takesQuery = (address: string, { query }: GraphqlQuery): boolean =>
  address === 'https://api.github.com/graphql' &&
  /^query\b/.test(query) &&
  !/\b(?:mutation|subscription)\b/.test(query);

/** Whether an `Authorization` header may go there. */
export const takesAuthorization = (origin: string): boolean => TAKE_AUTHORIZATION.has(origin);

/** Whether, after redirects, an answer from `final` may count as one to `asked`. */
export function mayAnswerFor(asked: string, final: string): boolean {
  const from = permittedOrigin(asked);
  const to = permittedOrigin(final);
  return from !== null && to !== null && (to === from || LEADS_ON.get(from)?.includes(to) === true);
}
