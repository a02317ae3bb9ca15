import type { BadgeState } from '../model/badge-state.ts';
import type { Report } from '../model/report.ts';
import { unreadInShort } from '../model/unread.ts';
import { nothingApplies, nothingRead } from './nothing-read.ts';

/** What the badge says of a report: the first that applies. */
export function badgeOf(report: Report): BadgeState {
  const fault = nothingRead(report);
  if (fault !== null) {
    if (fault.retryAt !== undefined) return { kind: 'waiting', until: fault.retryAt };
    return { kind: 'could-not-look', why: unreadInShort(fault.kind) };
  }
  if (nothingApplies(report)) return { kind: 'check' };
  if (report.counts.toFix > 0) return { kind: 'to-fix', count: report.counts.toFix };
  if (report.state === 'not finished') return { kind: 'not-finished' };
  return report.counts.tips > 0 ? { kind: 'tips', count: report.counts.tips } : { kind: 'nothing-missing' };
}
