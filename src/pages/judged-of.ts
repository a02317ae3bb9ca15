import type { Assessment } from '../app/assess-subject.ts';
import { type Dismissals, noDismissals } from '../core/model/dismissals.ts';
import { formatImageReference } from '../core/model/image-reference.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { EditablePlace } from '../core/report/edit-link.ts';
import { headlineOf } from '../core/report/headline.ts';
import { nothingRead } from '../core/report/nothing-read.ts';
import { rowsOf, stateOf } from '../core/report/rows.ts';
import type { Judged } from '../views/popup/screen.ts';
import { imageFactsOf } from './image-facts.ts';
import { launchOf } from './image-launch.ts';

/** An assessment, ready to be shown. */
export function judgedOf(assessment: Assessment, dismissals: Dismissals = noDismissals): Judged {
  const { report, rubric, snapshot } = assessment;
  const { subject, repository } = snapshot;
  return {
    report,
    rubric,
    repository: repository?.head.state === 'read' ? repository.head.value : subject.repository,
    place: placeOf(snapshot),
    dismissals,
    rows: rowsOf(report, rubric, dismissals),
    inSight: [],
    file: shownFile(snapshot),
    headline: headlineOf(report, rubric, dismissals),
    image: imageFactsOf(assessment),
    launch: launchOf(assessment),
    isImageOnly: subject.repository === null,
    unaskedHub: unaskedHub(assessment),
    obstacle: nothingRead(report),
  };
}

/** Named as people write them: without the registry, and official ones without their folder. */
function unaskedHub({ report, snapshot }: Assessment): readonly string[] {
  if (report.findings.every((finding) => stateOf(finding) !== 'not-asked')) return [];
  return snapshot.images.flatMap(({ reference, access }) =>
    reference.registry === 'docker.io' && access.state === 'unread' && access.unread.kind === 'permission-needed'
      ? [formatImageReference(reference).replace(/^docker\.io\/(?:library\/)?/, '')]
      : [],
  );
}

/** The address of a file names its path behind the branch or tag. */
function shownFile({ subject, repository }: Snapshot): string | null {
  const at = subject.repository?.at;
  const ref = repository?.head.state === 'read' ? repository.head.value.ref : null;
  return at?.kind === 'ref' && ref !== null && at.name.startsWith(`${ref}/`) ? at.name.slice(ref.length + 1) : null;
}

/** Only the head is surely a branch: another name in an address may be a tag's. */
function placeOf({ subject, repository }: Snapshot): EditablePlace | null {
  if (repository?.head.state !== 'read') return null;
  const { owner, name, ref } = repository.head.value;
  return { owner, name, branch: subject.repository?.at.kind === 'head' ? ref : null };
}
