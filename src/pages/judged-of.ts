import type { Assessment } from '../app/assess-subject.ts';
import { headlineOf } from '../core/report/headline.ts';
import { nothingRead } from '../core/report/nothing-read.ts';
import { rowsOf } from '../core/report/rows.ts';
import type { Judged } from '../views/popup/screen.ts';
import { imageFactsOf } from './image-facts.ts';

/** An assessment, ready to be shown. */
export function judgedOf(assessment: Assessment): Judged {
  const { report, rubric, snapshot } = assessment;
  const { subject, repository } = snapshot;
  return {
    report,
    rubric,
    repository: repository?.head.state === 'read' ? repository.head.value : subject.repository,
    rows: rowsOf(report, rubric),
    headline: headlineOf(report, rubric),
    image: imageFactsOf(assessment),
    isImageOnly: subject.repository === null,
    obstacle: nothingRead(report),
  };
}
