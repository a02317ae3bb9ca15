import { runImage } from '../parse/image-mentions.ts';
import type { SimpleCommand } from '../parse/shell-words.ts';
import type { CommandPlace } from '../parse/written-commands.ts';
import {
  codeTools,
  type EnvironmentTool,
  fileHandlers,
  interpreters,
  othersScripts,
  runningCommands,
  serviceImages,
  toolModules,
} from '../tables/command-purposes.ts';
import { INTERPRETED_SOURCE as SOURCE } from '../tables/source-languages.ts';
import { recreates } from './recreating-command.ts';
import { fileName } from './tree.ts';

/** What of a repository decides whether a command is its own. All names are lower case. */
export interface OwnNames {
  /** The repository's name and those of its packages, as commands. */
  readonly programs: ReadonlySet<string>;
  /** What a word alone on a line runs: the commands that its package brings, and its files of Python without their ending. */
  readonly scripts: ReadonlySet<string>;
  /** What its Python code may import of itself. */
  readonly modules: ReadonlySet<string>;
  /** Names of its files, without their folders. */
  readonly files: ReadonlySet<string>;
  /** Names of the folders that hold code. */
  readonly folders: ReadonlySet<string>;
  /** Whether it is a page that a browser shows as it is. */
  readonly isWebPage: boolean;
  /** How many notebooks it has. */
  readonly notebooks: number;
  /** Whether an image is somebody else's: a base, or a service. */
  readonly isOthersImage: (image: string) => boolean;
}

/** What a command is for. */
export interface Purpose {
  readonly runsOwnCode: boolean;
  /** The tool by which it recreates an environment, or null. */
  readonly recreatesWith: EnvironmentTool | null;
  /** Whether it builds an image on the reader's own machine. */
  readonly buildsImage: boolean;
}

const INSTALLS = /(?:^|\/)(?:setup\.py|(?:install|set_?up|requirements|libraries)[\w-]*\.(?:sh|r|jl|bat|ps1))$/i;

const NOTHING: Purpose = { runsOwnCode: false, recreatesWith: null, buildsImage: false };

/** What one command does. In a sentence only what names a file, a package or an image counts. */
export function purposeOf({ words: all }: SimpleCommand, place: CommandPlace, own: OwnNames): Purpose {
  const words = withoutWrappers(all);
  const asksHelp = words.length < 4 && words.some((word) => /^(?:--version|--help|-h|-V)$/.test(word));
  const text = words.join(' ').slice(0, 1_000);
  if (asksHelp || words[1] === '=' || words[1] === ':=') return NOTHING;
  const isPlain = place === 'plain';
  return {
    runsOwnCode:
      runsFile(words, own) ||
      runsImage(words, own) ||
      (place === 'code' && words.length === 1 && own.scripts.has(text.toLowerCase())) ||
      (!isPlain &&
        (runsTask(all, words, own) ||
          takesOwnCode(words, own) ||
          runsByItself(words, text, own) ||
          importsOwn(text, own))),
    recreatesWith:
      recreates(words, text, own.files, isPlain) ??
      (all === words ? null : recreates(all, all.join(' ').slice(0, 1_000), own.files, isPlain)),
    buildsImage:
      /^(?:docker|podman) (?:buildx |image )?build\b|^(?:docker|podman)[- ]compose .{0,80}\b(?:build|up)\b/.test(text),
  };
}

const WRAPPERS =
  /^(?:sudo|time|nohup|exec|srun|command|winpty|env|do|then|xargs|!|%|poetry run|pipenv run|uv run|pixi run|conda run|micromamba run|mamba run|rye run|pdm run|hatch run|xvfb-run)$/;

/** The command that others start: without settings of variables, `sudo`, `poetry run`, `conda run -n x`. */
export function withoutWrappers(words: readonly string[]): readonly string[] {
  let rest = words;
  for (let rounds = 0; rounds < 6; rounds++) {
    const [first = '', second = ''] = rest;
    const length = WRAPPERS.test(first)
      ? 1
      : WRAPPERS.test(`${first} ${second}`)
        ? 2
        : /^(?:export )?[A-Za-z_]\w{0,60}=/.test(first)
          ? 1
          : 0;
    if (length === 0) break;
    rest = rest.slice(length);
    while (length === 2 && rest[0]?.startsWith('-'))
      rest = rest.slice(/^-(?:n|p|-name|-with|-python|e|-environment)$/.test(rest[0]) ? 2 : 1);
  }
  const [program, ...more] = rest;
  if (program === undefined) return words;
  const bare = program
    .replace(/^[!%](?=\w)/, '')
    .replace(/^\S*\/(?:bin|Scripts)\/(?=(?:python|py|pip|jupyter|conda|mamba|Rscript|julia|pytest)[\w.-]{0,20}$)/i, '')
    .replace(/\.exe$/, '');
  return bare === program && rest === words ? words : [bare, ...more];
}

