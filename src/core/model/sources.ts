import type { ImageReference } from './image-reference.ts';
import type { RepositoryRef } from './repository-ref.ts';
import type { Head, ImageSnapshot, TextFile, Tree, TreeEntry } from './snapshot.ts';
import type { Reading } from './unread.ts';

/** A text of the listing, and how much of it is to be kept. */
export interface TextWish {
  readonly entry: TreeEntry;
  readonly maxBytes: number;
}

/** Where a repository is read from: GitHub, or a git repository on disk. Failures are values; nothing is thrown. */
export interface RepositorySource {
  /**
   * The commit that the reference stands for. `absent` never happens: a repository that is not there is unread. `known` is
   * what it stood for at an earlier look, so that GitHub need only say whether it still does.
   */
  readonly head: (repository: RepositoryRef, known?: Head | null) => Promise<Reading<Head>>;
  /** The whole listing at that head. */
  readonly tree: (head: Head) => Promise<Reading<Tree>>;
  /** One text of the listing; at most `maxBytes` of it are kept, the whole is checked against the entry's id. */
  readonly text: (head: Head, entry: TreeEntry, maxBytes: number) => Promise<Reading<TextFile>>;
  /** Many texts at once, in the same order, where the source has a shorter way for that. */
  readonly texts?: (head: Head, wishes: readonly TextWish[]) => Promise<readonly Reading<TextFile>[]>;
}

/** Where images are asked about. */
export interface ImageSource {
  readonly image: (reference: ImageReference) => Promise<ImageSnapshot>;
}
