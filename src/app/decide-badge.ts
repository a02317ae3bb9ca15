import type { BadgeState, Visibility } from '../core/model/badge-state.ts';
import { isCommitId, type RepositoryRef, repositoryFromNames } from '../core/model/repository-ref.ts';
import { rubricIdFor, type Settings } from '../core/model/settings.ts';
import type { LimitState } from '../services/transport/rate-limit.ts';

/** What a page says of itself: distrusted, and used for nothing but naming a repository. */
export interface BadgeQuestion {
  readonly owner: string;
  readonly repo: string;
  readonly ref?: string;
  readonly visibility: Visibility;
}

/** What stands outside the question. `limit` is what GitHub last told of this reader's hour, null when it told nothing. */
export interface BadgeSituation {
  readonly settings: Settings;
  readonly hasToken: boolean;
  readonly isPermitted: boolean;
  readonly limit: LimitState | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Either the badge's words at once, or a repository to assess; `cached` reads nothing from outside, and may know nothing. */
export type BadgeDecision =
  | { readonly kind: 'answer'; readonly state: BadgeState }
  | {
      readonly kind: 'assess';
      readonly repository: RepositoryRef;
      readonly rubric: string;
      readonly depth: 'cached' | 'normal';
      readonly whenUnknown: BadgeState;
    };

/** Below this many anonymous calls in the hour, which a whole campus may share, the badge waits for a click. */
export const callsKeptForClicks = 15;

/** Decides without asking anybody what a badge may do. */
export function decideBadge(question: BadgeQuestion, situation: BadgeSituation): BadgeDecision {
  const repository = repositoryOf(question);
  if (repository === null) return answer({ kind: 'check' });
  if (!situation.hasToken && question.visibility !== 'public')
    return answer({ kind: question.visibility === 'private' ? 'private' : 'check' });
  if (!situation.isPermitted) return answer({ kind: 'could-not-look', why: 'permission needed' });
  const rubric = rubricIdFor(situation.settings, repository.owner);
  return { kind: 'assess', repository, rubric, ...depthFor(situation) };
}

type AskedDepth = Pick<Extract<BadgeDecision, { kind: 'assess' }>, 'depth' | 'whenUnknown'>;

/** When nothing is left, a click would ask in vain too: then the badge says until when. A refused token is told by looking. */
function depthFor({ settings, hasToken, limit, now }: BadgeSituation): AskedDepth {
  const check = { kind: 'check' } as const;
  if (!settings.welcomed || settings.badgeMode !== 'automatic') return { depth: 'cached', whenUnknown: check };
  const isKnown = limit !== null && now < limit.resetAt && limit.why !== 'bad-token';
  if (!isKnown || limit.remaining >= (hasToken ? 1 : callsKeptForClicks))
    return { depth: 'normal', whenUnknown: check };
  const waiting = { kind: 'waiting', until: new Date(limit.resetAt).toISOString() } as const;
  return { depth: 'cached', whenUnknown: limit.remaining === 0 ? waiting : check };
}

function repositoryOf({ owner, repo, ref }: BadgeQuestion): RepositoryRef | null {
  if (ref === undefined) return repositoryFromNames(owner, repo);
  return repositoryFromNames(owner, repo, isCommitId(ref) ? { kind: 'commit', id: ref } : { kind: 'ref', name: ref });
}

const answer = (state: BadgeState): BadgeDecision => ({ kind: 'answer', state });
