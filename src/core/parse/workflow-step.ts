import { continuedLines } from './continued-lines.ts';
import { ownArguments, shellWords } from './shell-words.ts';
import { predictedTags } from './workflow-tags.ts';
import type { WorkflowTriggers } from './workflow-triggers.ts';
import { takeAssignment, withValues, withVariables } from './workflow-values.ts';
import { valueUnder, type YamlNode } from './yaml.ts';

/** A line of the workflow, from 1. */
export interface WorkflowLine {
  readonly line: number;
  readonly quote: string;
}

/** An image that a step names; what only a run tells stands in angle brackets. `name` is as written, capitals included. */
export interface StepImage extends WorkflowLine {
  readonly name: string;
  /** The tag where it is written out. */
  readonly tag: string | null;
  readonly tags: readonly string[];
  /** Whether docker/metadata-action made it, which lowers capitals. */
  readonly isMade: boolean;
}

/** A step, or a command of it, that builds or pushes images or gives them a further name. */
export interface ImageDeed extends WorkflowLine {
  readonly does: 'build' | 'push' | 'tag';
  readonly images: readonly StepImage[];
  /** It pushes, and no input says under what name. */
  readonly lacksTag?: true;
}

/** `isOwnToken`: with the token that GitHub gives to the run itself. */
export interface Login extends WorkflowLine {
  readonly does: 'login';
  readonly registry: string;
  readonly isOwnToken: boolean;
}

/** An action that Reprise does not know: it may log in or push. */
interface UnseenDeed extends WorkflowLine {
  readonly does: 'unseen';
}

export type StepDeed = ImageDeed | Login | UnseenDeed;

/** What the steps of one job have told so far. */
export interface JobReading {
  readonly lines: readonly string[];
  readonly triggers: WorkflowTriggers;
  readonly values: Map<string, string>;
  /** What docker/metadata-action made, by the step's id. */
  readonly made: Map<string, readonly StepImage[]>;
  /** How many characters of scripts may still be read: aliases repeat them. */
  readonly scripts: { left: number };
}

/** The deeds of a step, in order; the job's values grow by what it sets. */
export function deedsOf(step: YamlNode, job: JobReading): readonly StepDeed[] {
  const uses = textUnder(step, 'uses');
  const run = valueUnder(step, 'run');
  if (textUnder(step, 'if') === 'false') return [];
  if (run?.kind === 'scalar') return deedsOfScript(run.value, run.line, textUnder(step, 'id'), job);
  return uses === '' ? [] : deedsOfAction(uses.replace(/@.*$/s, ''), step, job);
}

export const textUnder = (node: YamlNode | undefined, key: string): string => {
  const value = valueUnder(node, key);
  return value?.kind === 'scalar' ? value.value.trim() : '';
};

function deedsOfAction(action: string, step: YamlNode, job: JobReading): readonly StepDeed[] {
  const inputs = valueUnder(step, 'with');
  const at = placeOf('uses', step.line, job.lines);
  const input = (key: string) => withValues(textUnder(inputs, key), job.values);
  switch (action) {
    case 'docker/metadata-action':
      job.made.set(textUnder(step, 'id'), madeImages(inputs, job));
      return [];
    case 'docker/login-action':
      return [
        { does: 'login', registry: input('registry') || 'docker.io', isOwnToken: isOwn(input('password')), ...at },
      ];
    case 'docker/bake-action':
    case 'docker/build-push-action': {
      const isPushed = !/^(?:false)?$/.test(input('push')) || /type=registry|push=true/.test(input('outputs'));
      const images = pushedImages(inputs, job);
      const lacksTag =
        isPushed && action.includes('build') && textUnder(inputs, 'tags') === '' && input('outputs') === '';
      return [{ does: isPushed ? 'push' : 'build', images, ...(lacksTag && { lacksTag }), ...at }];
    }
    default:
      return /^(?:actions|docker)\//.test(action) ? [] : [{ does: 'unseen', ...at }];
  }
}

const isOwn = (password: string): boolean => /<(?:GITHUB_TOKEN|token)>/.test(password);

