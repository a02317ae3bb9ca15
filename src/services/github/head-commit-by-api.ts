import { limits } from '../../core/model/limits.ts';
import { isCommitId, type RepositoryRef } from '../../core/model/repository-ref.ts';
import type { Head } from '../../core/model/snapshot.ts';
import { type Reading, read, type Unread, unread } from '../../core/model/unread.ts';
import { bodyText } from '../transport/answer.ts';
import { askApi, type GithubParts } from './api.ts';

const MOST_TRIES = 4;
const SHA_ONLY = 'application/vnd.github.sha';

/** The same by GitHub's API, for private repositories: HEAD, or the branch or tag that the asked name begins with. */
export async function headCommitByApi(
  repository: RepositoryRef,
  asked: string | null,
  parts: GithubParts,
): Promise<Reading<Head>> {
  const { owner, name } = repository;
  let last: Unread = { kind: 'not-found-or-private' };
  for (const ref of asked === null ? [null] : beginnings(asked)) {
    const given = await askApi(
      repository,
      {
        path: `commits/${encodeURIComponent(ref ?? 'HEAD')}`,
        accept: SHA_ONLY,
        shape: 'text',
        maxBytes: limits.errorBytes,
      },
      parts,
    );
    if (given.ok) return commitOf(bodyText(given.answer).trim(), { owner, name, ref });
    last = given.unread;
    if (!isMissing(last)) return { state: 'unread', unread: last };
  }
  // GitHub answers 422 for a name that is no ref; a reader need not know.
  return last.kind === 'bad-format' ? unread('not-found-or-private') : { state: 'unread', unread: last };
}

const commitOf = (commit: string, head: Omit<Head, 'commit'>): Reading<Head> =>
  isCommitId(commit) ? read({ ...head, commit }) : unread('bad-format', { detail: 'GitHub named no commit.' });

const isMissing = ({ kind, detail }: Unread): boolean =>
  kind === 'not-found-or-private' || (kind === 'bad-format' && detail === 'HTTP 422');

/** Shortest first: git allows no branch below another, and most have no slash. */
function beginnings(asked: string): readonly string[] {
  const parts = asked.split('/');
  return parts.slice(0, MOST_TRIES).map((_part, index) => parts.slice(0, index + 1).join('/'));
}