/** `python run.py`, `./test.sh`, `Rscript a.R`, `run.py all`, `jupyter lab`: a file of code, or the notebooks. */
function runsFile([program = '', ...words]: readonly string[], own: OwnNames): boolean {
  const isCode = (word: string) => {
    const path = word.replace(/[.,;:!?]+$/, '');
    return SOURCE.test(path) && !INSTALLS.test(path) && !othersScripts.test(path) && !/^(?:https?:|\$\()/.test(path);
  };
  if (/^\.{1,2}\//.test(program))
    return isCode(program) || (own.files.has(fileName(program).toLowerCase()) && !/\.\w{1,6}$/.test(program));
  if (isCode(program)) return words.length > 0 && own.files.has(fileName(program).toLowerCase());
  return interpreters.test(program) && words.some(isCode) && words[1] !== 'pip';
}

/** `horovodrun -np 4 python main.py`, `locust -f main.py`: whatever takes a file of code and is not known to leave it as it is. */
const takesOwnCode = ([program = '', ...words]: readonly string[], own: OwnNames): boolean =>
  /^[a-z][a-z\d+_-]{1,30}$/.test(program) &&
  !fileHandlers.test(program) &&
  !codeTools.test(program) &&
  words.some((word) => SOURCE.test(word) && !INSTALLS.test(word) && own.files.has(fileName(word).toLowerCase()));

/** `pixi run train`, `uv run main.py`: a task, a program or a file of the project. */
function runsTask(all: readonly string[], words: readonly string[], own: OwnNames): boolean {
  const [task = ''] = words;
  if (all === words || !/^(?:uv|poetry|pdm|hatch|pixi|rye|pipenv) run /.test(all.join(' ').slice(0, 20))) return false;
  return /\.\w{1,5}$/.test(task)
    ? own.files.has(fileName(task).toLowerCase())
    : /^[a-z][\w:-]{0,80}$/i.test(task) && !codeTools.test(task) && !interpreters.test(task);
}

/** Commands that run the project's code without naming a file of it. */
function runsByItself(words: readonly string[], text: string, own: OwnNames): boolean {
  const [program = '', first = '', second = ''] = words;
  if (runningCommands.test(text)) return true;
  if (/^python[\d.]*$/.test(program) && first === '-m')
    return !toolModules.has((second.split('.')[0] ?? '').toLowerCase()) && second !== '';
  if (/^python[\d.]*$/.test(program) && !first.startsWith('-'))
    return own.modules.has(first.replace(/\/$/, '').toLowerCase());
  if (/^python[\d.]*$/.test(program) && first === '-c') return importsOwn(second, own);
  if (program === 'just' && own.files.has('justfile')) return true;
  if (/^g?make$/.test(program))
    return !/^-?-?(?:sure|clean|help)$/.test(first) && recreates(words, text, own.files, false) === null;
  if (/^jupyter(?:-notebook|-lab)?$/.test(program))
    return own.notebooks > 0 && !/^(?:nbextension|labextension|kernelspec|server)$/.test(first);
  if (/\b(?:source|render|knit|runApp|tar_make|r_make|include)\(["']?[^)]{0,200}\)/.test(text))
    return !/install|librar|requirements/i.test(text);
  return words.length > 1 && own.programs.has(program.toLowerCase());
}

const importsOwn = (text: string, own: OwnNames): boolean => {
  const name = /^(?:from|import) ([A-Za-z_]\w{0,60})/.exec(text)?.[1]?.toLowerCase();
  return name !== undefined && own.modules.has(name);
};

/** `docker run` of an image that is neither a base nor a service, and `docker compose up`. */
function runsImage(words: readonly string[], own: OwnNames): boolean {
  if (/^(?:docker|podman)[- ]compose (?:\S+ ){0,6}?(?:up|run)\b/.test(words.slice(0, 9).join(' '))) return true;
  const image = /^(?:docker|podman)$/.test(words[0] ?? '') && words[1] === 'run' ? runImage(words.slice(2)) : null;
  return image !== null && !serviceImages.test(image) && !own.isOthersImage(image) && /^[\w<[{$]/.test(image);
}
