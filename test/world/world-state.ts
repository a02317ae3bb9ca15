import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { WorldRequest } from './answer.ts';
import type { WorldImage } from './image-from-description.ts';
import type { LoggedRequest } from './request-log.ts';
import type { ServedRepositories, ServedRepository } from './served-repositories.ts';

/** What is left of the API's hourly limits, GraphQL's in points; `reset` in seconds since 1970. A test may set them. */
export interface RateLimit {
  remaining: number;
  tokenRemaining: number;
  graphqlRemaining: number;
  reset: number;
}

/** A page of github.com that is asked for. `repository` is null where no repository of the world is meant. */
export interface PageRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly repository: PageRepository | null;
}

export interface PageRepository {
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  readonly visibility: 'public' | 'private';
  readonly defaultBranch: string;
  /** Branch, tag or commit that the page shows, and its commit; null for an empty repository. */
  readonly ref: string | null;
  readonly commit: string | null;
  /** Files and folders at the root. */
  readonly entries: readonly { readonly name: string; readonly isFolder: boolean }[];
}

/** Makes the HTML of a page, or null to leave it to the world's usual one. */
export type PageRenderer = (request: PageRequest) => string | null;

/** Answers a request in another way than the world would; true when it did. */
export type FaultHandler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** What the hosts of one world share. */
export interface WorldState {
  readonly repositories: ServedRepositories;
  readonly images: readonly WorldImage[];
  readonly tokens: readonly string[];
  readonly page: PageRenderer | null;
  readonly limit: RateLimit;
  readonly log: LoggedRequest[];
  readonly asked: string[];
  /** Paths of private images whose owner has made them public since. */
  readonly published: Set<string>;
  /** The registry answers private and absent images alike. */
  unified: boolean;
  /** How many manifests Docker Hub still gives to this address in its 6 hours. */
  readonly hubLimit: { remaining: number };
  fault: FaultHandler | null;
}

export const anonymousLimit = 60;
export const tokenLimit = 5_000;

export const newLimit = (): RateLimit => ({
  remaining: anonymousLimit,
  tokenRemaining: tokenLimit,
  graphqlRemaining: tokenLimit,
  reset: Math.floor(Date.now() / 1_000) + 3_600,
});

export type Credentials = 'none' | 'good' | 'bad';

/** Whether the request carries a token, and one that this world knows. */
export function credentialsOf(request: WorldRequest, state: WorldState): Credentials {
  const header = request.headers.authorization;
  if (header === undefined) return 'none';
  const token = /^(?:Bearer|token) (\S+)$/i.exec(header)?.[1] ?? '';
  return state.tokens.includes(token) ? 'good' : 'bad';
}

export const mayRead = (repository: ServedRepository, credentials: Credentials): boolean =>
  repository.described.visibility === 'public' || credentials === 'good';
