import { runImage } from '../parse/image-mentions.ts';
import { ownArguments } from '../parse/shell-words.ts';
import type { WrittenCommand } from '../parse/written-commands.ts';
import { BUILD_OPTION, buildWords } from './build-files.ts';
import { withoutWrappers } from './command-purpose.ts';
import { isStandIn } from './readme-folders.ts';

/** What a shell or program would not take as it is meant, and the line as it should be. */
export interface LineFault {
  readonly is: string;
  readonly corrected: string;
}

type Fault = LineFault | null;

/** What is wrong with a line, the first fault only. `own` are the names of the repository’s files. */
export function faultOf(written: WrittenCommand, own: ReadonlySet<string>): Fault {
  const text = written.text
    .replace(/\s#\s.*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const words = withoutWrappers(written.commands[0]?.words ?? []);
  return (
    dashes(text) ??
    quotes(text) ??
    splitOption(text, words) ??
    oneDash(text, words) ??
    comparison(text, words) ??
    withoutOption(text, words) ??
    withoutContext(text, words, written.quote) ??
    capitals(text, words) ??
    launchOption(text, words, own)
  );
}

/** `–n` as a word processor writes it; two letters and more are a long option. */
function dashes(text: string): Fault {
  const corrected = text.replace(/(?<=\s)(?:[–—]{1,2}|-[–—])(?=([A-Za-z][\w-]{0,40}))/g, (_all, name: string) =>
    name.length === 1 || /^i?t$|^ti$|^rm$/.test(name) ? (name === 'rm' ? '--' : '-') : '--',
  );
  return corrected === text ? null : { is: 'A long dash is no sign of an option', corrected };
}

function quotes(text: string): Fault {
  const bare = text.replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length));
  if (!/[“”„]|‘[^’]*’/.test(bare)) return null;
  return { is: 'Curly quotes are no quotes to a shell', corrected: text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'") };
}

const INSTALLS = /^(?:pip[\d.]*|conda|mamba|micromamba|uv|poetry|pipenv|python[\d.]*)$/;

/** `pip install a>=1.0` writes into a file named `=1.0`. */
function comparison(text: string, words: readonly string[]): Fault {
  if (!INSTALLS.test(words[0] ?? '') || !/\s(?:install|create|add)\s/.test(text)) return null;
  const pieces = text.split(/("[^"]*"|'[^']*')/);
  const corrected = pieces
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(
            /(?<=\s)([A-Za-z][\w.-]{0,80}(?:\[[\w,-]{0,80}\])?) ?((?:[<>]=?|[=!~]=) ?\d[\w.*]{0,30}(?:, ?[<>=!~]{1,2} ?\d[\w.*]{0,30}){0,4})(?=\s|$)/g,
            (all, name: string, version: string) =>
              /[<>]/.test(version) ? `"${name}${version.replaceAll(' ', '')}"` : all,
          ),
    )
    .join('');
  return corrected === text ? null : { is: 'A shell takes an unquoted > or < as a file to write or read', corrected };
}

const SPLIT =
  /(?<=\s)(-{1,2})\s+(?=(platform|name|file|tag|rm|it|yes|build-arg|env|volume|upgrade|user|requirement|prefix|channel)(?:\s|=|$))/g;

/** `- platform`, `-- yes`: what a blank makes of an option. */
function splitOption(text: string, words: readonly string[]): Fault {
  if (!/^(?:docker|podman|conda|mamba|pip[\d.]*)$/.test(words[0] ?? '') || /\s(?:run|exec)\s.*\s--\s/.test(text))
    return null;
  const corrected = text.replace(SPLIT, (_all, _dash, name: string) => (name === 'it' ? '-' : '--'));
  return corrected === text ? null : { is: 'A blank parts a dash from its option', corrected };
}

/** `-platform`: Docker takes it for one-letter options in a row, and no long one of these can be meant so. */
function oneDash(text: string, words: readonly string[]): Fault {
  if (!/^(?:docker|podman)$/.test(words[0] ?? '') || !/^(?:run|build|pull|buildx)$/.test(words[1] ?? '')) return null;
  const corrected = text.replace(/(?<=\s)-(?=(?:platform|name|rm|build-arg|gpus)(?:\s|=|$))/, '--');
  return corrected === text ? null : { is: 'A long option of Docker has two dashes', corrected };
}

