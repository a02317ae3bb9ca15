import { entriesNotIn } from '../core/facts/code-entries.ts';
import { parseSnapshot } from '../core/model/snapshot.schema.ts';
import type { CodeReading } from '../core/model/snapshot.ts';
import { type AssessContext, type Assessment, judged } from './assess-subject.ts';
import type { CodeSource } from './read-code.ts';
import { keptUnder, keysOf, lockOf } from './snapshot-keys.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { withoutFaults } from './without-faults.ts';

/** So much of what was found is lost at most when the page closes. */
const KEEP_AFTER_MS = 2_000;

/**
 * Looks into the code of what was assessed, and judges it anew. Nothing else is read again. What is found is kept on the way;
 * the lock is held only for that, so that no badge waits for it.
 */
export async function lookIntoCode(
  { snapshot, rubric }: Assessment,
  code: CodeSource,
  context: AssessContext,
): Promise<Assessment> {
  let keptAt = context.now();
  const onRead: CodeSource['onRead'] = (found, of) => {
    code.onRead?.(found, of);
    if (context.now() - keptAt < KEEP_AFTER_MS) return;
    keptAt = context.now();
    keep(snapshot, found, context).catch(ignored);
  };
  const looked = await takeSnapshot(snapshot, rubric, { ...context, code: { ...code, onRead } });
  keep(looked, looked.repository?.code ?? [], context).catch(ignored);
  return judged(looked, rubric, context);
}

// A cache that fails is an empty one.
const ignored = (): void => {};

/** Adds to the snapshot that is kept; where none is, this is no reading to keep. */
async function keep(
  { subject, repository }: Assessment['snapshot'],
  found: readonly CodeReading[],
  { withLock, snapshots, reader }: AssessContext,
): Promise<void> {
  const keys = keysOf(subject, reader);
  const key = repository === null ? null : keptUnder(keys, repository.head);
  if (key === null) return;
  await withLock(lockOf(keys), async () => {
    const known = parseSnapshot(await snapshots.readSnapshot(key));
    if (known === null || known.repository === null) return;
    const { code } = known.repository;
    const isNew = new Set(entriesNotIn(code, found));
    const all = [...code, ...found.filter((reading) => isNew.has(reading))];
    await snapshots.writeSnapshot(key, withoutFaults({ ...known, repository: { ...known.repository, code: all } }));
  });
}
