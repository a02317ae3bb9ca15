import { hosts } from '../services/transport/hosts.ts';

/** The match patterns of the hosts that the browser must permit; the others answer everybody. */
export const neededHosts: readonly string[] = hosts
  .filter(({ needsPermission }) => needsPermission)
  .map(({ origin }) => `${origin}/*`);