/** The lines of an input that are no comments, each with its place; also several on one line, by commas. */
function inputLines(inputs: YamlNode | undefined, key: string, job: JobReading) {
  const value = valueUnder(inputs, key);
  if (value?.kind !== 'scalar') return [];
  const written = value.value.split('\n').flatMap((line) => (/^\s*(?:#|$)/.test(line) ? [] : [line.trim()]));
  return written.map((raw) => ({ raw, text: withValues(raw, job.values), ...placeOf(raw, value.line, job.lines) }));
}

function madeImages(inputs: YamlNode | undefined, job: JobReading): readonly StepImage[] {
  const texts = (key: string) => inputLines(inputs, key, job).map(({ text }) => text);
  const tags = predictedTags(texts('tags'), texts('flavor'), job.triggers);
  return inputLines(inputs, 'images', job).flatMap(({ text, line, quote }) =>
    text
      .split(',')
      .filter((part) => !/^\s*enable=/.test(part))
      .map((part) => ({
        name: part
          .replace(/^\s*name=/, '')
          .trim()
          .toLowerCase(),
        tag: null,
        tags,
        line,
        quote,
        isMade: true,
      })),
  );
}

const MADE = /\bsteps\.([\w-]{1,100})\.outputs\.(?:tags|json|bake-file)/;

function pushedImages(inputs: YamlNode | undefined, job: JobReading): readonly StepImage[] {
  return ['tags', 'files'].flatMap((key) =>
    inputLines(inputs, key, job).flatMap(({ raw, text, ...at }) => {
      const made = MADE.exec(raw);
      if (made !== null) return job.made.get(made[1] ?? '') ?? [];
      return key === 'files' ? [] : text.split(',').map((name) => imageOf(name.trim(), at));
    }),
  );
}

function imageOf(written: string, { line, quote }: WorkflowLine): StepImage {
  const colon = written.lastIndexOf(':');
  const hasTag = colon > written.lastIndexOf('/');
  const name = hasTag ? written.slice(0, colon) : written;
  const tag = hasTag ? written.slice(colon + 1) : null;
  return {
    name,
    tag: tag !== null && /^[\w.-]+$/.test(tag) ? tag : null,
    tags: [tag ?? 'latest'],
    line,
    quote,
    isMade: false,
  };
}

const MAX_LINE = 4_000;
const DOCKER = /\b(?:docker|podman|buildah|nerdctl)\b/;
const WITH_VALUE =
  /^(?:-[tfoup]|--(?:tag|file|build-arg|target|platform|label|cache-from|cache-to|output|username|password|secret|builder|iidfile))$/;

function deedsOfScript(script: string, line: number, id: string, job: JobReading): readonly StepDeed[] {
  job.scripts.left -= script.length;
  if (job.scripts.left < 0) return [];
  const values = new Map(job.values);
  return continuedLines(script, MAX_LINE).flatMap(({ first, parts }) => {
    const written = parts.join('');
    takeAssignment(written, id, values, job.values);
    if (!DOCKER.test(written)) return [];
    const at = placeOf((parts[0] ?? '').trim(), line + first, job.lines);
    const text = withVariables(written, values);
    job.scripts.left -= text.length;
    if (job.scripts.left < 0) return [];
    return shellWords(text).commands.flatMap(({ words }) => deedOfCommand(words, text, at));
  });
}

function deedOfCommand(all: readonly string[], text: string, at: WorkflowLine): readonly StepDeed[] {
  const words = all[0] === 'sudo' ? all.slice(1) : all;
  if (!DOCKER.test(words[0] ?? '')) return [];
  const [verb = '', ...named] = ownArguments(words.slice(1), WITH_VALUE).filter(
    (word) => !/^(?:image|buildx|imagetools|builder)$/.test(word),
  );
  const images = (names: readonly string[]) => names.map((name) => imageOf(name, at));
  switch (verb) {
    case 'login':
      return [{ does: 'login', registry: named[0] ?? 'docker.io', isOwnToken: isOwn(text), ...at }];
    case 'push':
      return [{ does: 'push', images: images(named.slice(0, 1)), ...at }];
    case 'tag':
      return [{ does: 'tag', images: images(named.slice(1, 2)), ...at }];
    case 'create':
    case 'build': {
      const isPushed = verb === 'create' || words.some((word) => /^--push$|type=registry|push=true/.test(word));
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

const FURTHEST = 60;

/** The line that holds a text, sought from the line on which its value begins. */
function placeOf(text: string, from: number, lines: readonly string[]): WorkflowLine {
  const first = text.split('\n', 1)[0]?.trim() ?? '';
  const near = lines.slice(from - 1, from - 1 + FURTHEST).findIndex((line) => line.includes(first));
  const line = from + Math.max(0, near);
  return { line, quote: (lines[line - 1] ?? '').trim().slice(0, MAX_LINE) };
}
