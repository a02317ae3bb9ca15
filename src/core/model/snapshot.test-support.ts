import { ghcrImage, type ImageReference } from './image-reference.ts';
import { head } from './repository-ref.ts';
import {
  type CodeReading,
  type EntryKind,
  type ImageAccess,
  type ImageConfig,
  type ImageSnapshot,
  type Snapshot,
  snapshotVersion,
  type TextReading,
} from './snapshot.ts';
import { read, type Unread, unread } from './unread.ts';

const READ_AT = '2026-11-24T20:00:00.000Z';
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** A file as its text, a link or submodule by its kind, or a file that could not be read. */
export type TestFile = string | { readonly kind: EntryKind } | { readonly unread: Unread };

/** A snapshot of a repository in which everything was read, unless `change` says otherwise. */
export function snapshotOf(
  files: Readonly<Record<string, TestFile>>,
  options: {
    readonly images?: readonly ImageSnapshot[];
    readonly unreadFolders?: readonly string[];
    readonly code?: readonly CodeReading[];
  } = {},
): Snapshot {
  const entries = Object.entries(files).map(([path, file]) => ({
    path,
    kind: typeof file === 'object' && 'kind' in file ? file.kind : ('file' as const),
    id: 'a'.repeat(40),
    bytes: typeof file === 'string' ? file.length : 0,
  }));
  const texts = Object.entries(files).flatMap(([path, file]): readonly TextReading[] => {
    if (typeof file === 'object' && 'kind' in file) return [];
    if (typeof file !== 'string') return [{ path, reading: { state: 'unread', unread: file.unread } }];
    const value = { text: file, encoding: 'utf-8' as const, bytes: file.length, id: 'a'.repeat(40), cut: false };
    return [{ path, reading: read(value) }];
  });
  return {
    version: snapshotVersion,
    subject: { repository: { owner: 'lab', name: 'sleep', at: head }, image: null },
    readAt: READ_AT,
    repository: {
      head: read({ owner: 'lab', name: 'sleep', commit: COMMIT, ref: 'main' }),
      tree: read({ entries, unreadFolders: options.unreadFolders ?? [] }),
      texts,
      code: options.code ?? [],
    },
    images: options.images ?? [],
  };
}

/** The same snapshot with its listing unread. */
export const withoutTree = (snapshot: Snapshot, why: Unread): Snapshot =>
  snapshot.repository === null
    ? snapshot
    : { ...snapshot, repository: { ...snapshot.repository, tree: { state: 'unread', unread: why }, texts: [] } };

/** A configuration as the lesson's assignment leads to it, unless `change` says otherwise. */
export const configOf = (change: Partial<ImageConfig> = {}): ImageConfig => ({
  digest: `sha256:${'c'.repeat(64)}`,
  architecture: 'amd64',
  os: 'linux',
  created: '2026-11-20T20:00:00Z',
  command: ['/bin/bash'],
  entrypoint: ['tini', '-g', '--', 'start.sh'],
  user: 'jovyan',
  environment: ['PATH=/opt/conda/bin:/usr/bin:/bin'],
  diffIds: [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`],
  history: [
    { createdBy: 'ADD rootfs.tar in /', created: null, emptyLayer: false },
    { createdBy: 'RUN apt-get -y install aria2 nmap traceroute', created: null, emptyLayer: false },
    { createdBy: 'CMD ["/bin/bash"]', created: null, emptyLayer: true },
  ],
  ...change,
});

/** An image on ghcr.io as a registry answers for it. */
export function imageOf(
  path: string,
  access: ImageAccess | Unread,
  change: Partial<ImageSnapshot> = {},
): ImageSnapshot {
  const reference: ImageReference = change.reference ?? ghcrImage(path);
  const isPublic = 'kind' in access && access.kind === 'public';
  const status = isPublic ? 200 : 401;
  return {
    reference,
    readAt: READ_AT,
    access: access.kind === 'public' || access.kind === 'refused' ? read(access) : { state: 'unread', unread: access },
    manifest: isPublic
      ? read({
          digest: `sha256:${'b'.repeat(64)}`,
          mediaType: 'application/vnd.oci.image.manifest.v1+json',
          platforms: [],
          chosen: null,
          configDigest: `sha256:${'c'.repeat(64)}`,
          layers: [
            {
              digest: `sha256:${'d'.repeat(64)}`,
              mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
              bytes: 1_000,
            },
          ],
        })
      : unread('not-asked'),
    config: unread('not-asked'),
    tags: unread('not-asked'),
    answers: [
      {
        request: 'token',
        status,
        code: isPublic ? null : 'UNAUTHORIZED',
        quote: isPublic ? '' : 'authentication required',
      },
    ],
    ...change,
  };
}
