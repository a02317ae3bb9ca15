import { runCheck } from '../checks/check.ts';
import { checkById } from '../checks/index.ts';
import { factsOf } from '../facts/facts.ts';
import { askedCandidates, imageFact } from '../facts/image.ts';
import type { Finding } from '../model/finding.ts';
import { formatImageReference } from '../model/image-reference.ts';
import type { NotRead, Report, ReportCandidate, ReportFinding, ReportImage } from '../model/report.ts';
import type { Rubric, RubricCheck } from '../model/rubric.ts';
import type { Platform, RepositorySnapshot, Snapshot } from '../model/snapshot.ts';
import { formatSubject } from '../model/subject.ts';

/** What the judge is told beside snapshot and rubric: the rubric's hash and the tool's version, both for the report's head. */
export interface JudgeSettings {
  readonly rubricHash: string;
  readonly version: string;
}

/** Judges a snapshot under a rubric. Pure: the same arguments give the same report, byte for byte. */
export function judge(snapshot: Snapshot, rubric: Rubric, { rubricHash, version }: JudgeSettings): Report {
  const facts = factsOf(snapshot);
  const findings = rubric.rows.flatMap((row) =>
    row.checks.flatMap((asked) => {
      const check = checkById(asked.check);
      return check === undefined ? [] : [reportFinding(runCheck(check, facts, rubric.parameters), row.id, asked)];
    }),
  );
  const isUnfinished = findings.some(({ level, outcome }) => level === 'required' && outcome === 'unknown');
  const head = snapshot.repository?.head;
  return {
    schema: 1,
    tool: { name: 'reprise', version },
    subject: formatSubject(snapshot.subject),
    readAt: snapshot.readAt,
    commit: head?.state === 'read' ? head.value.commit : null,
    rubric: { id: rubric.id, hash: rubricHash },
    state: isUnfinished ? 'not finished' : 'done',
    counts: countsOf(findings),
    findings,
    image: reportImage(snapshot),
    notRead: [...unknownChecks(rubric), ...notReadOf(snapshot.repository)],
    notices: noticesOf(snapshot),
  };
}

function reportFinding(finding: Finding, row: string, { level }: RubricCheck): ReportFinding {
  const { check, outcome, summary, evidence, notes, fix, why } = finding;
  return { check, row, level, outcome, summary, ...(why === null ? {} : { why }), evidence, notes, fix };
}

function countsOf(findings: readonly ReportFinding[]): Report['counts'] {
  const count = (is: (finding: ReportFinding) => boolean) => findings.filter(is).length;
  return {
    toFix: count(({ outcome, level }) => outcome === 'fail' && level === 'required'),
    tips: count(({ outcome, level }) => outcome === 'fail' && level === 'recommended'),
    fine: count(({ outcome }) => outcome === 'pass'),
    notLookedAt: count(({ outcome }) => outcome === 'unknown'),
  };
}

function reportImage(snapshot: Snapshot): ReportImage | null {
  const asked = askedCandidates(snapshot);
  const fact = imageFact(snapshot);
  const chosen = fact.state === 'present' ? fact.value : null;
  // A refusal of a mere guess is never shown.
  const chosenName = chosen === null ? null : formatImageReference(chosen.candidate.reference);
  const shown = asked.filter(
    ({ candidate }) => candidate.claimed || formatImageReference(candidate.reference) === chosenName,
  );
  if (shown.length === 0) return null;
  const manifest = chosen?.image.manifest.state === 'read' ? chosen.image.manifest.value : null;
  const config = chosen?.image.config.state === 'read' ? chosen.image.config.value : null;
  const platforms = manifest === null ? [] : manifest.platforms;
  const own = config === null ? [] : [{ os: config.os, architecture: config.architecture, variant: null }];
  return {
    candidates: shown.map(({ candidate, image }): ReportCandidate => {
      const answer = image?.answers.at(-1) ?? null;
      return {
        reference: formatImageReference(candidate.reference),
        foundIn:
          candidate.foundIn === null
            ? candidate.origin === 'given'
              ? 'given by you'
              : 'guessed from the name'
            : `${candidate.foundIn.path} line ${candidate.foundIn.line}`,
        claimed: candidate.claimed,
        answer: answer === null ? null : { status: answer.status, code: answer.code, quote: answer.quote },
      };
    }),
    chosen: chosenName,
    digest: manifest?.digest ?? null,
    created: config?.created ?? null,
    bytes: manifest === null ? null : manifest.layers.reduce((sum, layer) => sum + layer.bytes, 0),
    platforms: (platforms.length > 0 ? platforms : own).map(platformName),
  };
}

const platformName = ({ os, architecture, variant }: Platform): string =>
  `${os}/${architecture}${variant === null ? '' : `/${variant}`}`;

/** What a reader should know was not looked at: unread texts, folders the listing lacks, submodules. */
function notReadOf(repository: RepositorySnapshot | null): readonly NotRead[] {
  if (repository === null) return [];
  if (repository.head.state === 'unread') return [{ what: 'the repository', why: repository.head.unread.kind }];
  if (repository.tree.state === 'unread') return [{ what: 'the list of files', why: repository.tree.unread.kind }];
  const tree = repository.tree.state === 'read' ? repository.tree.value : null;
  const submodules = (tree?.entries ?? []).filter((entry) => entry.kind === 'submodule');
  return [
    ...(tree?.unreadFolders ?? []).map((folder) => ({
      what: folder === '' ? 'a part of the list of files' : folder,
      why: 'truncated' as const,
    })),
    ...repository.texts.flatMap(({ path, reading }): readonly NotRead[] => {
      if (reading.state === 'unread') return [{ what: path, why: reading.unread.kind }];
      return reading.state === 'read' && reading.value.cut ? [{ what: `the rest of ${path}`, why: 'too-big' }] : [];
    }),
    ...submodules.map(({ path }) => ({ what: `${path} (a submodule)`, why: 'not-asked' as const })),
  ];
}

const unknownChecks = (rubric: Rubric): readonly NotRead[] =>
  rubric.rows.flatMap((row) =>
    row.checks
      .filter(({ check }) => checkById(check) === undefined)
      .map(({ check }) => ({
        what: `the check ${check}, which this version does not have`,
        why: 'not-asked' as const,
      })),
  );

/** Words on the subject as a whole: a renamed repository, a commit that could not be learned. */
function noticesOf({ subject, repository }: Snapshot): readonly string[] {
  const asked = subject.repository;
  if (asked === null || repository?.head.state !== 'read') return [];
  const { owner, name, commit } = repository.head.value;
  const isRenamed = `${owner}/${name}`.toLowerCase() !== `${asked.owner}/${asked.name}`.toLowerCase();
  return [
    ...(isRenamed ? [`${asked.owner}/${asked.name} is now ${owner}/${name}.`] : []),
    ...(commit === null ? ['The commit could not be learned; the newest state was read.'] : []),
  ];
}
