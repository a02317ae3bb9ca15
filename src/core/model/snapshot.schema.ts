import * as v from 'valibot';
import { accepted, figure } from './border.schema.ts';
import { type Head, type Snapshot, snapshotVersion } from './snapshot.ts';
import { unreadKinds } from './unread.ts';

const unreadSchema = v.strictObject({
  kind: v.picklist(unreadKinds),
  detail: v.exactOptional(v.string()),
  retryAt: v.exactOptional(v.string()),
});

const readingOf = <Value extends v.GenericSchema>(value: Value) =>
  v.variant('state', [
    v.strictObject({ state: v.literal('read'), value }),
    v.strictObject({ state: v.literal('absent') }),
    v.strictObject({ state: v.literal('unread'), unread: unreadSchema }),
  ]);

const text = v.string();

const imageReferenceSchema = v.strictObject({
  registry: text,
  path: text,
  tag: v.nullable(text),
  digest: v.nullable(text),
});

const atSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('head') }),
  v.strictObject({ kind: v.literal('ref'), name: text }),
  v.strictObject({ kind: v.literal('commit'), id: text }),
  v.strictObject({ kind: v.literal('latest-before'), time: text }),
]);

const subjectSchema = v.strictObject({
  repository: v.nullable(v.strictObject({ owner: text, name: text, at: atSchema })),
  image: v.nullable(imageReferenceSchema),
  imageNotes: v.exactOptional(v.array(text)),
});

const headSchema = v.strictObject({ owner: text, name: text, commit: v.nullable(text), ref: v.nullable(text) });

const treeSchema = v.strictObject({
  entries: v.array(
    v.strictObject({
      path: text,
      kind: v.picklist(['file', 'executable', 'symlink', 'submodule', 'folder']),
      id: text,
      bytes: v.nullable(figure),
    }),
  ),
  unreadFolders: v.array(text),
});

const textFileSchema = v.strictObject({
  text,
  encoding: v.picklist(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be']),
  bytes: figure,
  id: text,
  cut: v.boolean(),
});

const mention = { value: text, line: figure, cell: v.nullable(figure), quote: text };
const mentions = v.array(v.strictObject(mention));

const codeFileSchema = v.strictObject({
  imports: v.array(
    v.strictObject({
      ...mention,
      distributions: v.nullable(v.tupleWithRest([text], text)),
      providers: v.array(text),
      isNeeded: v.boolean(),
    }),
  ),
  machinePaths: mentions,
  harmlessPaths: mentions,
  openedFiles: mentions,
  writtenFiles: v.array(text),
  installs: mentions,
  problem: v.nullable(text),
});

const platformSchema = v.strictObject({ os: text, architecture: text, variant: v.nullable(text) });

const accessSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('public') }),
  v.strictObject({ kind: v.literal('refused'), likely: v.nullable(v.literal('private')) }),
]);

const manifestSchema = v.strictObject({
  digest: text,
  mediaType: text,
  platforms: v.array(platformSchema),
  chosen: v.nullable(platformSchema),
  configDigest: text,
  layers: v.array(v.strictObject({ digest: text, mediaType: text, bytes: figure })),
});

const configSchema = v.strictObject({
  digest: text,
  architecture: text,
  os: text,
  created: v.nullable(text),
  command: v.nullable(v.array(text)),
  entrypoint: v.nullable(v.array(text)),
  user: v.nullable(text),
  environment: v.array(text),
  diffIds: v.array(text),
  history: v.array(v.strictObject({ createdBy: text, created: v.nullable(text), emptyLayer: v.boolean() })),
});

const imageSchema = v.strictObject({
  reference: imageReferenceSchema,
  readAt: text,
  access: readingOf(accessSchema),
  manifest: readingOf(manifestSchema),
  config: readingOf(configSchema),
  tags: readingOf(v.array(text)),
  answers: v.array(
    v.strictObject({
      request: v.picklist(['token', 'manifest', 'config', 'tags']),
      status: figure,
      code: v.nullable(text),
      quote: text,
    }),
  ),
});

/** A snapshot as a cache or a file gives it back. The compiler checks that it yields the model's own type. */
const snapshotSchema = v.strictObject({
  version: v.literal(snapshotVersion),
  subject: subjectSchema,
  readAt: text,
  repository: v.nullable(
    v.strictObject({
      head: readingOf(headSchema),
      tree: readingOf(treeSchema),
      texts: v.array(v.strictObject({ path: text, reading: readingOf(textFileSchema) })),
      code: v.array(v.strictObject({ path: text, id: text, reading: readingOf(codeFileSchema) })),
    }),
  ),
  images: v.array(imageSchema),
});

/** The value as a head, or null when it is none. */
export function parseHead(value: unknown): Head | null {
  return accepted(headSchema, value);
}

/** The value as a snapshot, or null when it is none (written by another version, or broken). */
export function parseSnapshot(value: unknown): Snapshot | null {
  return accepted(snapshotSchema, value);
}
