import { type Limit, limits } from '../model/limits.ts';
import type { EntryKind, RepositorySnapshot, TextFile, TreeEntry } from '../model/snapshot.ts';
import { textAt } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { isFile } from './tree.ts';

/** A text that was read, or the unread part that stands for it. */
export type TextOrPart =
  | { readonly state: 'read'; readonly file: TextFile; readonly unread: readonly UnreadPart[] }
  | { readonly state: 'unread'; readonly part: UnreadPart };

/**
 * The text of an entry. A link, a submodule and a text never asked for are unread parts; a cut text has one, with the
 * sentence of the bound that it met.
 */
export function textOf(repository: RepositorySnapshot, entry: TreeEntry): TextOrPart {
  const reading = textAt(repository, entry.path);
  if (!isFile(entry) && reading?.state !== 'unread') return missing(entry.path, 'bad-format', NO_FILE[entry.kind]);
  if (reading === undefined)
    return missing(entry.path, 'not-asked', isFull(repository) ? limits.textsPerRepository.sentence : undefined);
  if (reading.state === 'absent')
    return missing(entry.path, 'stale', 'It is in the list of files, but was not there when it was read.');
  if (reading.state === 'unread') return { state: 'unread', part: { what: entry.path, ...reading.unread } };
  const unread: readonly UnreadPart[] = reading.value.cut
    ? [{ what: `the rest of ${entry.path}`, kind: 'too-big', detail: boundOf(entry.path).sentence }]
    : [];
  return { state: 'read', file: reading.value, unread };
}

const isFull = ({ texts }: RepositorySnapshot): boolean => texts.length >= limits.textsPerRepository.most;

/** How much of a text is kept, by what its name says that it is. */
function boundOf(path: string): Limit {
  if (/(?:^|[./])(?:docker|container)file[^/]*$/i.test(path)) return limits.dockerfileBytes;
  return /\.(?:ya?ml|json)$/i.test(path) ? limits.workflowBytes : limits.readmeBytes;
}

const NO_FILE: Partial<Readonly<Record<EntryKind, string>>> = {
  symlink: 'It is a link, and no file of this repository that Reprise reads is where it leads.',
  submodule: 'It is another repository (a submodule), which Reprise does not read.',
  folder: 'It is a folder.',
};

const missing = (what: string, kind: UnreadPart['kind'], detail?: string): TextOrPart => ({
  state: 'unread',
  part: { what, kind, ...(detail === undefined ? {} : { detail }) },
});
