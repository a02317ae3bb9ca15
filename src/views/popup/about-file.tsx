import type { ReportFinding } from '../../core/model/report.ts';
import type { ReportRow } from '../../core/report/rows.ts';
import type { Judged } from './screen.ts';

/** Whether a finding stands on a line of the file. */
const isAbout = ({ evidence }: ReportFinding, file: string): boolean =>
  evidence.some((item) => item.kind === 'line' && item.path === file);

/** The row that is opened for the file which the page shows: what asks something before what is in order; null without one. */
export function rowAboutFile(
  { rows, file }: Judged,
  asksSomething: (finding: ReportFinding) => boolean,
): ReportRow | null {
  if (file === null) return null;
  const about = rows.filter(({ findings }) => findings.some((finding) => isAbout(finding, file)));
  const asks = ({ findings }: ReportRow) => findings.some((one) => isAbout(one, file) && asksSomething(one));
  return about.find(asks) ?? about[0] ?? null;
}

/** What of the list is about the file that the page shows. */
export function AboutFile({ judged }: { readonly judged: Judged }) {
  const { file, rows } = judged;
  const count = file === null ? 0 : rows.flatMap(({ findings }) => findings).filter((one) => isAbout(one, file)).length;
  if (file === null || count === 0) return null;
  return (
    <p class="about-file">
      <code>{file}</code>: {count === 1 ? 'one finding is' : `${count} findings are`} about this file.
    </p>
  );
}
