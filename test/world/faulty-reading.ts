import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createAssessContext } from '../../src/app/assess-context.ts';
import { type Assessment, assessSubject } from '../../src/app/assess-subject.ts';
import { checks } from '../../src/core/checks/index.ts';
import type { Head } from '../../src/core/model/snapshot.ts';
import { parseSubject } from '../../src/core/model/subject.ts';
import { everyCheck } from '../../src/core/rubrics/every-check.ts';
import type { LimitState } from '../../src/services/transport/rate-limit.ts';
import { buildCases, type WorldCase } from './build-cases.ts';
import type { CaseDescription } from './case-files.ts';
import type { World } from './start-world.ts';
import { worldFetch } from './world-fetch.mjs';
import type { FaultHandler } from './world-state.ts';

/** A repository in a few lines: its files as texts or bytes, and what a folder of files cannot hold. */
export interface Made extends Partial<CaseDescription> {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Real git repositories of these descriptions, by name, in a folder of their own. */
export async function makeRepositories(
  all: Readonly<Record<string, Made>>,
): Promise<{ readonly folder: string; readonly cases: readonly WorldCase[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'reprise-faults-'));
  for (const [name, { files = {}, ...description }] of Object.entries(all)) {
    const bytes = Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString('base64')]),
    );
    await mkdir(join(folder, 'described', name), { recursive: true });
    const text = JSON.stringify({ proves: '', expected: {}, ...description, bytes });
    await writeFile(join(folder, 'described', name, 'case.json'), text);
  }
  return { folder, cases: await buildCases(join(folder, 'made'), join(folder, 'described')) };
}

/** Who reads: with a token, offline, with a patience so many times shorter than the product's, or allowed to ask Docker Hub. */
export interface ReaderOptions {
  readonly token?: string | null;
  readonly isOffline?: boolean;
  readonly hurry?: number;
  readonly mayAskHub?: boolean;
}

export interface Reader {
  readonly assess: (text: string) => Promise<Assessment>;
  /** Everything that was given to the cache to keep. */
  readonly kept: () => readonly unknown[];
  /** Milliseconds that were waited before another try; the test's clock jumps over them. */
  readonly waited: () => number;
}

/** The product's own reading over the world, with memories that begin empty. Pauses between two tries take no time. */
export async function createReader(world: World, options: ReaderOptions = {}): Promise<Reader> {
  const { token = null, isOffline = false, hurry = 1, mayAskHub = false } = options;
  const heads = new Map<string, { head: Head; readAt: number }>();
  const snapshots = new Map<string, unknown>();
  const counts = new Map<string, LimitState>();
  let waited = 0;
  const sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    // Only the bounds on one answer are slept with a signal.
    if (signal !== undefined) return pause(milliseconds / hurry, undefined, { ref: false, signal });
    waited += milliseconds;
  };
  const context = await createAssessContext({
    network: {
      fetch: worldFetch(world.port, world.certificate),
      clock: { now: () => Date.now() + waited, sleep },
      isOffline: () => isOffline,
    },
    readToken: async () => token,
    readerOf: async (known) => (known === null ? 'anonymous' : 'token'),
    limitMemory: {
      read: async ({ reader, resource }) => counts.get(`${reader} ${resource}`) ?? null,
      write: async ({ reader, resource }, state) => void counts.set(`${reader} ${resource}`, state),
    },
    missingHosts: async (patterns) => (mayAskHub ? [] : patterns),
    controlMemory: { get: async () => null, set: async () => {} },
    snapshots: {
      readHead: async (key) => heads.get(key) ?? null,
      writeHead: async (key, head, readAt) => void heads.set(key, { head, readAt }),
      readSnapshot: async (key) => snapshots.get(key) ?? null,
      writeSnapshot: async (key, snapshot) => void snapshots.set(key, snapshot),
    },
    withLock: (_name, run) => run(),
    version: '0',
    checks,
  });
  const assess = async (text: string): Promise<Assessment> => {
    const parsed = parseSubject(text);
    if (!parsed.ok) throw new Error(parsed.problem);
    const assessment = await assessSubject({ subject: parsed.subject, rubric: everyCheck, depth: 'normal' }, context);
    if (assessment === null) throw new Error('nothing was assessed');
    return assessment;
  };
  return { assess, kept: () => [...snapshots.values()], waited: () => waited };
}

type Answerer = (...args: Parameters<FaultHandler>) => void;

/** A fault of some addresses (`host/path`); the rest is answered as ever. */
export const of =
  (addresses: RegExp, answer: Answerer): FaultHandler =>
  (request, response) => {
    if (!addresses.test(`${request.headers.host}${request.url}`)) return false;
    answer(request, response);
    return true;
  };

export const gives =
  (status: number, body: string | Uint8Array = '', headers: Readonly<Record<string, string>> = {}): Answerer =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

export const breaksOff: Answerer = (request) => void request.socket.destroy();

/** The beginning of an answer, and then nothing or the end of the connection. */
export const begins =
  (then: 'stalls' | 'breaks', headers: Readonly<Record<string, string>> = {}): Answerer =>
  (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000', ...headers });
    response.write('{"tree":[');
    if (then === 'breaks') setTimeout(() => request.socket.destroy(), 20).unref();
  };
