import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { environmentSpecsFact } from './environment-specs.ts';
import { perSnapshot } from './per-snapshot.ts';
import { type Route, routeOf } from './route.ts';

/** Whether a project's environment is a container: a file that describes one, and no README that tells another way alone. */
export interface DockerRoute {
  readonly isUsed: boolean;
  /** The file that describes the container, or null. */
  readonly path: string | null;
  readonly step: Route['step'];
}

export const dockerRouteFact = perSnapshot((snapshot: Snapshot): Fact<DockerRoute> => {
  const specs = environmentSpecsFact(snapshot);
  if (specs.state !== 'present') return specs;
  const path = specs.value.declared.find(({ family }) => family === 'container')?.path ?? null;
  if (path === null) return present({ isUsed: false, path, step: null }, []);
  const route = routeOf(snapshot);
  if (route.state !== 'present')
    return present({ isUsed: false, path, step: null }, route.state === 'unread' ? route.unread : []);
  const { kind, step, others } = route.value;
  const tells = [kind, ...others];
  const isUsed = kind === 'none' || tells.includes('docker') || tells.includes('dsmlp');
  return present({ isUsed, path, step: kind === 'docker' || kind === 'dsmlp' ? step : null }, route.unread);
});

const present = (value: DockerRoute, unread: readonly UnreadPart[]): Fact<DockerRoute> => ({
  state: 'present',
  value,
  unread,
});
