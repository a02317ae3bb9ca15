import { setTimeout as sleep } from 'node:timers/promises';
import { createAssessContext } from '../app/assess-context.ts';
import type { AssessContext } from '../app/assess-subject.ts';
import { noCache } from '../app/snapshot-cache.ts';
import { checks } from '../core/checks/index.ts';
import { anonymousReader } from '../core/model/token.ts';
import { noLimitMemory } from '../services/transport/rate-limit.ts';

/** The extension's own way of reading, without a cache: one run, one reading. */
export function onlineContext(version: string, token: string | null): Promise<AssessContext> {
  return createAssessContext({
    network: {
      fetch: globalThis.fetch,
      clock: {
        now: () => Date.now(),
        sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
      },
    },
    readToken: async () => token,
    readerOf: async (known) => (known === null ? anonymousReader : 'token'),
    limitMemory: noLimitMemory,
    missingHosts: async () => [],
    controlMemory: { get: async () => null, set: async () => {} },
    snapshots: noCache,
    withLock: (_name, run) => run(),
    version,
    checks,
  });
}
