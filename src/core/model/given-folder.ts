import type { EntryKind } from './snapshot.ts';
import type { Reading } from './unread.ts';

/** A file that the reader gave: its path below the given folder, its size, and how its bytes are had. */
export interface GivenFile {
  readonly path: string;
  readonly kind: Extract<EntryKind, 'file' | 'executable' | 'symlink'>;
  readonly bytes: number;
  /** The whole file, at most `most` bytes of it; unread when it is larger or cannot be had. Never throws. */
  readonly read: (most: number) => Promise<Reading<Uint8Array>>;
}

/** A folder or an archive on the reader's computer; `unreadFolders` are those whose files could not be listed. */
export interface GivenFolder {
  readonly name: string;
  readonly files: readonly GivenFile[];
  readonly unreadFolders: readonly string[];
}

/** What was given as a folder, or one sentence on why it is none. */
export type OpenedGiven =
  | { readonly ok: true; readonly folder: GivenFolder }
  | { readonly ok: false; readonly problem: string };
