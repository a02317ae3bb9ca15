import { pairsOf, scalarsIn, valueUnder, type YamlNode } from './yaml.ts';

/** On what a workflow runs, as far as tags follow from it. */
export interface WorkflowTriggers {
  /** The branches it runs on: names; `<branch>` where a pattern or no filter allows others. Empty where it runs on none. */
  readonly branches: readonly string[];
  /** Whether it runs on git tags or releases. */
  readonly onTags: boolean;
  readonly onSchedule: boolean;
  /** Whether it runs on pull requests alone. */
  readonly onlyPullRequests: boolean;
  /** Whether it runs only when somebody starts it. */
  readonly onlyByHand: boolean;
}

const ANY_BRANCH = '<branch>';

/** Reads `on:` in each of its forms; `main` is the default branch, null where it is not known. */
export function triggersOf(on: YamlNode | undefined, main: string | null): WorkflowTriggers {
  const names = on?.kind === 'mapping' ? on.pairs.map(({ key }) => key) : scalarsIn(on).map(({ value }) => value);
  const push = names.includes('push') ? pushedRefs(valueUnder(on, 'push'), main) : { branches: [], onTags: false };
  const isPullRequest = (name: string) => name.startsWith('pull_request');
  const onDefault = names.some((name) =>
    /^(?:schedule|workflow_dispatch|workflow_run|repository_dispatch)$/.test(name),
  );
  return {
    branches: [...new Set([...push.branches, ...(onDefault ? [main ?? ANY_BRANCH] : [])])],
    onTags: push.onTags || names.includes('release') || names.includes('create'),
    onSchedule: names.includes('schedule'),
    onlyPullRequests: names.length > 0 && names.every(isPullRequest),
    onlyByHand: names.length > 0 && names.every((name) => name === 'workflow_dispatch'),
  };
}

/** A filter of one kind alone shuts the other out. */
function pushedRefs(push: YamlNode | undefined, main: string | null) {
  const has = (...keys: readonly string[]) => pairsOf(push).some(({ key }) => keys.includes(key));
  const [byBranch, byTag] = [has('branches', 'branches-ignore'), has('tags', 'tags-ignore')];
  const named = scalarsIn(valueUnder(push, 'branches')).map(({ value }) =>
    /[*?+![\]]/.test(value) ? ANY_BRANCH : value,
  );
  const anyBranch = main === null ? [ANY_BRANCH] : [main, ANY_BRANCH];
  const branches = byTag && !byBranch ? [] : named.length > 0 ? named : anyBranch;
  return { branches, onTags: byTag || !byBranch };
}
