import { kindOfQuote, secretKinds } from '../checks/secret-kinds.ts';
import type { Evidence } from '../model/finding.ts';
import type { Report, ReportFinding } from '../model/report.ts';

const SAFETY: ReadonlySet<string> = new Set(['repository-holds-no-secrets', 'image-holds-no-secrets']);

/** Whether a finding is about the reader's safety: it stands outside of every score, row and copied text. */
export const isSafety = ({ check }: Pick<ReportFinding, 'check'>): boolean => SAFETY.has(check);

/** The findings that are scored and listed. */
export const scored = <Finding extends Pick<ReportFinding, 'check'>>(
  findings: readonly Finding[],
): readonly Finding[] => findings.filter((finding) => !isSafety(finding));

/** What looks like a live credential, where it stands, and the page on which it is revoked. No value stands in it. */
export interface SafetyNotice {
  readonly summary: string;
  readonly remedy: string;
  readonly page: string | null;
  readonly places: readonly Evidence[];
}

/** One notice for each kind of credential; shown on the reader's own screen only. */
export function safetyNoticesOf({ findings }: Pick<Report, 'findings'>): readonly SafetyNotice[] {
  const failed = findings.filter((finding) => isSafety(finding) && finding.outcome === 'fail');
  const evidence = failed.flatMap((finding) => finding.evidence);
  return Object.entries(secretKinds).flatMap(([kind, { name, remedy, page }]) => {
    const places = evidence.filter((item) => 'quote' in item && kindOfQuote(item.quote) === kind);
    const summary = `This looks like a live ${name}: revoke it first.`;
    return places.length === 0 ? [] : [{ summary, remedy, page, places }];
  });
}
