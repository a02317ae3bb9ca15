import { limits } from '../../core/model/limits.ts';
import { isCommitId, type RepositoryRef } from '../../core/model/repository-ref.ts';
import type { Head } from '../../core/model/snapshot.ts';
import { type Reading, read, type Unread, unread } from '../../core/model/unread.ts';
import { bodyText } from '../transport/answer.ts';
import { askApi, type GithubParts } from './api.ts';
import { parseAskedRef } from './asked-ref.ts';

const MOST_TRIES = 4;
const SHA_ONLY = 'application/vnd.github.sha';

/** A place of the history as GitHub's API takes it, and the branch or tag in it. */
interface Candidate {
  readonly place: string;
  readonly ref: string | null;
}

/**
 * The same by GitHub's API, for private repositories and where the list of refs is not given: HEAD, or the branch or tag
 * that the asked name begins with. With a token, GitHub answers for nothing when the known head still stands.
 */
export async function headCommitByApi(
  repository: RepositoryRef,
  asked: string | null,
  known: Head | null,
  parts: GithubParts,
): Promise<Reading<Head>> {
  let last: Unread = { kind: 'not-found-or-private' };
  for (const candidate of asked === null ? [{ place: 'HEAD', ref: null }] : candidates(asked)) {
    const found = await tryOne(repository, candidate, known, parts);
    if (found.state !== 'unread' || !isMissing(found.unread)) return found;
    last = found.unread;
  }
  // GitHub answers 422 for a name that is no ref; a reader need not know.
  return last.kind === 'bad-format' ? unread('not-found-or-private') : { state: 'unread', unread: last };
}

async function tryOne(
  repository: RepositoryRef,
  { place, ref }: Candidate,
  known: Head | null,
  parts: GithubParts,
): Promise<Reading<Head>> {
  const { owner, name } = repository;
  const held = parts.reader.token !== null && known?.ref === ref ? known.commit : null;
  const question = {
    path: `commits/${encodeURIComponent(place)}`,
    accept: SHA_ONLY,
    shape: 'text',
    maxBytes: limits.errorBytes,
    // GitHub, "Get a commit": the SHA-1 that is held may be given as the entity tag.
    heldTag: held === null ? undefined : `"${held}"`,
  } as const;
  const given = await askApi(repository, question, parts);
  if (!given.ok) return { state: 'unread', unread: given.unread };
  const commit = given.answer.status === 304 ? (held ?? '') : bodyText(given.answer).trim();
  return isCommitId(commit)
    ? read({ owner, name, ref, commit })
    : unread('bad-format', { detail: 'GitHub named no commit.' });
}

const isMissing = ({ kind, detail }: Unread): boolean =>
  kind === 'not-found-or-private' || (kind === 'bad-format' && detail === 'HTTP 422');

/** Shortest first: git allows no branch below another, and most have no slash. */
function candidates(asked: string): readonly Candidate[] {
  const { places, name } = parseAskedRef(asked);
  const parts = name.split('/');
  const names = parts.slice(0, MOST_TRIES).map((_part, index) => parts.slice(0, index + 1).join('/'));
  return places.flatMap((place) => names.map((ref) => ({ place: `${place}/${ref}`, ref })));
}
