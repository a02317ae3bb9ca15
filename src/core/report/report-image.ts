import { askedCandidates, imageFact } from '../facts/image.ts';
import { formatImageReference } from '../model/image-reference.ts';
import type { ReportCandidate, ReportImage } from '../model/report.ts';
import type { Platform, Snapshot } from '../model/snapshot.ts';

/** The image part of a report: every claimed candidate with its registry's answer, and what is known of the judged one. */
export function reportImage(snapshot: Snapshot): ReportImage | null {
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
