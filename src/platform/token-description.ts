import type { DescribedToken } from '../core/model/token.ts';

/** The token's kind by its prefix (GitHub, "token formats") and its last four characters; the rest is never shown. */
export function describeToken(token: string, remembered: boolean): DescribedToken {
  const kind = token.startsWith('github_pat_') ? 'fine-grained' : token.startsWith('ghp_') ? 'classic' : 'other';
  return { kind, lastFour: token.slice(-4), remembered };
}
