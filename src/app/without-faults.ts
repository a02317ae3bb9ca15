import { type ImageSnapshot, notAsked, type Snapshot } from '../core/model/snapshot.ts';
import type { Reading } from '../core/model/unread.ts';

/**
 * The snapshot without anything unread, so that a cache never keeps a fault: the plan then asks for it again. That also holds
 * for what looks lasting (too large, no text), because a fault on the way can look the same. That a registry may not be asked
 * is no fault; it is asked for again all the same (`assess-subject.ts`).
 */
export function withoutFaults(snapshot: Snapshot): Snapshot {
  const { repository, images } = snapshot;
  return {
    ...snapshot,
    repository:
      repository === null
        ? null
        : {
            head: kept(repository.head),
            tree: kept(repository.tree),
            texts: repository.texts.filter(({ reading }) => reading.state !== 'unread'),
            code: repository.code.filter(({ reading }) => reading.state !== 'unread'),
          },
    images: images.filter(isAnswered),
  };
}

/** A refusal is an answer: what lies behind it was rightly not read. */
const isAnswered = ({ access, manifest, config, tags }: ImageSnapshot): boolean =>
  (access.state === 'unread' && access.unread.kind === 'permission-needed') ||
  (access.state === 'read' &&
    (access.value.kind === 'refused' || [manifest, config, tags].every((reading) => !isFault(reading))));

const kept = <T>(reading: Reading<T>): Reading<T> =>
  reading.state === 'unread' ? { state: 'unread', unread: notAsked } : reading;

const isFault = (reading: Reading<unknown>): boolean =>
  reading.state === 'unread' && reading.unread.kind !== 'not-asked';
