import { dockerfileFact } from '../facts/dockerfile.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import { shownText } from '../model/shown-text.ts';
import type { Snapshot } from '../model/snapshot.ts';

// As long as an image’s name can be.
const MOST_IN_NAME = 512;

/** The image that the last stage of the judged Dockerfile starts from, with its line; null when that is not known. */
export function declaredBaseOf(snapshot: Snapshot): { readonly name: string; readonly place: Evidence } | null {
  const dockerfile = dockerfileFact(snapshot);
  if (dockerfile.state !== 'present') return null;
  const { path, file } = dockerfile.value;
  const outside = file.baseImages.filter(({ isEarlierStage }) => !isEarlierStage);
  // Which stage another one starts from is not told: with several bases behind it, nothing is claimed.
  const last = file.baseImages.at(-1)?.isEarlierStage === true && outside.length > 1 ? undefined : outside.at(-1);
  if (last === undefined || last.image === null) return null;
  return { name: shownText(last.image, MOST_IN_NAME), place: lineEvidence(path, last.line, last.quote) };
}
