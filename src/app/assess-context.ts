import { githubSource } from '../services/github/github-source.ts';
import type { ControlMemory } from '../services/registry/control.ts';
import { registrySource } from '../services/registry/registry-source.ts';
import type { TransportParts } from '../services/transport/attempt.ts';
import type { LimitMemory } from '../services/transport/rate-limit.ts';
import { createTransport } from '../services/transport/transport.ts';
import type { AssessContext } from './assess-subject.ts';
import { hubHosts } from './needed-hosts.ts';

/** What the browser gives for assessing. */
export interface AssessPlatform extends Pick<AssessContext, 'snapshots' | 'version' | 'checks'> {
  /** As the context's; `onWait` is called when another page or the background takes noticeably long under that name. */
  readonly withLock: <T>(name: string, run: () => Promise<T>, onWait?: () => void) => Promise<T>;
  readonly network: TransportParts;
  readonly readToken: () => Promise<string | null>;
  /** Under whose eyes the reader's token reads; "anonymous" for null. */
  readonly readerOf: (token: string | null) => Promise<string>;
  readonly limitMemory: LimitMemory;
  readonly controlMemory: ControlMemory;
  /** Which of these hosts may not be asked, by their match patterns. */
  readonly missingHosts: (patterns: readonly string[]) => Promise<readonly string[]>;
}

const WAITING = 'Waiting for the badge or another page of Reprise, which is reading the same…';

/** Everything that assessing needs in the extension, in the background and in own pages alike. */
export async function createAssessContext(
  platform: AssessPlatform,
  onProgress?: (words: string) => void,
): Promise<AssessContext> {
  const { network, limitMemory, controlMemory, snapshots, withLock, version, checks } = platform;
  const transport = createTransport(network);
  const mayAsk = async (registry: string) =>
    registry !== 'docker.io' || (await platform.missingHosts(hubHosts)).length === 0;
  // One reading has one reader, even when the token is changed in the middle.
  const token = await platform.readToken();
  const reader = await platform.readerOf(token);
  return {
    repositories: githubSource({ transport, reader: { id: reader, token }, limitMemory }),
    images: registrySource({ transport, clock: network.clock, control: controlMemory, mayAsk }),
    snapshots: {
      ...snapshots,
      // A token that was wiped in the meantime takes what it read with it.
      writeSnapshot: async (key, snapshot) => {
        if ((await platform.readToken()) === token) await snapshots.writeSnapshot(key, snapshot);
      },
    },
    withLock: (name, run) => withLock(name, run, () => onProgress?.(WAITING)),
    now: network.clock.now,
    version,
    checks,
    reader,
    onProgress,
  };
}
