import { type ImageMention, mention } from './image-mentions.ts';
import type { ImageDeed, JobReading, Login, StepDeed, StepImage, WorkflowLine } from './workflow-deed.ts';
import { deedsOf, textUnder } from './workflow-step.ts';
import { triggersOf, type WorkflowTriggers } from './workflow-triggers.ts';
import { givenValues, MOST_IN_VALUE, type WorkflowContext, withValues } from './workflow-values.ts';
import { pairsOf, parseYaml, valueUnder, type YamlNode } from './yaml.ts';

/** What a workflow of GitHub Actions does with images. */
export interface Workflow {
  readonly triggers: WorkflowTriggers;
  /** The jobs that build, push or log in, in order. */
  readonly jobs: readonly WorkflowJob[];
}

export interface WorkflowJob {
  /** Whether `permissions` let the run's own token push to ghcr.io; null where none are written. */
  readonly mayPush: boolean | null;
  /** The `permissions:` that count. */
  readonly permissions: WorkflowLine | null;
  readonly deeds: readonly StepDeed[];
}

const MOST_JOBS = 40;
const MOST_STEPS = 60;
const MOST_OF_SCRIPTS = 300_000;
const MAY_BUILD = /docker|podman|buildah|nerdctl|ghcr/i;

/**
 * Reads a workflow as GitHub does, with `${{ github.repository }}`, `env` values and what scripts set put in. Null for a text
 * that is no workflow, or names none of the tools. Never throws.
 */
export function parseWorkflow(text: string, context: WorkflowContext): Workflow | null {
  if (!MAY_BUILD.test(text)) return null;
  const parsed = parseYaml(text);
  const root = parsed.ok ? parsed.documents[0] : undefined;
  if (root?.kind !== 'mapping') return null;
  const lines = text.split(/\r\n|\n|\r/);
  const triggers = triggersOf(valueUnder(root, 'on'), context.branch);
  const values = givenValues(context);
  const [branch, ...others] = triggers.branches;
  // Where there is one branch and no tag, a run has no other name.
  if (branch !== undefined && others.length === 0 && !triggers.onTags && !branch.startsWith('<'))
    for (const name of ['github.ref_name', 'env.GITHUB_REF_NAME']) values.set(name, branch);
  takeEnvironment(root, values);
  const scripts = { left: MOST_OF_SCRIPTS };
  const jobs = pairsOf(valueUnder(root, 'jobs')).slice(0, MOST_JOBS);
  return {
    triggers,
    jobs: jobs.map(({ value }) => jobOf(value, root, { lines, triggers, values, made: new Map(), scripts })),
  };
}

function jobOf(job: YamlNode, root: YamlNode, workflow: JobReading): WorkflowJob {
  const reading = { ...workflow, values: new Map(workflow.values), made: new Map() };
  takeEnvironment(job, reading.values);
  const steps = valueUnder(job, 'steps');
  const permissions = [job, root].flatMap(pairsOf).find(({ key }) => key === 'permissions');
  const deeds = (steps?.kind === 'sequence' ? steps.items.slice(0, MOST_STEPS) : []).flatMap((step) => {
    const own = { ...reading, values: new Map(reading.values) };
    takeEnvironment(step, own.values);
    const found = deedsOf(step, own);
    // What a step is given by `env:` ends with it; what it sets for others stays.
    for (const [name, value] of own.values)
      if (!pairsOf(valueUnder(step, 'env')).some(({ key }) => `env.${key}` === name)) reading.values.set(name, value);
    return found;
  });
  return {
    mayPush: permissions === undefined ? null : letsPush(permissions.value),
    permissions:
      permissions === undefined
        ? null
        : { line: permissions.line, quote: (workflow.lines[permissions.line - 1] ?? '').trim() },
    deeds,
  };
}

const letsPush = (permissions: YamlNode): boolean =>
  permissions.kind === 'scalar' ? permissions.value === 'write-all' : textUnder(permissions, 'packages') === 'write';

function takeEnvironment(node: YamlNode, values: Map<string, string>): void {
  for (const { key, value } of pairsOf(valueUnder(node, 'env')))
    if (value.kind === 'scalar') values.set(`env.${key}`, withValues(value.value, values).slice(0, MOST_IN_VALUE));
}

export const imageDeeds = ({ deeds }: WorkflowJob, does: ImageDeed['does']): readonly ImageDeed[] =>
  deeds.filter((deed): deed is ImageDeed => deed.does === does);
export const loginsOf = ({ deeds }: WorkflowJob): readonly Login[] =>
  deeds.filter((deed): deed is Login => deed.does === 'login');

/** What a job pushes. Where a push does not tell, that is what the job names beside it. */
export function pushedBy(job: WorkflowJob): readonly StepImage[] {
  const pushes = imageDeeds(job, 'push');
  const told = pushes.flatMap(({ images }) => images.filter(isTold));
  if (told.length > 0 || pushes.length === 0) return told;
  return [...imageDeeds(job, 'tag'), ...imageDeeds(job, 'build')].flatMap(({ images }) => images.filter(isTold));
}

/** A bare name is of this computer only. */
const isTold = ({ name }: StepImage): boolean => name.includes('/') && !name.includes('<');

/** An image that a workflow publishes; tags that only a run tells are left out of its reference. */
export interface PublishedImage extends ImageMention {
  /** All tags that its runs make, as far as they can be told: `main`, `sha-<commit>`. */
  readonly tags: readonly string[];
}

/** The images that a workflow publishes on a registry, one for each tag that its lines name. */
export const publishedImages = ({ jobs }: Workflow): readonly PublishedImage[] =>
  jobs.flatMap((job) =>
    pushedBy(job).flatMap(({ name, tag, tags, line, quote }) =>
      mention(tag === null ? name : `${name}:${tag}`, line, quote).map((found) => ({ ...found, tags })),
    ),
  );
