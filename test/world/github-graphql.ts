import { type Answer, jsonAnswer, type WorldRequest } from './answer.ts';
import { apiError, takeFromLimit, USER_LIMIT } from './github-api-headers.ts';
import type { ServedRepository } from './served-repositories.ts';
import { type Credentials, mayRead, type WorldState } from './world-state.ts';

const GUIDE = 'https://docs.github.com/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql';
// Observed, not documented: beyond it the beginning is given, and whether it is binary is not told.
const MOST_TEXT = 512 * 1024;

/** `POST /graphql`, for queries of one repository's objects; every fault but a missing token comes with status 200. */
export async function answerGraphql(
  { method, body }: WorldRequest,
  state: WorldState,
  credentials: Credentials,
): Promise<Answer> {
  if (credentials === 'none') return apiError(401, 'This endpoint requires you to be authenticated.', GUIDE);
  if (method !== 'POST') return apiError(404, 'Not Found');
  if (!takeFromLimit(credentials, state.limit, 'graphql'))
    return errors([{ type: 'RATE_LIMITED', message: USER_LIMIT }]);
  const asked = queryOf(body);
  if (asked === null) return apiError(400, 'Problems parsing JSON');
  const found = await state.repositories.find(asked.owner, asked.name);
  const repository = found.kind === 'renamed' ? await state.repositories.find(found.to.owner, found.to.name) : found;
  if (repository.kind !== 'found' || !mayRead(repository.repository, credentials)) return notFound(asked);
  const objects = await Promise.all(
    asked.objects.map(async ({ alias, id }) => [alias, await objectOf(repository.repository, id)] as const),
  );
  return jsonAnswer(200, { data: { repository: Object.fromEntries(objects) } });
}

interface Asked {
  readonly owner: string;
  readonly name: string;
  readonly objects: readonly { readonly alias: string; readonly id: string }[];
}

/** The one form of query that is asked here, with any number of objects. */
function queryOf(body: string): Asked | null {
  try {
    const { query, variables } = JSON.parse(body) as { query: string; variables: { owner: string; name: string } };
    const objects = [...query.matchAll(/(\w+): object\(oid: "([0-9a-f]{40})"\)/g)];
    return { ...variables, objects: objects.map(([, alias = '', id = '']) => ({ alias, id })) };
  } catch {
    return null;
  }
}

const errors = (list: readonly object[], more: object = {}): Answer => jsonAnswer(200, { ...more, errors: list });

const notFound = ({ owner, name }: Asked): Answer =>
  errors(
    [
      {
        type: 'NOT_FOUND',
        path: ['repository'],
        locations: [{ line: 1, column: 51 }],
        message: `Could not resolve to a Repository with the name '${owner}/${name}'.`,
      },
    ],
    { data: { repository: null } },
  );

/** What is not there is null, without an error; what is no blob has none of a blob's fields. */
async function objectOf({ git }: ServedRepository, id: string): Promise<object | null> {
  const bytes = await git.blob(id);
  if (bytes === null) return null;
  const blob = { oid: id, byteSize: bytes.length };
  const isTruncated = bytes.length > MOST_TEXT;
  if (isTruncated) return { ...blob, isBinary: null, isTruncated, text: textOf(bytes.subarray(0, MOST_TEXT)) };
  const isBinary = bytes.includes(0);
  return { ...blob, isBinary, isTruncated, text: isBinary ? null : textOf(bytes) };
}

/** A text in another encoding is told in UTF-8, so it is no longer what its id says. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
