import * as v from 'valibot';
import { accepted, fields } from '../../core/model/border.schema.ts';
import { limits } from '../../core/model/limits.ts';
import { absent, type Reading, read, unread } from '../../core/model/unread.ts';
import type { Answer } from '../transport/answer.ts';
import { registryError } from './registry-answers.ts';
import { type RegistrySession, unreadRefusal } from './registry-session.ts';

const PAGE = 100;
const MOST_PAGES = limits.tags.most / PAGE;
const tagsSchema = fields({ tags: v.nullish(v.array(v.string())) });

/** The image's tags, page after page up to `limits.tags` (distribution-spec, "Listing Tags"). */
export async function imageTags(session: RegistrySession): Promise<Reading<readonly string[]>> {
  const tags: string[] = [];
  let below: string | null = `tags/list?n=${PAGE}`;
  for (let page = 0; below !== null && page < MOST_PAGES; page += 1) {
    const asked = await session.ask({
      request: 'tags',
      below,
      accept: 'application/json',
      maxBytes: limits.tagsBytes,
      shape: 'json',
    });
    if (!asked.ok) return { state: 'unread', unread: asked.unread };
    if (asked.answer.status !== 200) return refusedTags(asked.answer);
    const listed = accepted(tagsSchema, asked.answer.json);
    if (listed === null) return unread('bad-format', { detail: 'The list of tags is not in the form of OCI.' });
    tags.push(...(listed.tags ?? []));
    below = nextPage(asked.answer, session);
  }
  return read(tags.slice(0, limits.tags.most));
}

const refusedTags = (answer: Answer): Reading<never> =>
  answer.status === 404 && registryError(answer)?.code === 'NAME_UNKNOWN' ? absent : unreadRefusal(answer);

/** The link is relative to the registry; one that leads anywhere but to this image's tags is not followed. */
function nextPage(answer: Answer, { path, registry: { origin } }: RegistrySession): string | null {
  const link = /<([^<>]{1,2000})>\s*;\s*rel="?next"?/.exec(answer.header('link') ?? '')?.[1];
  if (link === undefined || !URL.canParse(link, origin)) return null;
  const url = new URL(link, origin);
  const isOurs = url.origin === origin && url.pathname === `/v2/${path}/tags/list`;
  return isOurs ? `tags/list${url.search}` : null;
}
