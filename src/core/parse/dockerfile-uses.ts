import { shellWords } from './shell-words.ts';

/** A place where a text hands something to an image build: a Dockerfile's path, or the folder that holds a `Dockerfile`. */
export interface DockerfileUse {
  readonly path: string;
  readonly isFolder: boolean;
  /** The folder that is handed over as the context, where the text tells one. */
  readonly context: string | null;
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
    const uses = isCommand ? builtBy(lines.slice(index, end + 1)) : namedBy(lines, index);
    found.push(...uses.map((use) => ({ ...use, line: index + 1, quote: first.trim() })));
    index = end;
  }
  return found;
}

type Use = Pick<DockerfileUse, 'path' | 'isFolder' | 'context'>;

const BUILDS = /\b(?:docker|podman|nerdctl|buildah|buildx)\s+(?:build|bud)\b/i;
const KEY =
  /^[\s\-{,]{0,40}"?(dockerfile|file|context|build)"?\s*:\s*["']?([^\s"',#{}]{1,300})["']?\s*,?\s*(?:#.*|})?$/i;

/** `dockerfile: x`, `file: x`, `context: x`, `build: x`, as YAML or JSON; a file with the context that stands beside it. */
function namedBy(lines: readonly string[], index: number): readonly Use[] {
  const line = lines[index] ?? '';
  const pair = KEY.exec(line) ?? /"(dockerfile)"\s*:\s*"([^"$]{1,300})"/i.exec(line);
  if (pair === null || pair[2] === undefined) return [];
  const path = cleaned(pair[2]);
  if (/^(?:context|build)$/i.test(pair[1] ?? '')) return [{ path, isFolder: true, context: path }];
  const beside = /"context"\s*:\s*"([^"$]{1,300})"/i.exec(line)?.[1] ?? contextBeside(lines, index);
  return [{ path, isFolder: false, context: beside === undefined ? null : cleaned(beside) }];
}

const NEAR = 8;
const indentOf = (line: string): number => line.search(/[^\s-]/);

/** The `context:` of the same block: up or down from a line to where the indentation gets smaller. */
function contextBeside(lines: readonly string[], index: number): string | undefined {
  const indent = indentOf(lines[index] ?? '');
  for (const step of [-1, 1])
    for (let at = index + step; Math.abs(at - index) <= NEAR; at += step) {
      const line = lines[at];
      if (line === undefined || (line.trim() !== '' && indentOf(line) < indent)) break;
      const pair = indentOf(line) === indent ? KEY.exec(line) : null;
      if (pair?.[1]?.toLowerCase() === 'context') return pair[2];
    }
  return undefined;
}

/** The index of the line on which a command ends that begins on another. */
function lastLineOf(lines: readonly string[], first: number): number {
  let last = first;
  while (last + 1 < lines.length && last - first < MAX_JOINED && GOES_ON.test(lines[last] ?? '')) last++;
  return last;
}

const GOES_ON = /\\\s{0,9}$/;

/** What a workflow puts in; its blanks part no words. */
const EXPRESSION = /\$\{\{[^{}]{0,200}\}\}/g;

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
  const { commands, redirects } = shellWords(text.slice(at).replace(EXPRESSION, 'X').replace(/[`*]/g, ' '));
  const words = commands[0]?.words ?? [];
  const from = words.findIndex((word) => /^(?:build|bud)$/i.test(word)) + 1;
  let [context, file]: [string | null, string | null] = [null, null];
  for (let index = from; index < words.length; index++) {
    const word = words[index] ?? '';
    const named =
      /^(?:--file=|-f=?)(.+)$/.exec(word)?.[1] ?? (/^(?:-f|--file)$/.test(word) ? words[index + 1] : undefined);
    file ??= named ?? null;
    if (WITH_VALUE.test(word)) index++;
    else if (!word.startsWith('-')) context ??= cleaned(word);
  }
  file ??= redirects[0] ?? null;
  if (file !== null) return [{ path: cleaned(file), isFolder: false, context }];
  return context === null ? [] : [{ path: context, isFolder: true, context }];
}

/** Without what a sentence ends with; `.` and `./` are the folder itself: nothing. */
function cleaned(path: string): string {
  const bare = path
    .replace(/[,;:)/]{1,9}$/, '')
    .replace(/(?<=\w)\.{1,3}$/, '')
    .replace(/^(?:\.\/)+/, '');
  return bare === '.' ? '' : bare;
}
