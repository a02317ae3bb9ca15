import type { BadgeState } from '../core/model/badge-state.ts';
import type { Report } from '../core/model/report.ts';
import { unreadInShort } from '../core/model/unread.ts';
import { badgeOf } from '../core/report/badge-of.ts';
import { type BadgeDecision, type BadgeQuestion, type BadgeSituation, decideBadge } from './decide-badge.ts';

export type BadgeAssessment = Omit<Extract<BadgeDecision, { kind: 'assess' }>, 'kind'>;

/** What answering needs: the situation at this moment, and the assessment (null when nothing is cached). */
export interface BadgeContext {
  readonly situation: () => Promise<BadgeSituation>;
  readonly assess: (wanted: BadgeAssessment) => Promise<Report | null>;
  /** Ends when an answer must be given: Firefox ends a background that takes 30 seconds for one. */
  readonly deadline: () => Promise<void>;
}

/** The badge's words for a page. A mistake of ours is said as one, and never becomes a verdict. */
export async function answerBadge(question: BadgeQuestion, context: BadgeContext): Promise<BadgeState> {
  try {
    const decision = decideBadge(question, await context.situation());
    if (decision.kind === 'answer') return decision.state;
    const late = context.deadline().then(() => 'late' as const);
    const report = await Promise.race([context.assess(decision), late]);
    if (report === 'late') return { kind: 'could-not-look', why: unreadInShort('timeout') };
    return report === null ? decision.whenUnknown : badgeOf(report);
  } catch {
    return { kind: 'could-not-look', why: unreadInShort('internal') };
  }
}
