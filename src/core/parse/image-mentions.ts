import { type ImageReference, parseImageReference } from '../model/image-reference.ts';
import { continuedLines } from './continued-lines.ts';
import { ownArguments } from './shell-words.ts';

/** An image that a text names, with the line (from 1) it stands on. */
export interface ImageMention {
  readonly reference: ImageReference;
  readonly line: number;
  readonly quote: string;
  /** What was put right in reading it: capitals, a scheme. */
  readonly notes: readonly string[];
  /** Whether a command that runs, pulls, pushes or launches an image stands with it. */
  readonly isStarted: boolean;
}

const MAX_LINE = 4_000;
const PATH_PART = '[A-Za-z0-9][A-Za-z0-9._-]{0,127}';

/** Forms that name an image wherever they stand. The first group is the reference, a second its tag; of two at one place the first counts. */
const ANYWHERE: readonly { readonly form: RegExp; readonly prefix: string }[] = [
  {
    form: new RegExp(`\\bghcr\\.io/((?:${PATH_PART}/){1,4}${PATH_PART}(?::[\\w.-]+)?(?:@sha256:[0-9a-f]{64})?)`, 'gi'),
    prefix: 'ghcr.io/',
  },
  { form: new RegExp(`\\bdocker\\.io/((?:${PATH_PART}/){1,3}${PATH_PART}(?::[\\w.-]+)?)`, 'gi'), prefix: 'docker.io/' },
  {
    form: new RegExp(`\\bhub\\.docker\\.com/layers/(${PATH_PART}/${PATH_PART})/([\\w.-]{1,128})(?=/images/)`, 'gi'),
    prefix: 'docker.io/',
  },
  {
    form: new RegExp(`\\bhub\\.docker\\.com/(?:r|repository/docker|layers)/(${PATH_PART}/${PATH_PART})`, 'gi'),
    prefix: 'docker.io/',
  },
];

const GITHUB_PACKAGE = new RegExp(`\\bgithub\\.com/(${PATH_PART})/${PATH_PART}/pkgs/container/(${PATH_PART})`, 'gi');

