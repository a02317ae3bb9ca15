import * as v from 'valibot';
import { accepted, fields, recordOf } from '../../core/model/border.schema.ts';
import { limits } from '../../core/model/limits.ts';
import type { Head } from '../../core/model/snapshot.ts';
import { type Reading, read, type Unread, unread } from '../../core/model/unread.ts';
import { blobId } from '../git-objects/blob-id.ts';
import type { Answer } from '../transport/answer.ts';
import { askWithinLimit } from '../transport/ask-within-limit.ts';
import { singleSignOnWords } from '../transport/refusal.ts';
import type { GithubParts } from './api.ts';

/** Blob id to bytes. */
export type Blobs = ReadonlyMap<string, Uint8Array>;

const answerSchema = fields({
  data: v.nullish(fields({ repository: v.nullable(recordOf(v.nullable(fields({ text: v.nullish(v.string()) })))) })),
  errors: v.optional(v.array(fields({ type: v.optional(v.string()), message: v.string() }))),
});
type GivenAnswer = v.InferOutput<typeof answerSchema>;

/**
 * Blobs of one repository in one GraphQL query, which costs one point. GraphQL tells texts, not bytes, so a blob is there
 * only when its text makes the very bytes of its id: what is binary, cut, or was another encoding is left out.
 */
export async function blobsByGraphql(
  head: Head,
  ids: ReadonlySet<string>,
  parts: GithubParts,
): Promise<Reading<Blobs>> {
  const { reader } = parts;
  if (ids.size === 0 || reader.token === null) return read(new Map());
  const asked = [...ids];
  const question = {
    url: 'https://api.github.com/graphql',
    authorization: `Bearer ${reader.token}`,
    accept: 'application/vnd.github+json',
    graphql: { query: queryFor(asked), variables: { owner: head.owner, name: head.name } },
    shape: 'json',
    maxBytes: limits.textTransferBytes,
  } as const;
  const given = await askWithinLimit(question, { reader: reader.id, resource: 'graphql' }, parts);
  if (!given.ok) return { state: 'unread', unread: given.unread };
  const answer = accepted(answerSchema, given.answer.json);
  if (answer === null) return unread('bad-format', { detail: 'The texts are not in GitHub’s form.' });
  const repository = answer.data?.repository ?? null;
  if (repository === null) return { state: 'unread', unread: faultOf(answer, given.answer) };
  const blobs = await Promise.all(asked.map((id, index) => blobOf(id, repository[`t${index}`]?.text ?? null)));
  return read(new Map(blobs.flatMap((blob) => (blob === null ? [] : [blob]))));
}

/** By id: a path would have to be escaped, and the commit could have moved on. Ids are 40 hexadecimal digits. */
const queryFor = (ids: readonly string[]): string =>
  [
    'query Texts($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {',
    ...ids.map((id, index) => `t${index}: object(oid: "${id}") { ...Text }`),
    '} } fragment Text on Blob { text }',
  ].join('\n');

/** It is not documented whether a byte order mark stays in the text, so both are tried. */
async function blobOf(id: string, text: string | null): Promise<readonly [string, Uint8Array] | null> {
  if (text === null) return null;
  for (const whole of [text, `\ufeff${text}`]) {
    const bytes = new TextEncoder().encode(whole);
    if ((await blobId(bytes)) === id) return [id, bytes];
  }
  return null;
}

/** GraphQL tells its faults with status 200 (GitHub, "Rate limits and query limits for the GraphQL API"). */
function faultOf({ errors = [] }: GivenAnswer, { limit }: Answer): Unread {
  const [first] = errors;
  if (first?.type === 'NOT_FOUND') return { kind: 'not-found-or-private' };
  if (first?.type === 'FORBIDDEN')
    return { kind: 'forbidden', ...(/SAML/.test(first.message) ? { detail: singleSignOnWords } : {}) };
  const isLimit = first?.type === 'RATE_LIMITED' || /rate limit/i.test(first?.message ?? '');
  if (isLimit) return { kind: 'rate-limit', ...(limit && { retryAt: new Date(limit.resetAt).toISOString() }) };
  return { kind: 'server-error' };
}
