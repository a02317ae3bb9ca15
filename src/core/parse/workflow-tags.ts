import type { WorkflowTriggers } from './workflow-triggers.ts';

// docker/metadata-action, README: “tags input”, “flavor input”. Read 2026-11-24.
const DEFAULT = ['type=schedule', 'type=ref,event=branch', 'type=ref,event=tag', 'type=ref,event=pr'];

/**
 * The tags that docker/metadata-action makes of its inputs (expressions put in, comments left out) over all runs of a workflow;
 * what only a run tells stands in angle brackets (`sha-<commit>`).
 */
export function predictedTags(
  inputs: readonly string[],
  flavor: readonly string[],
  triggers: WorkflowTriggers,
): readonly string[] {
  const style = attributesOf(flavor.join(','));
  const rules = (inputs.length === 0 ? DEFAULT : inputs).map(attributesOf).filter(({ enable }) => enable !== 'false');
  const made = rules.flatMap((rule) => {
    const prefix = rule['prefix'] ?? PREFIXES[kindOf(rule)] ?? style['prefix'] ?? '';
    const suffix = rule['suffix'] ?? style['suffix'] ?? '';
    return namesBy(rule, triggers).map((name) => `${prefix}${name}${suffix}`.replace(/\//g, '-'));
  });
  const isAuto = (style['latest'] ?? 'auto') === 'auto' && triggers.onTags;
  const isLatest = style['latest'] === 'true' || (isAuto && rules.some((rule) => MAKES_LATEST.test(kindOf(rule))));
  return [...new Set([...made, ...(isLatest ? ['latest'] : [])])];
}

type Attributes = Readonly<Record<string, string>>;

const MAKES_LATEST = /^(?:ref tag|semver|pep440|match)$/;
const PREFIXES: Readonly<Record<string, string>> = { sha: 'sha-', 'ref pr': 'pr-' };

const attributesOf = (input: string): Attributes =>
  Object.fromEntries(
    input.split(',').flatMap((field) => {
      const equals = field.indexOf('=');
      const value = field.slice(equals + 1).trim();
      if (value === '') return [];
      return [[equals === -1 ? 'value' : field.slice(0, equals).trim().toLowerCase(), value]];
    }),
  );

const kindOf = ({ type = 'raw', event = '' }: Attributes): string => (type === 'ref' ? `ref ${event}` : type);

function namesBy(rule: Attributes, { branches, onTags, onSchedule, onlyPullRequests }: WorkflowTriggers) {
  const { value = '', pattern = 'nightly' } = rule;
  switch (kindOf(rule)) {
    case 'raw':
      return value === '' ? [] : filled(value, branches);
    case 'sha':
      return ['<commit>'];
    case 'schedule':
      return onSchedule ? filled(pattern, branches) : [];
    case 'edge':
      return ['edge'];
    case 'ref branch':
      return branches;
    case 'ref tag':
      return onTags ? ['<git tag>'] : [];
    case 'ref pr':
      return onlyPullRequests ? ['<number>'] : [];
    default:
      // semver, pep440, match: of the git tag, or of a value that is given.
      return onTags || value !== '' ? ['<version>'] : [];
  }
}

/** The action's own `{{branch}}`, `{{sha}}`, `{{date …}}`. */
const filled = (text: string, branches: readonly string[]): readonly string[] =>
  (text.includes('{{branch}}') ? branches : ['']).map((branch) =>
    text
      .replaceAll('{{branch}}', branch)
      .replace(/\{\{\s{0,9}(\w{1,40})[^{}]{0,100}\}\}/g, (_all, name: string) =>
        name === 'sha' ? '<commit>' : `<${name}>`,
      ),
  );
