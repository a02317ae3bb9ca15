import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { EnvironmentTool } from '../tables/command-purposes.ts';
import type { EnvironmentStep } from './document-steps.ts';
import { readmeStepsFact } from './readme-steps.ts';

/** What the README tells its reader to do for an environment; `step` is the line that says so, null where none does. */
export interface Route {
  readonly kind: EnvironmentTool | 'none';
  readonly step: EnvironmentStep | null;
  /** The other ways it tells, in their order. */
  readonly others: readonly EnvironmentTool[];
}

const isOrdinary = ({ tool }: EnvironmentStep): boolean => tool !== 'docker' && tool !== 'dsmlp';

/**
 * The route of a repository: the first ordinary environment (conda, pip, others) that the README tells, else the first
 * container; a command before a sentence. Without a README nobody is told anything: `none`.
 */
export function routeOf(snapshot: Snapshot): Fact<Route> {
  const steps = readmeStepsFact(snapshot);
  if (steps.state === 'unread' || steps.state === 'not-given') return steps;
  const told = steps.state === 'present' ? steps.value.environment : [];
  const step =
    told.find((one) => isOrdinary(one) && one.isCommand) ??
    told.find(isOrdinary) ??
    told.find((one) => one.isCommand) ??
    told[0] ??
    null;
  const kind = step?.tool ?? 'none';
  const others = [...new Set(told.map(({ tool }) => tool))].filter((tool) => tool !== kind);
  return { state: 'present', value: { kind, step, others }, unread: steps.unread };
}
