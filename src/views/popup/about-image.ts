import type { ReportFinding } from '../../core/model/report.ts';
import type { ReportRow, RowState } from '../../core/report/rows.ts';
import type { ImageFacts } from './image-facts.ts';
import type { Judged } from './screen.ts';

const isAbout = ({ evidence }: ReportFinding, { reference }: ImageFacts): boolean =>
  evidence.some((item) => item.kind === 'registry' && item.reference === reference);

const REFUSAL = 'image-exists-and-is-public';

/** The image whose refusal the finding tells, where GitHub has a page to change that; else null. */
export function refusedImageOf(finding: ReportFinding, image: ImageFacts | null): ImageFacts | null {
  if (image === null || image.pages === null) return null;
  if (finding.check !== REFUSAL || finding.outcome !== 'fail') return null;
  const isRefused = image.access === 'private' || image.access === 'refused';
  return isRefused && isAbout(finding, image) ? image : null;
}

/** How much the image's row asks of the reader: the card shows the image no graver than that. */
export function imageStateOf({ rows }: Pick<Judged, 'rows'>, image: ImageFacts): RowState {
  if (image.access === 'public') return 'fine';
  if (image.access === 'not-looked-at' || image.access === 'not-asked') return image.access;
  const isItsRow = (row: ReportRow) => row.findings.some((finding) => isAbout(finding, image));
  return rows.find(isItsRow)?.state ?? 'not-applicable';
}
