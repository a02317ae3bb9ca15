import type { Assessment } from '../app/assess-subject.ts';
import { checkById } from '../core/checks/index.ts';
import type { Rubric } from '../core/model/rubric.ts';
import { type LaunchNames, launchNamesOf } from '../core/report/launch-names.ts';

/** What the launch card is filled with; null where the subject has nothing to launch, or the rubric knows no images. */
export const launchOf = ({ rubric, snapshot }: Assessment): LaunchNames | null =>
  knowsImages(rubric) ? launchNamesOf(snapshot) : null;

const knowsImages = ({ rows }: Rubric): boolean =>
  rows.some(({ checks }) => checks.some(({ check }) => checkById(check)?.reads.includes('image') === true));
