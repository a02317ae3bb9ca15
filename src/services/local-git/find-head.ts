import type { At } from '../../core/model/repository-ref.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';
import { firstLine, runGit } from './run-git.ts';

/** A commit, and the branch or tag it was reached by (null for a commit named by its id, and for a detached HEAD). */
export interface LocalHead {
  readonly commit: string | null;
  readonly ref: string | null;
}

// As on GitHub a branch wins over a tag; a clone keeps the branches it has not checked out under `origin`.
const PLACES = ['refs/heads/', 'refs/remotes/origin/', 'refs/tags/'] as const;

/** The commit that a place of the history stands for; a place that is not there is unread, never absent. */
export function findHead(gitDirectory: string, at: At): Promise<Reading<LocalHead>> {
  switch (at.kind) {
    case 'head':
      return headOfDefault(gitDirectory);
    case 'ref':
      return headOfRef(gitDirectory, at.name);
    case 'commit':
      return headOfCommit(gitDirectory, at.id);
    case 'latest-before':
      return headBefore(gitDirectory, at.time);
  }
}

const git = (gitDirectory: string, ...args: readonly string[]) =>
  runGit(gitDirectory, [`--git-dir=${gitDirectory}`, ...args]);

const commitOf = async (gitDirectory: string, name: string): Promise<string | null> =>
  firstLine(await git(gitDirectory, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`));

async function headOfDefault(gitDirectory: string): Promise<Reading<LocalHead>> {
  const [commit, target] = await Promise.all([
    commitOf(gitDirectory, 'HEAD'),
    git(gitDirectory, 'symbolic-ref', '--quiet', 'HEAD').then(firstLine),
  ]);
  if (commit !== null) return read({ commit, ref: target?.replace(/^refs\/heads\//, '') ?? null });
  const refs = await git(gitDirectory, 'for-each-ref', '--count=1');
  if (refs.code !== 0)
    return unread('bad-format', { detail: 'The repository is damaged: git cannot read what a branch names.' });
  const anyRef = firstLine(refs);
  if (anyRef === null) return unread('empty-repository');
  return unread('not-found-or-private', { detail: `HEAD stands for ${target ?? 'a commit'}, which is not there.` });
}

async function headOfRef(gitDirectory: string, name: string): Promise<Reading<LocalHead>> {
  const answer = await git(gitDirectory, 'for-each-ref', '--format=%(refname)', ...PLACES);
  const refs = new Set(answer.output.toString('utf8').split('\n'));
  const wanted = name.replace(/^refs\/(?:heads|tags)\//, '').replace(/\/+$/, '');
  for (const { place, ref } of candidates(name, wanted)) {
    const commit = refs.has(place + ref) ? await commitOf(gitDirectory, place + ref) : null;
    if (commit !== null) return read({ commit, ref });
  }
  const atHead = await headOfDefault(gitDirectory);
  if (atHead.state === 'unread' && atHead.unread.kind === 'empty-repository') return atHead;
  return unread('not-found-or-private', { detail: `No branch or tag is named “${wanted}”.` });
}

/** A full name says whether it is a branch or a tag. */
function candidates(name: string, wanted: string): readonly { readonly place: string; readonly ref: string }[] {
  const isTag = name.startsWith('refs/tags/');
  const isBranch = name.startsWith('refs/heads/');
  const places = PLACES.filter((place) => (place === 'refs/tags/' ? !isBranch : !isTag));
  return places.flatMap((place) => prefixes(wanted).map((ref) => ({ place, ref })));
}

// Longest first: of the branches `a` and `a/b`, the address `/tree/a/b/c` means `a/b`.
function prefixes(name: string): readonly string[] {
  const parts = name.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

async function headOfCommit(gitDirectory: string, id: string): Promise<Reading<LocalHead>> {
  const commit = await commitOf(gitDirectory, id);
  return commit === null
    ? unread('not-found-or-private', { detail: `There is no commit ${id}.` })
    : read({ commit, ref: null });
}

async function headBefore(gitDirectory: string, time: string): Promise<Reading<LocalHead>> {
  const found = await headOfDefault(gitDirectory);
  if (found.state !== 'read') return found;
  // git would take a date that it cannot read for "now".
  const moment = Date.parse(time);
  if (Number.isNaN(moment)) return unread('bad-format', { detail: `“${time}” is not a time.` });
  const before = new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
  const commit = firstLine(await git(gitDirectory, 'rev-list', '-1', `--before=${before}`, 'HEAD', '--'));
  return commit === null
    ? unread('not-found-or-private', { detail: `There is no commit before ${before}.` })
    : read({ commit, ref: found.value.ref });
}
