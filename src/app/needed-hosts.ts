import { hosts } from '../services/transport/hosts.ts';

/** The match patterns of the hosts that the browser must permit. */
export const neededHosts: readonly string[] = hosts.map(({ origin }) => `${origin}/*`);
