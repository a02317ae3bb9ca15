import { type ImageMention, mention } from './image-mentions.ts';

// The course's convention: `"dockerhub-id": "owner/name:tag"`, `"DockerHub Repository": "…"`. Read line by line, because
// files with a trailing comma are common and still tell the image.
const PAIR = /"([^"]{0,60}(?:docker|image|container)[^"]{0,60})"\s*:\s*"([^"\s]{1,300})"/gi;
const HUB_PAGE =
  /^(?:https?:\/\/)?(?:hub|registry\.hub)\.docker\.com\/(?:r|repository\/docker|layers)\/([^/]+\/[^/]+).*$/i;

/** The image that a `submission.json` of the course names, with its line. */
export function findSubmittedImages(text: string): readonly ImageMention[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) =>
    [...line.slice(0, 4_000).matchAll(PAIR)].flatMap((pair) => {
      const name = (pair[2] ?? '').replace(HUB_PAGE, '$1');
      return name.includes('/') ? mention(name, index + 1, line) : [];
    }),
  );
}
