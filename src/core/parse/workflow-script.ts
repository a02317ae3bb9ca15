import { continuedLines } from './continued-lines.ts';
import { isOpaque } from './opaque-command.ts';
import { ownArguments, type SimpleCommand, shellWords } from './shell-words.ts';
import { imageOf, isOwnToken, type JobReading, placeOf, type StepDeed, type WorkflowLine } from './workflow-deed.ts';
import { takeAssignment, withVariables } from './workflow-values.ts';

const MAX_LINE = 4_000;
const DOCKER = /\b(?:docker|podman|buildah|nerdctl)\b/;
const MAY_BE_SCRIPT = /\bmake\b|\.\/|\bsh\b|\bsource\b/;
const WITH_VALUE =
  /^(?:-[tfoup]|--(?:tag|file|build-arg|target|platform|label|cache-from|cache-to|output|username|password|secret|builder|iidfile))$/;

/** What the commands of a script do with images. Its variables are followed from line to line. */
export function deedsOfScript(script: string, line: number, id: string, job: JobReading): readonly StepDeed[] {
  job.scripts.left -= script.length;
  if (job.scripts.left < 0) return [];
  const values = new Map(job.values);
  return continuedLines(script, MAX_LINE).flatMap(({ first, parts }) => {
    const written = parts.join('');
    takeAssignment(written, id, values, job.values);
    if (!DOCKER.test(written) && !MAY_BE_SCRIPT.test(written)) return [];
    const at = placeOf((parts[0] ?? '').trim(), line + first, job.lines);
    const text = withVariables(written, values);
    job.scripts.left -= text.length;
    if (job.scripts.left < 0) return [];
    return shellWords(text).commands.flatMap((command) => deedOfCommand(command, text, at));
  });
}

function deedOfCommand({ words: all, operator }: SimpleCommand, text: string, at: WorkflowLine): readonly StepDeed[] {
  const words = all[0] === 'sudo' ? all.slice(1) : all;
  // What a script of the project does is not read: it may log in or push.
  if (isOpaque({ words, operator, call: null })) return [{ does: 'unseen', ...at }];
  if (!DOCKER.test(words[0] ?? '')) return [];
  const [verb = '', ...named] = ownArguments(words.slice(1), WITH_VALUE).filter(
    (word) => !/^(?:image|buildx|imagetools|builder|compose|manifest)$/.test(word),
  );
  const images = (names: readonly string[]) => names.map((name) => imageOf(name, at));
  switch (verb) {
    case 'login':
      return [{ does: 'login', registry: named[0] ?? 'docker.io', isOwnToken: isOwnToken(text), ...at }];
    case 'push':
      return [{ does: 'push', images: images(named.slice(0, 1)), ...at }];
    case 'tag':
      return [{ does: 'tag', images: images(named.slice(1, 2)), ...at }];
    case 'create':
      // `docker buildx create` makes a builder, `docker create` a container.
      return words.includes('imagetools') ? [{ does: 'push', images: images(tagsAmong(words)), ...at }] : [];
    case 'bake':
      return [{ does: 'unseen', ...at }];
    case 'build': {
      const isPushed = words.some((word) => /^--push$|type=registry|push=true/.test(word));
      return [{ does: isPushed ? 'push' : 'build', images: images(tagsAmong(words)), ...at }];
    }
    default:
      return [];
  }
}

const tagsAmong = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, index) => {
    if (/^(?:-t|--tag)$/.test(word)) return words[index + 1] ?? [];
    return /^(?:-t=?|--tag=)(.+)$/.exec(word)?.[1] ?? [];
  });
