import { repositoryKey } from '../core/model/repository-ref.ts';
import type { Head, Snapshot } from '../core/model/snapshot.ts';
import { formatSubject, type Subject } from '../core/model/subject.ts';

/** `subject` names what is read, whatever its place in the history; `head` the place too, which the commit is known by. */
export interface SnapshotKeys {
  readonly subject: string;
  readonly head: string;
}

/** Under what a reader's snapshots of a subject are kept, and locked while they are read. */
export function keysOf({ repository, image }: Subject, reader: string): SnapshotKeys {
  const named = repository === null ? '' : repositoryKey(repository);
  const alone = image === null ? '' : formatSubject({ repository: null, image });
  const subject = `${reader} ${named} ${alone}`;
  return { subject, head: `${subject} ${JSON.stringify(repository?.at ?? null)}` };
}

export const lockOf = ({ subject }: SnapshotKeys): string => `subject:${subject}`;

export type HeadReading = NonNullable<Snapshot['repository']>['head'];

/** One entry per commit, or per image that stands alone. Null when the commit is not known: such a reading is not kept. */
export function keptUnder(keys: SnapshotKeys, head: HeadReading | null): string | null {
  if (head === null) return snapshotKey(keys, null);
  return head.state === 'read' && head.value.commit !== null ? snapshotKey(keys, head.value) : null;
}

export const snapshotKey = ({ subject }: SnapshotKeys, head: Head | null): string =>
  `${subject} ${head?.commit ?? 'image'}`;
