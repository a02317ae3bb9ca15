import { shellWords } from './shell-words.ts';

/** A place where a text hands something to an image build: a Dockerfile's path, or the folder that holds a `Dockerfile`. */
export interface DockerfileUse {
  readonly path: string;
  readonly isFolder: boolean;
  /** From 1. */
  readonly line: number;
  readonly quote: string;
}

const MAX_LINE = 4_000;
const MAX_JOINED = 40;

/** What the commands and keys of a README, workflow, compose file or `devcontainer.json` build from, in order. */
export function findDockerfileUses(text: string): readonly DockerfileUse[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.slice(0, MAX_LINE));
  const found: DockerfileUse[] = [];
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index] ?? '';
    const isCommand = BUILDS.test(first);
    const end = isCommand ? lastLineOf(lines, index) : index;
    const uses = isCommand ? builtBy(lines.slice(index, end + 1)) : namedBy(first);
    found.push(...uses.map((use) => ({ ...use, line: index + 1, quote: first.trim() })));
    index = end;
  }
  return found;
}

type Use = Pick<DockerfileUse, 'path' | 'isFolder'>;

const BUILDS = /\b(?:docker|podman|nerdctl|buildah|buildx)\s+(?:build|bud)\b/i;
const KEY =
  /^[\s\-{,]{0,40}"?(dockerfile|file|context|build)"?\s*:\s*["']?([^\s"',#{}]{1,300})["']?\s*,?\s*(?:#.*|})?$/i;

/** `dockerfile: x`, `file: x`, `context: x`, `build: x`, as YAML or JSON. */
function namedBy(line: string): readonly Use[] {
  const pair = KEY.exec(line) ?? /"(dockerfile)"\s*:\s*"([^"$]{1,300})"/i.exec(line);
  if (pair === null || pair[2] === undefined) return [];
  const isFolder = /^(?:context|build)$/i.test(pair[1] ?? '');
  return [{ path: cleaned(pair[2]), isFolder }];
}

/** The index of the line on which a command ends that begins on another. */
function lastLineOf(lines: readonly string[], first: number): number {
  let last = first;
  while (last + 1 < lines.length && last - first < MAX_JOINED && GOES_ON.test(lines[last] ?? '')) last++;
  return last;
}

const GOES_ON = /\\\s{0,9}$/;

const WITH_VALUE =
  /^(?:-[tfo]|--(?:tag|file|build-arg|build-context|target|platform|label|network|progress|secret|ssh|cache-from|cache-to|output|add-host|shm-size|iidfile|builder|attest|annotation|isolation|memory|ulimit))$/;

/** Of a build command: the file behind `-f` or `<`, else the context. */
function builtBy(lines: readonly string[]): readonly Use[] {
  const text = lines
    .map((line) => line.replace(GOES_ON, ' '))
    .join('')
    .slice(0, MAX_LINE);
  const at = text.search(BUILDS);
  // What Markdown closes the command with is no part of it.
  const { commands, redirects } = shellWords(text.slice(at).replace(/[`*]/g, ' '));
  const words = commands[0]?.words ?? [];
  const from = words.findIndex((word) => /^(?:build|bud)$/i.test(word)) + 1;
  let context: string | null = null;
  for (let index = from; index < words.length; index++) {
    const word = words[index] ?? '';
    const file =
      /^(?:--file=|-f=?)(.+)$/.exec(word)?.[1] ?? (/^(?:-f|--file)$/.test(word) ? words[index + 1] : undefined);
    if (file !== undefined) return [{ path: cleaned(file), isFolder: false }];
    if (WITH_VALUE.test(word)) index++;
    else if (!word.startsWith('-')) context ??= word;
  }
  if (redirects[0] !== undefined) return [{ path: cleaned(redirects[0]), isFolder: false }];
  return context === null ? [] : [{ path: cleaned(context), isFolder: true }];
}

const cleaned = (path: string): string => path.replace(/^(?:\.\/)+/, '').replace(/[/.,;:)]+$/, '');
