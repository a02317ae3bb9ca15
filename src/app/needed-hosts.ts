import type { Subject } from '../core/model/subject.ts';
import { hosts, optionalHosts } from '../services/transport/hosts.ts';

/** The match patterns of the hosts that the browser must permit. */
export const neededHosts: readonly string[] = hosts.map(({ origin }) => `${origin}/*`);

/** Those of Docker Hub, which the reader may allow. */
export const hubHosts: readonly string[] = optionalHosts.map(({ origin }) => `${origin}/*`);

const REGISTRY = /^https:\/\/(?:ghcr\.io|pkg-containers\.githubusercontent\.com)\//;

/** Those of them that one subject needs: an image alone asks no host but its registry, and none where Reprise does not ask it. */
export function hostsNeededFor({ repository, image }: Subject): readonly string[] {
  if (repository !== null) return neededHosts;
  if (image?.registry === 'docker.io') return hubHosts;
  return image?.registry === 'ghcr.io' ? neededHosts.filter((pattern) => REGISTRY.test(pattern)) : [];
}
