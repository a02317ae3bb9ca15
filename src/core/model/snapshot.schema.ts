import * as z from 'zod/mini';
import { type Head, type Snapshot, snapshotVersion } from './snapshot.ts';
import { type UnreadKind, unreadKinds } from './unread.ts';

const unreadSchema = z.strictObject({
  kind: z.enum(unreadKinds as readonly [UnreadKind, ...UnreadKind[]]),
  detail: z.optional(z.string()),
  retryAt: z.optional(z.string()),
});

const readingOf = <Value extends z.ZodMiniType>(value: Value) =>
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('read'), value }),
    z.strictObject({ state: z.literal('absent') }),
    z.strictObject({ state: z.literal('unread'), unread: unreadSchema }),
  ]);

const nullable = <Value extends z.ZodMiniType>(value: Value) => z.union([value, z.null()]);
const text = z.string();

const imageReferenceSchema = z.strictObject({
  registry: text,
  path: text,
  tag: nullable(text),
  digest: nullable(text),
});

const atSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('head') }),
  z.strictObject({ kind: z.literal('ref'), name: text }),
  z.strictObject({ kind: z.literal('commit'), id: text }),
  z.strictObject({ kind: z.literal('latest-before'), time: text }),
]);

const subjectSchema = z.strictObject({
  repository: nullable(z.strictObject({ owner: text, name: text, at: atSchema })),
  image: nullable(imageReferenceSchema),
  imageNotes: z.optional(z.array(text)),
});

const headSchema = z.strictObject({ owner: text, name: text, commit: nullable(text), ref: nullable(text) });

const treeSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      path: text,
      kind: z.enum(['file', 'executable', 'symlink', 'submodule', 'folder']),
      id: text,
      bytes: nullable(z.number()),
    }),
  ),
  unreadFolders: z.array(text),
});

const textFileSchema = z.strictObject({
  text,
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be']),
  bytes: z.number(),
  id: text,
  cut: z.boolean(),
});

const mention = { value: text, line: z.number(), cell: nullable(z.number()), quote: text };
const mentions = z.array(z.strictObject(mention));

const codeFileSchema = z.strictObject({
  imports: z.array(
    z.strictObject({
      ...mention,
      distributions: nullable(z.tuple([text], text)),
      providers: z.array(text),
      isNeeded: z.boolean(),
    }),
  ),
  machinePaths: mentions,
  harmlessPaths: mentions,
  openedFiles: mentions,
  problem: nullable(text),
});

const platformSchema = z.strictObject({ os: text, architecture: text, variant: nullable(text) });

const accessSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('public') }),
  z.strictObject({ kind: z.literal('refused'), likely: nullable(z.literal('private')) }),
]);

const manifestSchema = z.strictObject({
  digest: text,
  mediaType: text,
  platforms: z.array(platformSchema),
  chosen: nullable(platformSchema),
  configDigest: text,
  layers: z.array(z.strictObject({ digest: text, mediaType: text, bytes: z.number() })),
});

const configSchema = z.strictObject({
  digest: text,
  architecture: text,
  os: text,
  created: nullable(text),
  command: nullable(z.array(text)),
  entrypoint: nullable(z.array(text)),
  user: nullable(text),
  diffIds: z.array(text),
  history: z.array(z.strictObject({ createdBy: text, created: nullable(text), emptyLayer: z.boolean() })),
});

const imageSchema = z.strictObject({
  reference: imageReferenceSchema,
  readAt: text,
  access: readingOf(accessSchema),
  manifest: readingOf(manifestSchema),
  config: readingOf(configSchema),
  tags: readingOf(z.array(text)),
  answers: z.array(
    z.strictObject({
      request: z.enum(['token', 'manifest', 'config', 'tags']),
      status: z.number(),
      code: nullable(text),
      quote: text,
    }),
  ),
});

/** A snapshot as a cache or a file gives it back. The compiler checks that it yields the model's own type. */
const snapshotSchema = z.strictObject({
  version: z.literal(snapshotVersion),
  subject: subjectSchema,
  readAt: text,
  repository: nullable(
    z.strictObject({
      head: readingOf(headSchema),
      tree: readingOf(treeSchema),
      texts: z.array(z.strictObject({ path: text, reading: readingOf(textFileSchema) })),
      code: z.array(z.strictObject({ path: text, id: text, reading: readingOf(codeFileSchema) })),
    }),
  ),
  images: z.array(imageSchema),
});

/** The value as a head, or null when it is none. */
export function parseHead(value: unknown): Head | null {
  const parsed = z.safeParse(headSchema, value);
  return parsed.success ? parsed.data : null;
}

/** The value as a snapshot, or null when it is none (written by another version, or broken). */
export function parseSnapshot(value: unknown): Snapshot | null {
  const parsed = z.safeParse(snapshotSchema, value);
  // Zod writes `detail?: string | undefined` where the model has `detail?: string`; JSON knows no difference.
  return parsed.success ? (parsed.data as Snapshot) : null;
}
