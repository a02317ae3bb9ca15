import { type ImageSnapshot, notAsked, type Snapshot } from '../core/model/snapshot.ts';
import { isLasting, type Reading } from '../core/model/unread.ts';

/** The snapshot without what failed for the moment only, so that a cache never keeps a fault: the plan then asks for it again. */
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
            texts: repository.texts.filter(({ reading }) => isLasting(reading)),
          },
    images: images.filter(isAnswered),
  };
}

/** A refusal is an answer: what lies behind it was rightly not read. */
const isAnswered = ({ access, manifest, config, tags }: ImageSnapshot): boolean =>
  access.state === 'read' &&
  (access.value.kind === 'refused' ||
    [manifest, config, tags].every((reading) => isLasting(reading) || isUnasked(reading)));

const kept = <T>(reading: Reading<T>): Reading<T> =>
  isLasting(reading) ? reading : { state: 'unread', unread: notAsked };

const isUnasked = (reading: Reading<unknown>): boolean =>
  reading.state === 'unread' && reading.unread.kind === 'not-asked';
