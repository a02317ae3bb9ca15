import type { Report } from '../model/report.ts';
import type { Unread } from '../model/unread.ts';

/** Why nothing at all could be judged, or null when at least one check gave a verdict of its own. */
export function nothingRead(report: Report): Unread | null {
  const whys = report.findings.flatMap(({ why }) => (why === undefined ? [] : [why]));
  const decided = report.findings.some(({ outcome }) => outcome === 'pass' || outcome === 'fail');
  return decided ? null : (whys[0] ?? null);
}
