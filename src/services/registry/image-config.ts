import * as z from 'zod/mini';
import { limits } from '../../core/model/limits.ts';
import type { ImageConfig } from '../../core/model/snapshot.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { parseJson } from '../transport/answer.ts';
import { type RegistrySession, unreadRefusal } from './registry-session.ts';

const words = z.nullish(z.array(z.string()));
const text = z.nullish(z.string());
const configSchema = z.object({
  architecture: z.string(),
  os: z.string(),
  created: text,
  config: z.nullish(z.object({ Cmd: words, Entrypoint: words, User: text })),
  rootfs: z.object({ diff_ids: words }),
  history: z.nullish(z.array(z.object({ created: text, created_by: text, empty_layer: z.nullish(z.boolean()) }))),
});

/** The image's configuration (image-spec, config.md). The registry leads on to another host; the digest is checked. */
export async function imageConfig(digest: string, session: RegistrySession): Promise<Reading<ImageConfig>> {
  const came = await session.askDigested(
    { request: 'config', below: `blobs/${digest}`, accept: '*/*', maxBytes: limits.configBytes, shape: 'bytes' },
    { digest, bytes: null },
  );
  if (came.kind === 'unread') return { state: 'unread', unread: came.unread };
  if (came.kind === 'refused') return unreadRefusal(came.answer);
  const parsed = z.safeParse(configSchema, parseJson(came.bytes));
  if (!parsed.success) return unread('bad-format', { detail: 'The image’s configuration is not in the form of OCI.' });
  return read(configOf(digest, parsed.data));
}

const configOf = (digest: string, given: z.infer<typeof configSchema>): ImageConfig => ({
  digest,
  architecture: given.architecture,
  os: given.os,
  created: given.created ?? null,
  command: given.config?.Cmd ?? null,
  entrypoint: given.config?.Entrypoint ?? null,
  // Docker writes an empty name where none was set.
  user: given.config?.User || null,
  diffIds: given.rootfs.diff_ids ?? [],
  history: (given.history ?? []).map((entry) => ({
    createdBy: entry.created_by ?? '',
    created: entry.created ?? null,
    emptyLayer: entry.empty_layer ?? false,
  })),
});
