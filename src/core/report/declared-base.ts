import { dockerfilePathOf } from '../facts/dockerfile-path.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import { type Snapshot, textAt } from '../model/snapshot.ts';
import { parseDockerfile } from '../parse/dockerfile.ts';

/** The image that the last stage of the Dockerfile starts from, with its line; null when that is not known. */
export function declaredBaseOf(snapshot: Snapshot): { readonly name: string; readonly place: Evidence } | null {
  const path = dockerfilePathOf(snapshot);
  const reading = path === null || snapshot.repository === null ? undefined : textAt(snapshot.repository, path);
  if (path === null || reading?.state !== 'read') return null;
  const { baseImages } = parseDockerfile(reading.value.text);
  const outside = baseImages.filter(({ isEarlierStage }) => !isEarlierStage);
  // Which stage another one starts from is not told: with several bases behind it, nothing is claimed.
  const last = baseImages.at(-1)?.isEarlierStage === true && outside.length > 1 ? undefined : outside.at(-1);
  if (last === undefined || last.image === null) return null;
  return { name: last.image, place: lineEvidence(path, last.line, last.quote) };
}
