import type { CodeFile } from './code-file.ts';
import type { ImageReference } from './image-reference.ts';
import type { Subject } from './subject.ts';
import type { Reading, Unread } from './unread.ts';

/** Raised whenever the shape below changes, so that an older cache entry is never read as a newer one. */
export const snapshotVersion = 2;

/** What was read of a subject, for each thing whether it was read, is absent, or could not be read. Plain JSON. */
export interface Snapshot {
  readonly version: typeof snapshotVersion;
  readonly subject: Subject;
  /** When the reading began, ISO 8601, UTC. */
  readonly readAt: string;
  readonly repository: RepositorySnapshot | null;
  readonly images: readonly ImageSnapshot[];
}

export interface RepositorySnapshot {
  readonly head: Reading<Head>;
  readonly tree: Reading<Tree>;
  readonly texts: readonly TextReading[];
  /** What was found in files of code; empty as long as nobody looked. */
  readonly code: readonly CodeReading[];
}

/** The place judged. `commit` is null when only the tree at HEAD could be had; links then use `HEAD`. */
export interface Head {
  /** The name as GitHub writes it; differs from the subject's after a renaming. */
  readonly owner: string;
  readonly name: string;
  readonly commit: string | null;
  /** Branch or tag that was asked for or that HEAD stands for, without `refs/heads/`. */
  readonly ref: string | null;
}

export type EntryKind = 'file' | 'executable' | 'symlink' | 'submodule' | 'folder';

/** One entry of the recursive listing. `id` is the git object id (for a file: of its blob); `bytes` is null where git tells none. */
export interface TreeEntry {
  readonly path: string;
  readonly kind: EntryKind;
  readonly id: string;
  readonly bytes: number | null;
}

/** `unreadFolders` are the folders whose content the listing lacks ("" is the root); empty when the listing is whole. */
export interface Tree {
  readonly entries: readonly TreeEntry[];
  readonly unreadFolders: readonly string[];
}

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

/**
 * A text of the repository, decoded after its bytes were checked against the blob id. `bytes` is the size of the whole file;
 * `cut` tells that only the first part was kept.
 */
export interface TextFile {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly bytes: number;
  readonly id: string;
  readonly cut: boolean;
}

export interface TextReading {
  readonly path: string;
  readonly reading: Reading<TextFile>;
}

/** A file of code that was looked into; `id` is its blob's. */
export interface CodeReading {
  readonly path: string;
  readonly id: string;
  readonly reading: Reading<CodeFile>;
}

/** A registry's answer as it was given: HTTP status, the OCI error code if any, and the quoted line (redacted, ≤ 300 characters). */
export interface RegistryAnswer {
  readonly request: 'token' | 'manifest' | 'config' | 'tags';
  readonly status: number;
  readonly code: string | null;
  readonly quote: string;
}

/** Everything asked about one image. `answers` holds the refusals and the last answer of each request, in order. */
export interface ImageSnapshot {
  readonly reference: ImageReference;
  readonly readAt: string;
  readonly access: Reading<ImageAccess>;
  readonly manifest: Reading<ImageManifest>;
  readonly config: Reading<ImageConfig>;
  readonly tags: Reading<readonly string[]>;
  readonly answers: readonly RegistryAnswer[];
}

/**
 * `public`: the registry gives an anonymous token. `refused`: it does not; `likely` says what its answer makes likelier, null
 * when an image that surely does not exist is answered alike, or when the answer is of a new kind.
 */
export type ImageAccess = { readonly kind: 'public' } | { readonly kind: 'refused'; readonly likely: 'private' | null };

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | null;
}

/** The manifest chosen for linux/amd64 (the first one where there is none). `platforms` is empty for a bare manifest. */
export interface ImageManifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly platforms: readonly Platform[];
  readonly chosen: Platform | null;
  readonly configDigest: string;
  readonly layers: readonly ImageLayer[];
}

/** A layer as the manifest names it; `bytes` is its compressed size. */
export interface ImageLayer {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Parts of the OCI image configuration (image-spec, config.md) that are judged; null where the config says nothing. */
export interface ImageConfig {
  readonly digest: string;
  readonly architecture: string;
  readonly os: string;
  readonly created: string | null;
  readonly command: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  readonly user: string | null;
  /** `NAME=value`, as the config lists them. */
  readonly environment: readonly string[];
  readonly diffIds: readonly string[];
  readonly history: readonly HistoryEntry[];
}

export interface HistoryEntry {
  readonly createdBy: string;
  readonly created: string | null;
  readonly emptyLayer: boolean;
}

/** The reading of a text, or undefined when it was never asked for. */
export const textAt = (repository: RepositorySnapshot, path: string): Reading<TextFile> | undefined =>
  repository.texts.find((text) => text.path === path)?.reading;

export const notAsked: Unread = { kind: 'not-asked' };
