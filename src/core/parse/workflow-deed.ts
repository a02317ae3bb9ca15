import type { WorkflowTriggers } from './workflow-triggers.ts';

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

/** An action or a script that is not read: it may log in or push. */
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

/** An image by its written name; without a tag it is `latest`. */
export function imageOf(written: string, { line, quote }: WorkflowLine): StepImage {
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

/** Whether a password is the token that GitHub gives to the run itself. */
export const isOwnToken = (password: string): boolean => /<GITHUB_TOKEN>/i.test(password);

const MAX_QUOTE = 4_000;
const FURTHEST = 60;

/** The line that holds a text, sought from the line on which its value begins. */
export function placeOf(text: string, from: number, lines: readonly string[]): WorkflowLine {
  const first = text.split('\n', 1)[0]?.trim() ?? '';
  const near = lines.slice(from - 1, from - 1 + FURTHEST).findIndex((line) => line.includes(first));
  const line = from + Math.max(0, near);
  return { line, quote: (lines[line - 1] ?? '').trim().slice(0, MAX_QUOTE) };
}
