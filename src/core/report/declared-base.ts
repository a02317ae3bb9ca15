import { baseImagesFact } from '../facts/base-images.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import { shownText } from '../model/shown-text.ts';
import type { Snapshot } from '../model/snapshot.ts';

// As long as an image’s name can be.
const MOST_IN_NAME = 512;

/** The image that the judged Dockerfile’s own starts from, with its line; null when that is not known. */
export function declaredBaseOf(snapshot: Snapshot): { readonly name: string; readonly place: Evidence } | null {
  const fact = baseImagesFact(snapshot);
  if (fact.state !== 'present' || fact.value.last === null) return null;
  const { path, last } = fact.value;
  return { name: shownText(last.name, MOST_IN_NAME), place: lineEvidence(path, last.base.line, last.base.quote) };
}
