import { imageOf, isOwnToken, type JobReading, placeOf, type StepDeed, type StepImage } from './workflow-deed.ts';
import { deedsOfScript } from './workflow-script.ts';
import { predictedTags } from './workflow-tags.ts';
import { withValues } from './workflow-values.ts';
import { valueUnder, type YamlNode } from './yaml.ts';

/** The deeds of a step, in order; the job's values grow by what it sets. */
export function deedsOf(step: YamlNode, job: JobReading): readonly StepDeed[] {
  const uses = textUnder(step, 'uses');
  const run = valueUnder(step, 'run');
  if (textUnder(step, 'if') === 'false') return [];
  if (run?.kind === 'scalar') return deedsOfScript(run.value, run.line, textUnder(step, 'id'), job);
  return uses === '' ? [] : deedsOfAction(OTHER_INPUTS.test(uses) ? '' : uses.replace(/@.*$/s, ''), step, job);
}

/** The first version pushes by default, and has its own words for names and log-in. */
const OTHER_INPUTS = /^docker\/build-push-action@v?1(?:\.|$)/;

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
        { does: 'login', registry: input('registry') || 'docker.io', isOwnToken: isOwnToken(input('password')), ...at },
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
