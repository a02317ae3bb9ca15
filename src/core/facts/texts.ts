import type { RepositorySnapshot, TextFile, TreeEntry } from '../model/snapshot.ts';
import { textAt } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { isFile } from './tree.ts';

/** A text that was read, or the unread part that stands for it. */
export type TextOrPart =
  | { readonly state: 'read'; readonly file: TextFile; readonly unread: readonly UnreadPart[] }
  | { readonly state: 'unread'; readonly part: UnreadPart };

/** The text of an entry. A link, a submodule and a text never asked for are unread parts; a cut text has one. */
export function textOf(repository: RepositorySnapshot, entry: TreeEntry): TextOrPart {
  if (!isFile(entry)) return missing(entry.path, 'bad-format', `${entry.path} is a ${entry.kind}, not a file`);
  const reading = textAt(repository, entry.path);
  if (reading === undefined) return missing(entry.path, 'not-asked');
  if (reading.state === 'absent') return missing(entry.path, 'stale', 'listed, but not there when it was read');
  if (reading.state === 'unread') return { state: 'unread', part: { what: entry.path, ...reading.unread } };
  const unread: readonly UnreadPart[] = reading.value.cut
    ? [{ what: `the rest of ${entry.path}`, kind: 'too-big' }]
    : [];
  return { state: 'read', file: reading.value, unread };
}

const missing = (what: string, kind: UnreadPart['kind'], detail?: string): TextOrPart => ({
  state: 'unread',
  part: { what, kind, ...(detail === undefined ? {} : { detail }) },
});
