import { runCheck } from '../checks/check.ts';
import { type CheckList, findCheck } from '../checks/check-list.ts';
import { factsOf } from '../facts/facts.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import { folderOwner } from '../model/repository-ref.ts';
import type { Rubric } from '../model/rubric.ts';
import { allShown } from '../model/shown-text.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { atRef, formatSubject } from '../model/subject.ts';
import { limitsMet } from './limits-met.ts';
import { notReadOf, unknownChecks } from './not-read.ts';
import { reportImage } from './report-image.ts';
import { scored } from './safety-notices.ts';
import { weigh } from './weigh.ts';

/** What the judge is told beside snapshot and rubric: the checks it has, and the rubric's hash and the tool's version for the report's head. */
export interface JudgeSettings {
  readonly rubricHash: string;
  readonly version: string;
  readonly checks: CheckList;
}

/** Judges a snapshot under a rubric. Pure: the same arguments give the same report, byte for byte. */
export function judge(snapshot: Snapshot, rubric: Rubric, { rubricHash, version, checks }: JudgeSettings): Report {
  const facts = factsOf(snapshot);
  const found = rubric.rows.flatMap((row) =>
    row.checks.flatMap((asked) => {
      const known = findCheck(checks, asked.check, rubric.parameters);
      if (known === undefined) return [];
      return [{ row, asked, finding: runCheck(known.check, facts, rubric.parameters, known.about) }];
    }),
  );
  const findings = weigh(found, snapshot);
  const isUnfinished = findings.some(({ level, outcome }) => level === 'required' && outcome === 'unknown');
  const head = snapshot.repository?.head;
  return {
    schema: 1,
    tool: { name: 'reprise', version },
    subject: shown(formatSubject(atRef(snapshot.subject, head?.state === 'read' ? head.value.ref : null))),
    readAt: snapshot.readAt,
    commit: head?.state === 'read' ? head.value.commit : null,
    rubric: { id: rubric.id, hash: rubricHash },
    state: isUnfinished ? 'not finished' : 'done',
    counts: countsOf(scored(findings)),
    findings,
    image: shown(reportImage(snapshot)),
    notRead: shown([...unknownChecks(rubric, checks), ...notReadOf(snapshot.repository)]),
    notices: shown([...noticesOf(snapshot), ...limitsMet(snapshot)]),
  };
}

// Findings come from their check as they may be shown; names and paths of the rest are as somebody wrote them.
const shown = <T>(value: T): T => allShown(value, 4_096);

function countsOf(findings: readonly ReportFinding[]): Report['counts'] {
  const count = (is: (finding: ReportFinding) => boolean) => findings.filter(is).length;
  return {
    toFix: count(({ outcome, level }) => outcome === 'fail' && level === 'required'),
    tips: count(({ outcome, level }) => outcome === 'fail' && level === 'recommended'),
    fine: count(({ outcome }) => outcome === 'pass'),
    notLookedAt: count(({ outcome }) => outcome === 'unknown'),
  };
}

const AS_THEY_LIE = 'The files were judged as they lie on this computer; nothing of them was sent.';

/** Words on the subject as a whole: a renamed repository, a commit that could not be learned. */
function noticesOf({ subject, repository }: Snapshot): readonly string[] {
  const asked = subject.repository;
  if (asked === null || repository?.head.state !== 'read') return [];
  const { owner, name, commit } = repository.head.value;
  const isRenamed = `${owner}/${name}`.toLowerCase() !== `${asked.owner}/${asked.name}`.toLowerCase();
  return [
    ...(isRenamed ? [`${asked.owner}/${asked.name} is now ${owner}/${name}.`] : []),
    ...(commit === null
      ? [owner === folderOwner ? AS_THEY_LIE : 'The commit could not be learned; the newest state was read.']
      : []),
  ];
}
