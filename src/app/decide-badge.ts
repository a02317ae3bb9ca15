import type { BadgeState, Visibility } from '../core/model/badge-state.ts';
import { isCommitId, type RepositoryRef, repositoryFromNames } from '../core/model/repository-ref.ts';
import { rubricIdFor, type Settings } from '../core/model/settings.ts';

/** What a page says of itself: distrusted, and used for nothing but naming a repository. */
export interface BadgeQuestion {
  readonly owner: string;
  readonly repo: string;
  readonly ref?: string;
  readonly visibility: Visibility;
}

/** What stands outside the question. `callsLeft` is null when GitHub has not told it yet. */
export interface BadgeSituation {
  readonly settings: Settings;
  readonly hasToken: boolean;
  readonly isPermitted: boolean;
  readonly callsLeft: number | null;
}

/** Either the badge's words at once, or a repository to assess; `cached` reads nothing from outside. */
export type BadgeDecision =
  | { readonly kind: 'answer'; readonly state: BadgeState }
  | {
      readonly kind: 'assess';
      readonly repository: RepositoryRef;
      readonly rubric: string;
      readonly depth: 'cached' | 'normal';
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
  return { kind: 'assess', repository, rubric, depth: mayAsk(situation) ? 'normal' : 'cached' };
}

function mayAsk({ settings, hasToken, callsLeft }: BadgeSituation): boolean {
  if (!settings.welcomed || settings.badgeMode !== 'automatic') return false;
  return hasToken || callsLeft === null || callsLeft >= callsKeptForClicks;
}

function repositoryOf({ owner, repo, ref }: BadgeQuestion): RepositoryRef | null {
  if (ref === undefined) return repositoryFromNames(owner, repo);
  return repositoryFromNames(owner, repo, isCommitId(ref) ? { kind: 'commit', id: ref } : { kind: 'ref', name: ref });
}

const answer = (state: BadgeState): BadgeDecision => ({ kind: 'answer', state });