/** `launch*.sh -i IMAGE`, `docker://IMAGE` as singularity takes it. The first group is the reference. */
const BEHIND = [
  /\blaunch[\w-]{0,40}\.sh\b[^\n]{0,400}?\s-i\s+([^\s`"'()]{1,400})/gi,
  /\bdocker:\/\/([^\s`"'()]{1,400})/gi,
];
/** `docker pull IMAGE`: the words behind it. */
const COMMAND = /\b(?:docker|podman|nerdctl)\s+(?:image\s+)?(?:run|pull|push)\s+([^\n`|;&]{1,600})/gi;
/** Options of `docker run` that take the next word as their value; `--option=value` needs no list. */
const RUN_OPTION_WITH_VALUE =
  /^(?:-[veplwumh]|--(?:volume|publish|env|env-file|label|workdir|user|memory|hostname|name|gpus|mount|platform|cpus|entrypoint|network|net|shm-size|runtime|device|add-host|ulimit|restart|pull))$/;
/** Of Docker Hub `owner/name` alone; of another registry all that stands behind its host. */
const NAME = new RegExp(
  `^(?:${PATH_PART}/${PATH_PART}|(?:[a-z0-9-]{1,63}\\.){1,5}[a-z]{2,20}(?::\\d{1,5})?(?:/${PATH_PART}){1,5})(?:[:@].*)?$`,
  'i',
);

/** What stands in for a name in instructions: `<user>`, `[user]`, `$USER`, `your-name`, `OWNER/IMAGE`. */
const PLACEHOLDER =
  /[<>[\]{}$]|\bexample\.(?:com|org|net)\b|your[_-]|user-?name|^(?:owner|user|org|organization|example|xxx|my[_-]?(?:user|name|org|account|github|docker)[\w-]*)\//i;

/**
 * The images that a text names, in order; placeholders are left out. A line is read up to 4,000 characters; a command that
 * goes on over several lines (`\\` at their ends) is read as one, and each image has the line it stands on.
 */
export function findImageMentions(text: string): readonly ImageMention[] {
  return continuedLines(text, MAX_LINE).flatMap(({ first, parts }) => mentionsOf(parts, first + 1));
}

const STARTED =
  /\b(?:docker|podman)\s+(?:run|pull|push)\b|\blaunch[\w-]{0,40}\.sh\b|\b(?:singularity|apptainer)\s+(?:pull|build|run|exec|shell)\b/i;

/** What every form of a mention has in it; most lines have none of these. */
const MAY_NAME = /ghcr\.io|docker|podman|nerdctl|launch|pkgs\/container/i;

function mentionsOf(lines: readonly string[], first: number): readonly ImageMention[] {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    text += line;
  }
  if (!MAY_NAME.test(text)) return [];
  const found = [...anywhere(text), ...githubPackages(text), ...behind(text), ...behindCommand(text)];
  const isStarted = STARTED.test(text);
  return found
    .sort((one, other) => one.at - other.at)
    .filter(({ at }, index, sorted) => at !== sorted[index - 1]?.at)
    .flatMap(({ name, at }) => {
      const index = starts.findLastIndex((start) => start <= at);
      return mention(name, first + index, lines[index] ?? '', isStarted);
    });
}

/** A name as a mention, unless it is a placeholder or no image name; without a registry it is Docker Hub's. */
export function mention(name: string, line: number, text: string, isStarted = false): readonly ImageMention[] {
  if (PLACEHOLDER.test(name) || PLACEHOLDER.test(name.replace(/^[\w-]{1,63}\.[^/]{1,200}\//, ''))) return [];
  const parsed = parseImageReference(name.replace(/[.:]+$/, ''));
  return parsed.ok ? [{ reference: parsed.reference, line, quote: text.trim(), notes: parsed.notes, isStarted }] : [];
}

interface Found {
  readonly name: string;
  /** Offset of the name, or of the address that holds it. */
  readonly at: number;
}

const AFTER_NAME = /^(?:[\w.-]*[A-Za-z0-9]|[/:]?[<[{$]|@\w|[:@]?\p{Cf})/u;
const AFTER_TAG = /^(?:[\w.-]*[A-Za-z0-9]|\/\w|[/:]?[<[{$]|@\w|[:@]?\p{Cf})/u;

const anywhere = (text: string): readonly Found[] =>
  ANYWHERE.flatMap(({ form, prefix }) =>
    [...text.matchAll(form)].flatMap((match) =>
      // What goes on with a placeholder (`ghcr.io/owner/<name>`), or otherwise than a name does, names nothing.
      (match[1]?.includes(':') ? AFTER_TAG : AFTER_NAME).test(text.slice(match.index + match[0].length))
        ? []
        : [{ name: `${prefix}${match[1]}${match[2] === undefined ? '' : `:${match[2]}`}`, at: match.index }],
    ),
  );

const githubPackages = (text: string): readonly Found[] =>
  (text.includes('/pkgs/container/') ? [...text.matchAll(GITHUB_PACKAGE)] : []).map((match) => ({
    name: `ghcr.io/${match[1]}/${match[2]}`,
    at: match.index,
  }));

const behind = (text: string): readonly Found[] =>
  BEHIND.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => nameIn(match[1] ?? '', match.index + match[0].indexOf(match[1] ?? ''))),
  );

const behindCommand = (text: string): readonly Found[] =>
  [...text.matchAll(COMMAND)].flatMap((match) => {
    const words = match[1] ?? '';
    const name = runImage(words.split(/\s+/)) ?? '';
    return nameIn(name, match.index + match[0].length - words.length + words.indexOf(name));
  });

/** The name in a word that may be in quotes or end a sentence; without a registry it is Docker Hub's. */
function nameIn(word: string, at: number): readonly Found[] {
  const name = word
    .replace(/<\/.*$/, '')
    .replace(/^["'(*]{1,3}/, '')
    .replace(/["'),.;:*。,)]{1,6}$/, '');
  return NAME.test(name) ? [{ name, at: at + word.indexOf(name) }] : [];
}

/** The image among the words behind `docker run` or `docker pull`, or null. */
export const runImage = (words: readonly string[]): string | null =>
  ownArguments(words, RUN_OPTION_WITH_VALUE)[0] ?? null;
