import { parseImageReference } from '../model/image-reference.ts';
import { type ImageMention, mention } from './image-mentions.ts';

// The course's convention: `"dockerhub-id": "owner/name:tag"`, `"DockerHub Repository": "…"`. Read line by line, because
// files with a trailing comma are common and still tell the image.
const PAIR = /"([^"]{0,60}(?:docker|image|container)[^"]{0,60})"\s*:\s*"([^"\s]{1,300})"/gi;
const HUB_PAGE =
  /^(?:https?:\/\/)?(?:hub|registry\.hub)\.docker\.com\/(?:r|repository\/docker|layers)\/([^/]+\/[^/]+).*$/i;

interface Value {
  readonly text: string;
  readonly line: number;
  readonly quote: string;
}

/** The image that a `submission.json` of the course names, with its line. */
export const findSubmittedImages = (text: string): readonly ImageMention[] =>
  valuesOf(text).flatMap(({ text: name, line, quote }) => (name.includes('/') ? mention(name, line, quote) : []));

/** A submitted image of which no path can be made, and one sentence on what is missing. */
export interface MalformedImage {
  readonly written: string;
  readonly problem: string;
  readonly line: number;
  readonly quote: string;
}

/** What stands for an image in a `submission.json` and is none: `ownername:latest`, `ghcr.io/ownername`. */
export const findMalformedImages = (text: string): readonly MalformedImage[] =>
  valuesOf(text).flatMap(({ text: written, line, quote }) => {
    const found = problemOf(written);
    return found === null ? [] : [{ written, problem: found, line, quote: quote.trim() }];
  });

function problemOf(written: string): string | null {
  // A bare word may be an answer to something else; with a tag it is meant as an image.
  if (/^[a-z0-9][\w.-]{2,200}:[A-Za-z][\w.-]{0,127}$/.test(written))
    return `A slash is missing: a path looks like “owner/name”, not “${written}”.`;
  if (!/^(?:https?:\/\/)?ghcr\.io\//.test(written) || /[<>[\]{}$]/.test(written)) return null;
  const parsed = parseImageReference(written);
  return parsed.ok ? null : parsed.problem;
}

const valuesOf = (text: string): readonly Value[] =>
  text.split(/\r\n|\n|\r/).flatMap((line, index) =>
    [...line.slice(0, 4_000).matchAll(PAIR)].map((pair) => ({
      text: (pair[2] ?? '').replace(HUB_PAGE, '$1'),
      line: index + 1,
      quote: line,
    })),
  );
