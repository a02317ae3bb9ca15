import type { Assessment } from '../app/assess-subject.ts';
import { type AskedCandidate, askedCandidates } from '../core/facts/image.ts';
import { type Evidence, lineEvidence, registryEvidence } from '../core/model/finding.ts';
import { formatImageReference, type ImageReference } from '../core/model/image-reference.ts';
import type { ImageSnapshot } from '../core/model/snapshot.ts';
import { declaredBaseOf } from '../core/report/declared-base.ts';
import type { CandidateFacts, ImageAccessWord, ImageFacts, PackagePages } from '../views/popup/image-facts.ts';

/** What the card shows of the judged image, or null when the subject has none. */
export function imageFactsOf({ report, snapshot }: Assessment): ImageFacts | null {
  const { image } = report;
  const named = image?.chosen ?? image?.candidates[0]?.reference;
  if (image === null || named === undefined) return null;
  const asked = askedCandidates(snapshot);
  const shown = asked.find(({ candidate }) => formatImageReference(candidate.reference) === named);
  const config = shown?.image?.config.state === 'read' ? shown.image.config.value : null;
  return {
    reference: named,
    access: accessOf(shown?.image ?? null),
    digest: image.digest,
    created: image.created,
    bytes: image.bytes,
    platforms: image.platforms,
    command: config?.command ?? null,
    entrypoint: config?.entrypoint ?? null,
    base: declaredBaseOf(snapshot),
    ...packageOf(shown?.candidate.reference),
    // As in the report: a refused guess says nothing about the project.
    candidates: asked.filter((one) => one.candidate.claimed || one === shown).map(candidateOf),
  };
}

function candidateOf({ candidate, image }: AskedCandidate): CandidateFacts {
  const { reference, origin, foundIn } = candidate;
  return {
    reference: formatImageReference(reference),
    registry: reference.registry,
    access: accessOf(image),
    origin,
    place: foundIn === null ? null : lineEvidence(foundIn.path, foundIn.line, foundIn.quote),
    answers: answersOf(image),
  };
}

/** Every refusal; where there is none, the answer that tells most: the manifest's. */
function answersOf(image: ImageSnapshot | null): readonly Evidence[] {
  if (image === null) return [];
  const { reference, answers } = image;
  const refusals = answers.filter(({ status }) => status >= 300);
  const told = answers.findLast(({ request }) => request === 'manifest') ?? answers.at(-1);
  const shown = refusals.length > 0 || told === undefined ? refusals : [told];
  return shown.map((answer) => registryEvidence(formatImageReference(reference), answer));
}

function accessOf(image: ImageSnapshot | null): ImageAccessWord {
  if (image === null) return 'not-looked-at';
  if (image.access.state === 'unread')
    return image.access.unread.kind === 'permission-needed' ? 'not-asked' : 'not-looked-at';
  if (image.access.state === 'absent') return 'refused';
  const { value } = image.access;
  return value.kind === 'public' ? 'public' : (value.likely ?? 'refused');
}

function packageOf(reference: ImageReference | undefined): Pick<ImageFacts, 'pages' | 'packageName'> {
  const [owner = '', ...rest] = reference?.path.split('/') ?? [];
  const packageName = rest.join('/');
  if (reference?.registry !== 'ghcr.io' || packageName === '') return { pages: null, packageName };
  return { pages: pagesOf(owner, packageName), packageName };
}

const pagesOf = (owner: string, packageName: string): PackagePages => {
  const settings = `${owner}/packages/container/${encodeURIComponent(packageName)}/settings`;
  return {
    owner,
    all: `https://github.com/${owner}?tab=packages`,
    settingsOfPerson: `https://github.com/users/${settings}`,
    settingsOfOrganisation: `https://github.com/orgs/${settings}`,
  };
};