/** `pip install requirements.txt` looks for a package of this name. */
function withoutOption(text: string, words: readonly string[]): Fault {
  const at =
    words[0]?.startsWith('pip') && words[1] === 'install'
      ? 2
      : words[1] === '-m' && words[2] === 'pip' && words[3] === 'install'
        ? 4
        : -1;
  if (at === -1) return null;
  const file = ownArguments(words.slice(at), /^-(?:r|c|e|t|f|-requirement|-constraint|-target|-find-links)$/).find(
    (word) => /^[\w./-]{1,100}\.txt$/.test(word),
  );
  return file === undefined
    ? null
    : { is: `pip takes ${file} for a package: -r is missing`, corrected: text.replace(file, () => `-r ${file}`) };
}

function withoutContext(text: string, words: readonly string[], quote: string): Fault {
  const build = buildWords(words);
  // The dot at the end of a line may have been taken for that of a sentence.
  const isCut =
    /\.\.\.|…|[<>]/.test(text) || quote.includes(`${text} .`) || quote.trim().endsWith('\\') || / - ?$/.test(text);
  if (
    build === null ||
    isCut ||
    !build.some((word) => word.startsWith('-')) ||
    build.some((word) => /^--?h(?:elp)?$|^-$/.test(word))
  )
    return null;
  // `bake` and other forms take none.
  return ownArguments(build, BUILD_OPTION).length > 0
    ? null
    : { is: 'docker build needs a folder to build from', corrected: `${text} .` };
}

/** Docker refuses capitals in the name of an image; its tag may have them. */
function capitals(text: string, words: readonly string[]): Fault {
  if (!/^(?:docker|podman)$/.test(words[0] ?? '')) return null;
  for (const image of imagesIn(words)) {
    const name = image.replace(/(?::[^/:]*|@.*)$/, '');
    // What is all capitals stands in for a name.
    const isName =
      /^[\w./-]+$/.test(name) &&
      !isStandIn(name) &&
      !name.split('/').some((part) => part === part.toUpperCase() && /[A-Z]/.test(part));
    if (isName && /[A-Z]/.test(name) && !/^[A-Z]:/.test(image))
      return {
        is: `Docker refuses capitals in the name ${name}`,
        corrected: lowered(text, image, name),
      };
  }
  return null;
}

/** The name in small letters, where it stands as a word. */
const lowered = (text: string, image: string, name: string): string =>
  text
    .split(/(\s+|=)/)
    .map((word) => (word === image ? image.replace(name, () => name.toLowerCase()) : word))
    .join('');

function imagesIn(words: readonly string[]): readonly string[] {
  const build = buildWords(words);
  if (build !== null)
    return build.flatMap((word, index) =>
      /^(?:-t|--tag)$/.test(build[index - 1] ?? '') ? [word] : /^--tag=/.test(word) ? [word.slice(6)] : [],
    );
  if (words[1] === 'tag') return words.slice(2, 4);
  const image = /^(?:run|pull|push|create)$/.test(words[1] ?? '') ? runImage(words.slice(2)) : null;
  return image === null ? [] : [image];
}

/** Of launch scripts: `-P` takes its words in exact case, and there are no options of two dashes. */
function launchOption(text: string, words: readonly string[], own: ReadonlySet<string>): Fault {
  const script = /(?:^|\/)(launch[\w-]{0,40}\.sh)$/.exec(words[0] ?? '')?.[1];
  if (script === undefined || own.has(script.toLowerCase())) return null;
  const end = words.indexOf('--');
  const options = end === -1 ? words : words.slice(0, end);
  const policy = options[options.indexOf('-P') + 1] ?? '';
  const right = options.includes('-P') ? POLICIES.find((one) => one.toLowerCase() === policy.toLowerCase()) : undefined;
  if (right !== undefined && right !== policy)
    return { is: `-P takes ${right} in these letters`, corrected: text.replace(/(?<=\s-P\s+)\w+/, right) };
  const long = options.find((word) => /^--image(?:=|$)/.test(word));
  return long === undefined
    ? null
    : { is: `${script} has no option --image`, corrected: text.replace(/--image(?:=|\s+)/, '-i ') };
}

const POLICIES = ['Always', 'IfNotPresent', 'Never'];
