import type { GraphqlQuery } from './answer.ts';
import { hosts } from './hosts.ts';

const ORIGINS: ReadonlySet<string> = new Set(hosts.map((host) => host.origin));

/** GitHub's API takes the reader's token, the registry the one it gave itself. */
const TAKE_AUTHORIZATION: ReadonlySet<string> = new Set(['https://api.github.com', 'https://ghcr.io']);

/** The registry keeps the parts of images on another host; no other answer may come from elsewhere. */
const LEADS_ON: ReadonlyMap<string, string> = new Map([
  ['https://ghcr.io', 'https://pkg-containers.githubusercontent.com'],
]);

/** The origin if a request may go there: one of `hosts`, by https, without a name and password in the address. */
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
  return from !== null && to !== null && (to === from || LEADS_ON.get(from) === to);
}
