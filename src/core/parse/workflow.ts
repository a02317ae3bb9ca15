import { findImageMentions, type ImageMention } from './image-mentions.ts';

const ENVIRONMENT_LINE = /^\s*([A-Za-z_][A-Za-z0-9_]{0,60}):\s*["']?([^\s"'#][^"'#]{0,200}?)["']?\s*(?:#.*)?$/;
const MAX_LINE = 4_000;
const EXPRESSION = /\$\{\{([^{}]{1,200})\}\}/g;
/** Where a workflow names what it publishes: inputs of docker/build-push-action and docker/metadata-action, and docker's own commands. */
const PUBLISHES = /^\s*-?\s*(?:tags|images)\s*:|\bdocker\s+(?:push|tag|build|buildx)\b/;
const OPENS_LIST = /^(\s*)(?:tags|images)\s*:\s*[|>]?[-+]?\s*$/;

/**
 * The images that a GitHub Actions workflow publishes on a registry, with `${{ github.repository }}` and the file's own
 * `env` values put in. Tags made of expressions are left out: which ones appear is not told by the file alone.
 */
export function findPublishedImages(
  text: string,
  repository: { owner: string; name: string },
): readonly ImageMention[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.slice(0, MAX_LINE));
  const values = valuesOf(lines, repository);
  let listIndent: number | null = null;
  return lines.flatMap((line, index) => {
    const indent = line.length - line.trimStart().length;
    if (listIndent !== null && line.trim() !== '' && indent <= listIndent) listIndent = null;
    const isPublishing = listIndent !== null || PUBLISHES.test(line);
    const opened = OPENS_LIST.exec(line);
    if (opened !== null) listIndent = (opened[1] ?? '').length;
    if (!isPublishing) return [];
    return findImageMentions(substitute(line, values)).map((mention) => ({
      ...mention,
      line: index + 1,
      quote: line.trim(),
    }));
  });
}

function valuesOf(
  lines: readonly string[],
  { owner, name }: { owner: string; name: string },
): ReadonlyMap<string, string> {
  const values = new Map([
    ['github.repository', `${owner}/${name}`],
    ['github.repository_owner', owner],
    ['github.actor', owner],
    ['github.event.repository.name', name],
  ]);
  for (const line of lines) {
    const pair = ENVIRONMENT_LINE.exec(line.slice(0, 400));
    if (pair !== null) values.set(`env.${pair[1]}`, substitute(pair[2] ?? '', values));
  }
  return values;
}

function substitute(text: string, values: ReadonlyMap<string, string>): string {
  const known = text.replace(EXPRESSION, (all, name: string) => values.get(name.trim()) ?? all);
  return known.replace(/:\$\{\{[^{}]{1,200}\}\}/g, '').replace(/:\$\{?[A-Za-z_][A-Za-z0-9_]{0,60}\}?/g, '');
}
