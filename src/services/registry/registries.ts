import type { ImageReference } from '../../core/model/image-reference.ts';

/** A registry that is asked, and how. Where another one differs, it is here that it says so. */
export interface Registry {
  /** As it stands in an image's name. */
  readonly name: 'ghcr.io' | 'docker.io';
  /** Where `/v2/` is. */
  readonly origin: string;
  /** Where an anonymous token is asked for, but for the scope. */
  readonly tokenAddress: string;
  /** What tells whether anybody gets an image: the token, or the manifest where a token is given for any name. */
  readonly accessBy: 'token' | 'manifest';
}

const registries: readonly Registry[] = [
  {
    name: 'ghcr.io',
    origin: 'https://ghcr.io',
    tokenAddress: 'https://ghcr.io/token?service=ghcr.io',
    accessBy: 'token',
  },
  {
    name: 'docker.io',
    origin: 'https://registry-1.docker.io',
    tokenAddress: 'https://auth.docker.io/token?service=registry.docker.io',
    accessBy: 'manifest',
  },
];

/** The registry of an image; null for one that is never asked. */
export const registryOf = ({ registry }: ImageReference): Registry | null =>
  registries.find(({ name }) => name === registry) ?? null;
