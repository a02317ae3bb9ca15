import type { Report } from '../model/report.ts';
import type { Unread } from '../model/unread.ts';

/** Whether nothing that the rubric requires applies to this subject: then nothing was found in order either. */
export function nothingApplies(report: Report): boolean {
  const required = report.findings.filter(({ level }) => level === 'required');
  return required.length > 0 && required.every(({ outcome }) => outcome === 'not-applicable');
}

/** Why nothing at all could be judged, or null when at least one check gave a verdict of its own. */
export function nothingRead(report: Report): Unread | null {
  const whys = report.findings.flatMap(({ why }) => (why === undefined ? [] : [why]));
  const decided = report.findings.some(
    ({ check, outcome }) => (outcome === 'pass' || outcome === 'fail') && !needsNoReading(check),
  );
  return decided ? null : (whys[0] ?? null);
}

/** How a path is written can be judged without asking anybody. */
const needsNoReading = (id: string): boolean => id === 'image-path-is-well-formed';
