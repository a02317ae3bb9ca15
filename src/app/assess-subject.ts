import type { Report } from '../core/model/report.ts';
import type { Rubric } from '../core/model/rubric.ts';
import { parseSnapshot } from '../core/model/snapshot.schema.ts';
import type { ImageSnapshot, Snapshot } from '../core/model/snapshot.ts';
import type { Subject } from '../core/model/subject.ts';
import { read } from '../core/model/unread.ts';
import { judge } from '../core/report/judge.ts';
import { rubricHash } from './rubric-hash.ts';
import type { SnapshotCache } from './snapshot-cache.ts';
import { type HeadReading, keptUnder, keysOf, lockOf, type SnapshotKeys, snapshotKey } from './snapshot-keys.ts';
import { emptySnapshot, type Sources, takeSnapshot } from './take-snapshot.ts';
import { withoutFaults } from './without-faults.ts';

/**
 * `cached`: what is known, no request. `normal`: what is known and fresh, the rest read. `fresh`: asks anew what may have
 * changed (the head, the image).
 */
export type Depth = 'cached' | 'normal' | 'fresh';

export interface AssessRequest {
  readonly subject: Subject;
  readonly rubric: Rubric;
  readonly depth: Depth;
}

export interface AssessContext extends Sources {
  readonly snapshots: SnapshotCache;
  /** Runs one at a time under a name, across all pages of the extension. */
  readonly withLock: <T>(name: string, run: () => Promise<T>) => Promise<T>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly version: string;
  /** Under whose eyes it is read: "anonymous", or an id of the token; part of every cache key. */
  readonly reader: string;
}

export interface Assessment {
  readonly report: Report;
  readonly rubric: Rubric;
  readonly snapshot: Snapshot;
}

// "HEAD is commit X" and "the image answers so" are taken as true for a minute.
const FRESH_FOR = 60_000;
// Docker Hub gives 100 manifests in 6 hours to a whole network; what it gave once is not asked for at every visit.
const HUB_FRESH_FOR = 6 * 3_600_000;

/** Reads and judges a subject. Null only for `cached` when nothing is known. Never throws for faults of the network. */
export async function assessSubject(request: AssessRequest, context: AssessContext): Promise<Assessment | null> {
  const { subject, rubric } = request;
  const keys = keysOf(subject, context.reader);
  const snapshot =
    request.depth === 'cached'
      ? await cachedSnapshot(request, keys, context)
      : await context.withLock(lockOf(keys), () => readSnapshot(request, keys, context));
  return snapshot === null ? null : judged(snapshot, rubric, context);
}

/** The report on a snapshot as it stands. */
export async function judged(
  snapshot: Snapshot,
  rubric: Rubric,
  { version, checks }: Pick<AssessContext, 'version' | 'checks'>,
): Promise<Assessment> {
  const settings = { rubricHash: await rubricHash(rubric), version, checks };
  return { report: judge(snapshot, rubric, settings), rubric, snapshot };
}

/** What the cache knows without asking anybody: the last head seen, however old. */
async function cachedSnapshot(
  { subject }: AssessRequest,
  keys: SnapshotKeys,
  { snapshots }: AssessContext,
): Promise<Snapshot | null> {
  const known = subject.repository === null ? null : await snapshots.readHead(keys.head);
  if (subject.repository !== null && known === null) return null;
  const snapshot = parseSnapshot(await snapshots.readSnapshot(snapshotKey(keys, known?.head ?? null)));
  // The same commit may have been read under another name of its place.
  return snapshot === null ? null : { ...snapshot, subject };
}

async function readSnapshot(
  { subject, rubric, depth }: AssessRequest,
  keys: SnapshotKeys,
  context: AssessContext,
): Promise<Snapshot> {
  const now = context.now();
  const begun = emptySnapshot(subject, new Date(now).toISOString());
  const head = await currentHead(subject, keys, depth, context);
  const withHead = head === null ? begun : withReading(begun, head);
  const cacheKey = keptUnder(keys, head);
  const known = cacheKey === null ? null : parseSnapshot(await context.snapshots.readSnapshot(cacheKey));
  const start = known === null ? withHead : continued(known, withHead, depth, now);
  const snapshot = await takeSnapshot(start, rubric, context);
  // Nothing learned is nothing to keep: an older reading stays instead.
  const isLearned = snapshot.repository === null || snapshot.repository.tree.state === 'read';
  if (cacheKey !== null && isLearned) await context.snapshots.writeSnapshot(cacheKey, withoutFaults(snapshot));
  return snapshot;
}

/** The head of the subject's repository: known for less than a minute, else asked for. Null when there is no repository. */
async function currentHead(
  subject: Subject,
  keys: SnapshotKeys,
  depth: Depth,
  context: AssessContext,
): Promise<HeadReading | null> {
  const asked = subject.repository;
  if (asked === null) return null;
  const known = await context.snapshots.readHead(keys.head);
  if (known !== null && depth !== 'fresh' && context.now() - known.readAt < FRESH_FOR) return read(known.head);
  context.onProgress?.('Asking GitHub for the newest commit…');
  const head = await context.repositories.head(asked, known?.head ?? null);
  if (head.state === 'read' && head.value.commit !== null)
    await context.snapshots.writeHead(keys.head, head.value, context.now());
  return head;
}

/** A known snapshot with the new reading's head and time; image answers that are no longer fresh are dropped, to be asked again. */
function continued(known: Snapshot, { subject, readAt, repository }: Snapshot, depth: Depth, now: number): Snapshot {
  const isFresh = (image: ImageSnapshot) => depth !== 'fresh' && now - Date.parse(image.readAt) < freshFor(image);
  const merged =
    known.repository === null || repository === null ? repository : { ...known.repository, head: repository.head };
  return { ...known, subject, readAt, repository: merged, images: known.images.filter(isFresh) };
}

/** That a registry may not be asked holds for no time: the reader may have allowed it since. */
function freshFor({ reference, access, manifest }: ImageSnapshot): number {
  if (access.state === 'unread') return 0;
  return reference.registry === 'docker.io' && manifest.state === 'read' ? HUB_FRESH_FOR : FRESH_FOR;
}

const withReading = (snapshot: Snapshot, head: HeadReading): Snapshot =>
  snapshot.repository === null ? snapshot : { ...snapshot, repository: { ...snapshot.repository, head } };
