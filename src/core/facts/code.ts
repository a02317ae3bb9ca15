import type { CodeFile } from '../model/code-file.ts';
import type { Fact } from '../model/facts.ts';
import type { RepositorySnapshot, Snapshot } from '../model/snapshot.ts';
import { codeEntriesOf, unreadCode } from './code-entries.ts';
import { isDockerfileByName } from './dockerfile-place.ts';
import { perSnapshot } from './per-snapshot.ts';
import { listingOf, notAmong, unlistedParts } from './tree.ts';

/** What was found in the files of code that were looked into, by path; those that were not are unread parts. */
export interface Code {
  readonly files: readonly { readonly path: string; readonly file: CodeFile }[];
  /** Home folders that the project's own Dockerfiles make: `/home/app`. */
  readonly containerHomes: readonly string[];
  /** The project's name, as its folder is called on most machines. */
  readonly project: string;
}

export const codeFact = perSnapshot((snapshot: Snapshot): Fact<Code> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const { within, beyond } = codeEntriesOf(listing);
  const unlisted = unlistedParts(listing);
  if (within.length + beyond.length === 0)
    return {
      state: 'absent',
      summary: 'There is no code.',
      lookedFor: [notAmong('files of code', listing)],
      unread: unlisted,
    };
  const files = repository.code.flatMap(({ path, reading: found }) =>
    found.state === 'read' ? [{ path, file: found.value }] : [],
  );
  return {
    state: 'present',
    value: { files, containerHomes: containerHomesOf(repository), project: snapshot.subject.repository?.name ?? '' },
    unread: [...unreadCode(repository, listing), ...unlisted],
  };
});

const HOME = /\/home\/[A-Za-z0-9._-]{1,40}/g;

const containerHomesOf = ({ texts }: RepositorySnapshot): readonly string[] => [
  ...new Set(
    texts.flatMap(({ path, reading }) =>
      reading.state === 'read' && isDockerfileByName(path) ? (reading.value.text.match(HOME) ?? []) : [],
    ),
  ),
];
