import { environmentSpecsFact } from '../facts/environment-specs.ts';
import { imageFact } from '../facts/image.ts';
import { routeOf } from '../facts/route.ts';
import type { Finding } from '../model/finding.ts';
import type { ReportFinding } from '../model/report.ts';
import type { Level, RowAside, RubricCheck, RubricRow } from '../model/rubric.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** A finding with what the rubric says of it. */
export interface AskedFinding {
  readonly row: RubricRow;
  readonly asked: RubricCheck;
  readonly finding: Finding;
}

/** The findings at the levels at which they count: the rubric's own, or lower where a verdict or its row steps back. */
export function weigh(found: readonly AskedFinding[], snapshot: Snapshot): readonly ReportFinding[] {
  const reasons = new Set(found.flatMap(({ row }) => row.aside?.when ?? []));
  const inForce = new Set([...reasons].filter((when) => HOLDS[when](snapshot, found)));
  const findings = found.map((one) =>
    weighed(one, one.row.aside !== undefined && inForce.has(one.row.aside.when) && yields(one)),
  );
  // Where the reader gave the image, nothing else stands for it.
  return snapshot.subject.image === null ? findings.map(uncounted) : findings;
}

/** A registry that may not be asked leaves a question open for as long as the reader wants: that is nothing unfinished. */
const uncounted = (finding: ReportFinding): ReportFinding =>
  finding.outcome === 'unknown' && finding.why?.kind === 'permission-needed'
    ? { ...finding, level: 'information' }
    : finding;

/** A judged image is better evidence than a Dockerfile, and takes nothing from what it was judged by itself. */
const yields = ({ row, asked }: AskedFinding): boolean =>
  row.aside?.when !== 'image-was-judged' || /^(?:dockerfile|base-image)-/.test(asked.check);

function weighed({ row, asked, finding }: AskedFinding, aside: boolean): ReportFinding {
  const { check, outcome, summary, evidence, notes, fix, why, atMost } = finding;
  const lowered = aside && row.aside !== undefined ? lower(asked.level, ASIDE_LEVEL[row.aside.when]) : asked.level;
  const level = outcome === 'fail' && atMost !== undefined ? lower(lowered, atMost) : lowered;
  const isDisproved = aside && outcome === 'fail' && row.aside?.when === 'image-was-judged';
  return {
    check,
    row: row.id,
    level,
    ...(aside ? { aside } : {}),
    outcome,
    summary,
    ...(why === null ? {} : { why }),
    evidence,
    notes: isDisproved ? [...notes, 'An image was built all the same; it may not build again today.'] : notes,
    fix,
  };
}

const ASIDE_LEVEL: Readonly<Record<RowAside['when'], Level>> = {
  'readme-leads-elsewhere': 'recommended',
  'image-was-judged': 'information',
};

const LEVELS: readonly Level[] = ['required', 'recommended', 'information'];
const lower = (one: Level, other: Level): Level => (LEVELS.indexOf(one) > LEVELS.indexOf(other) ? one : other);

const HOLDS: Readonly<Record<RowAside['when'], (snapshot: Snapshot, found: readonly AskedFinding[]) => boolean>> = {
  'readme-leads-elsewhere': (snapshot, found) => !leadsToDocker(snapshot) && hasOtherEnvironment(snapshot, found),
  'image-was-judged': (snapshot) => {
    const image = imageFact(snapshot);
    return image.state === 'present' && image.value.image.manifest.state === 'read';
  },
};

function leadsToDocker(snapshot: Snapshot): boolean {
  const route = routeOf(snapshot);
  return route.state === 'present' && (route.value.kind === 'docker' || route.value.kind === 'dsmlp');
}

/** The checks that an environment beside the container must not fail to count as one. */
const SOUND = new Set(['environment-yml-is-valid', 'environment-is-portable', 'requirements-are-well-formed']);

function hasOtherEnvironment(snapshot: Snapshot, found: readonly AskedFinding[]): boolean {
  const specs = environmentSpecsFact(snapshot);
  return (
    specs.state === 'present' &&
    specs.value.declared.some(({ family }) => family !== 'container') &&
    found.every(({ finding }) => finding.outcome !== 'fail' || !SOUND.has(finding.check))
  );
}
