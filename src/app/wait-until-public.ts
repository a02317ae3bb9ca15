import type { ImageReference } from '../core/model/image-reference.ts';
import type { ImageWait, WaitEnd } from '../core/model/image-wait.ts';
import type { ImageAccess } from '../core/model/snapshot.ts';
import { type Reading, read, type Unread, type UnreadKind, unread } from '../core/model/unread.ts';
import { registryOf } from '../services/registry/registries.ts';
import { askToken } from '../services/registry/token.ts';
import type { TransportParts } from '../services/transport/attempt.ts';
import type { Clock } from '../services/transport/clock.ts';
import { createTransport } from '../services/transport/transport.ts';

/** What waiting takes. `isInSight` and `whenInSight` tell whether anybody can see the page: a hidden one asks nothing. */
export interface WaitParts {
  readonly ask: (signal: AbortSignal) => Promise<Reading<ImageAccess>>;
  readonly clock: Clock;
  readonly isInSight: () => boolean;
  /** Resolves when the page is seen again, or when the signal is aborted. */
  readonly whenInSight: (signal: AbortSignal) => Promise<void>;
  readonly onChange: (wait: ImageWait) => void;
}

type Ended = Extract<ImageWait, { kind: 'ended' }>;

const SECOND = 1_000;
const SHORTEST_PAUSE = 10 * SECOND;
const LONGEST_PAUSE = 60 * SECOND;
const LONGEST_WAIT = 600 * SECOND;

/** Faults that the next question may not meet again; the others stay until somebody does something. */
const MAY_PASS: ReadonlySet<UnreadKind> = new Set([
  'timeout',
  'reset',
  'blocked',
  'server-error',
  'rate-limit',
  'secondary-limit',
  'truncated',
  'bad-format',
  'forbidden',
  'intercepted',
]);

/**
 * Asks every 10 seconds, for 10 minutes at most, until the registry gives the image to everybody. After a fault the pause
 * doubles, up to a minute, and a wait that the registry asks for is kept. Ends early when the signal is aborted. Never throws.
 */
export async function waitUntilPublic(parts: WaitParts, signal: AbortSignal): Promise<WaitEnd> {
  const { ask, clock, onChange } = parts;
  const last = clock.now() + LONGEST_WAIT;
  let pause = SHORTEST_PAUSE;
  const end = (how: WaitEnd, why: Unread | null = null): WaitEnd => {
    onChange({ kind: 'ended', end: how, why } satisfies Ended);
    return how;
  };
  for (let asked = 0; ; asked += 1) {
    await inSight(parts, asked, signal);
    if (signal.aborted) return end('stopped');
    onChange({ kind: 'asking', asked });
    const reading = await ask(signal);
    if (signal.aborted) return end('stopped');
    if (reading.state === 'read' && reading.value.kind === 'public') return end('public');
    const why = reading.state === 'unread' ? reading.unread : null;
    if (why?.kind === 'offline') return end('offline');
    if (why !== null && !MAY_PASS.has(why.kind)) return end('fault', why);
    pause = why === null ? SHORTEST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    const next = Math.max(clock.now() + pause, Date.parse(why?.retryAt ?? '') || 0);
    if (next > last) return end(why?.retryAt === undefined ? 'too-long' : 'slow-down', why);
    await pauseUntil(next, { asked: asked + 1, why }, parts, signal);
  }
}

async function inSight({ isInSight, whenInSight, onChange }: WaitParts, asked: number, signal: AbortSignal) {
  if (signal.aborted || isInSight()) return;
  onChange({ kind: 'out-of-sight', asked });
  await whenInSight(signal);
}

/** Counts the seconds down while the page is seen. */
async function pauseUntil(
  next: number,
  told: Pick<Extract<ImageWait, { kind: 'pausing' }>, 'asked' | 'why'>,
  parts: WaitParts,
  signal: AbortSignal,
): Promise<void> {
  const { clock, onChange } = parts;
  for (let left = next - clock.now(); left > 0 && !signal.aborted; left = next - clock.now()) {
    if (!parts.isInSight()) {
      await inSight(parts, told.asked, signal);
      continue;
    }
    onChange({ kind: 'pausing', ...told, seconds: Math.ceil(left / SECOND) });
    await clock.sleep(Math.min(left, SECOND), signal);
  }
}

/** One question, whether everybody gets the image: the token alone, where that tells it. */
export async function askAccess(
  reference: ImageReference,
  network: TransportParts,
  signal: AbortSignal,
): Promise<Reading<ImageAccess>> {
  const registry = registryOf(reference);
  if (registry?.accessBy !== 'token') return unread('not-asked');
  const answer = await askToken(reference.path, registry, createTransport(network), signal);
  if (answer.kind === 'unread') return { state: 'unread', unread: answer.unread };
  return read(answer.kind === 'token' ? { kind: 'public' } : { kind: 'refused', likely: answer.likely });
}
