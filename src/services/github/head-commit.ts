import { limits } from '../../core/model/limits.ts';
import { type RepositoryRef, repositoryFromPath } from '../../core/model/repository-ref.ts';
import type { Head } from '../../core/model/snapshot.ts';
import { type Reading, read, type Unread, type UnreadKind, unread } from '../../core/model/unread.ts';
import type { Answer, Asked } from '../transport/answer.ts';
import { refusalOf } from '../transport/refusal.ts';
import type { GithubParts } from './api.ts';
import { headCommitByApi } from './head-commit-by-api.ts';
import { createAdvertisementReader } from './ref-advertisement.ts';
import { createRefFinder, type FoundRef } from './ref-finder.ts';

/** The branch or tag that is asked for; null for the head. */
type AskedRef = string | null;

/** What is asked for, and what it stood for at an earlier look. */
interface AskedHead {
  readonly repository: RepositoryRef;
  readonly asked: AskedRef;
  readonly known: Head | null;
}

/**
 * The commit that a reference stands for, from the list of refs that git itself asks for: no count of the API is used. Where
 * the list is private or not given, the API tells it. A head that neither tells is given with `commit: null`, so that the
 * tree at HEAD is judged.
 */
export async function headCommit(
  repository: RepositoryRef,
  known: Head | null,
  parts: GithubParts,
): Promise<Reading<Head>> {
  const { owner, name, at } = repository;
  if (at.kind === 'commit') return read({ owner, name, commit: at.id, ref: null });
  if (at.kind === 'latest-before') return unread('not-asked', { detail: 'Commits are not looked for by time yet.' });
  return fromRefs({ repository, asked: at.kind === 'ref' ? at.name : null, known }, parts);
}

async function fromRefs(what: AskedHead, parts: GithubParts): Promise<Reading<Head>> {
  const { repository, asked } = what;
  const list = createRefList(asked);
  const answered = await parts.transport.get({
    // No header beyond the browser's own: github.com refuses CORS preflights.
    url: `https://github.com/${repository.owner}/${repository.name}.git/info/refs?service=git-upload-pack`,
    shape: 'bytes',
    maxBytes: limits.refAdvertisementBytes,
    until: list.isEnough,
  });
  const refused = await refusedHead(what, answered, parts);
  if (refused !== null) return refused;
  const answer = answered.answer;
  if (answer?.status !== 200) return withoutList(what, whyNot(answered), parts);
  list.isEnough(answer.bytes);
  if (list.state() === 'empty') return unread('empty-repository');
  const found = list.found();
  if (found !== null) return read({ ...finalName(repository, answer), ...found });
  if (asked === null || list.state() === 'odd') return withoutList(what, whyNot(answered), parts);
  return notFound(asked, answered);
}

/** What the status alone decides: private or not there (a token may help), or taken down. */
async function refusedHead(
  { repository, asked, known }: AskedHead,
  answered: Asked,
  parts: GithubParts,
): Promise<Reading<Head> | null> {
  if (!answered.ok) return answered.unread.kind === 'cancelled' ? unread('cancelled') : null;
  const { status } = answered.answer;
  if (status === 410 || status === 451) return unread('gone');
  if (status !== 401 && status !== 404) return null;
  if (parts.reader.token === null) return unread('not-found-or-private');
  return headCommitByApi(repository, asked, known, parts);
}

/** Here nothing came from GitHub itself, so that its API would not be reached either. */
const NOT_REACHED: ReadonlySet<UnreadKind> = new Set(['offline', 'timeout', 'blocked', 'reset', 'intercepted']);

/**
 * One call of the API is less than what it would cost to keep nothing, which is so without a commit. For a branch the tree
 * at HEAD would be another one's, so only a head can do without both.
 */
async function withoutList(
  { repository, asked, known }: AskedHead,
  why: Unread,
  parts: GithubParts,
): Promise<Reading<Head>> {
  const { owner, name } = repository;
  const told = NOT_REACHED.has(why.kind) ? null : await headCommitByApi(repository, asked, known, parts);
  if (told?.state === 'read') return told;
  return asked === null ? read({ owner, name, commit: null, ref: null }) : { state: 'unread', unread: why };
}

function whyNot(answered: Asked): Unread {
  if (!answered.ok) return answered.unread;
  if (answered.answer.status !== 200) return refusalOf(answered.answer);
  return { kind: 'bad-format', detail: 'The list of branches and tags is not in git’s form.' };
}

const notFound = (asked: string, answered: Asked): Reading<Head> =>
  answered.ok
    ? unread('not-found-or-private', { detail: `There is no branch or tag “${asked}”.` })
    : { state: 'unread', unread: answered.unread };

/** After a renaming GitHub leads on to the new name. */
function finalName({ owner, name }: RepositoryRef, answer: Answer): { owner: string; name: string } {
  const path = new URL(answer.url).pathname;
  const final = path.endsWith('/info/refs') ? repositoryFromPath(path.slice(0, -'/info/refs'.length)) : null;
  return { owner: final?.owner ?? owner, name: final?.name ?? name };
}

function createRefList(asked: AskedRef) {
  const finder = asked === null ? null : createRefFinder(asked);
  let head: string | null = null;
  let hasRefs = false;
  let state: ReturnType<typeof reader.read> = 'more';
  const reader = createAdvertisementReader((ref) => {
    hasRefs = true;
    if (ref.name === 'HEAD') head = ref.id;
    finder?.take(ref);
  });

  /** HEAD is the first ref of the list or missing; either way nothing after the first ref tells more about it. */
  function isEnough(bytesSoFar: Uint8Array): boolean {
    state = reader.read(bytesSoFar);
    return state !== 'more' || (finder === null ? hasRefs : finder.isSettled());
  }

  const found = (): { commit: string; ref: string | null } | null => {
    const ref: FoundRef | null = finder?.found() ?? null;
    if (finder !== null) return ref;
    return head === null ? null : { commit: head, ref: reader.defaultBranch() };
  };

  return { isEnough, found, state: () => state };
}
