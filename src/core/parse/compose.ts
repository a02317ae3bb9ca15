import { type ImageMention, mention } from './image-mentions.ts';
import { pairsOf, parseYaml, valueUnder } from './yaml.ts';

/**
 * The images of a compose file that are the project's own: those that it also builds, and those of the repository's owner.
 * The others (databases, tools) are only used.
 */
export function findComposeImages(text: string, owner: string): readonly ImageMention[] {
  const parsed = parseYaml(text);
  const root = parsed.ok ? parsed.documents[0] : undefined;
  return pairsOf(valueUnder(root, 'services')).flatMap(({ value: service }) => {
    const image = valueUnder(service, 'image');
    if (image?.kind !== 'scalar') return [];
    const isBuilt = valueUnder(service, 'build') !== undefined;
    return mention(image.value, image.line, `image: ${image.value}`).filter(
      ({ reference }) => isBuilt || reference.path.split('/')[0] === owner.toLowerCase(),
    );
  });
}
