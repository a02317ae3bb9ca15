import * as v from 'valibot';
import { accepted, fields } from '../../core/model/border.schema.ts';
import { limits } from '../../core/model/limits.ts';
import type { ImageConfig } from '../../core/model/snapshot.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { parseJson } from '../transport/answer.ts';
import { type RegistrySession, unreadRefusal } from './registry-session.ts';

const words = v.nullish(v.array(v.string()));
const text = v.nullish(v.string());
const configSchema = fields({
  architecture: v.string(),
  os: v.string(),
  created: text,
  config: v.nullish(fields({ Cmd: words, Entrypoint: words, User: text, Env: words })),
  rootfs: fields({ diff_ids: words }),
  history: v.nullish(v.array(fields({ created: text, created_by: text, empty_layer: v.nullish(v.boolean()) }))),
});

/** The image's configuration (image-spec, config.md). The registry leads on to another host; the digest is checked. */
export async function imageConfig(digest: string, session: RegistrySession): Promise<Reading<ImageConfig>> {
  const came = await session.askDigested(
    { request: 'config', below: `blobs/${digest}`, accept: '*/*', maxBytes: limits.configBytes, shape: 'bytes' },
    { digest, bytes: null },
  );
  if (came.kind === 'unread') return { state: 'unread', unread: came.unread };
  if (came.kind === 'refused') return unreadRefusal(came.answer);
  const config = accepted(configSchema, parseJson(came.bytes));
  return config === null
    ? unread('bad-format', { detail: 'The image’s configuration is not in the form of OCI.' })
    : read(configOf(digest, config));
}

const configOf = (digest: string, given: v.InferOutput<typeof configSchema>): ImageConfig => ({
  digest,
  architecture: given.architecture,
  os: given.os,
  created: given.created ?? null,
  command: given.config?.Cmd ?? null,
  entrypoint: given.config?.Entrypoint ?? null,
  // Docker writes an empty name where none was set.
  user: given.config?.User || null,
  environment: given.config?.Env ?? [],
  diffIds: given.rootfs.diff_ids ?? [],
  history: (given.history ?? []).map((entry) => ({
    createdBy: entry.created_by ?? '',
    created: entry.created ?? null,
    emptyLayer: entry.empty_layer ?? false,
  })),
});
