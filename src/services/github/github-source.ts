import type { RepositorySource } from '../../core/model/sources.ts';
import { unread } from '../../core/model/unread.ts';
import { guarded } from '../transport/guarded.ts';
import type { GithubParts } from './api.ts';
import { headCommit } from './head-commit.ts';
import { rawText } from './raw-text.ts';
import { textsByApi } from './texts-by-api.ts';
import { treeAt } from './tree.ts';

/**
 * Repositories on github.com: the commit from git's list of refs, the listing in one API call. Texts come from the raw host,
 * which costs no call; with a token all of a round come in one query of the API, which gives private ones as well. Every
 * failure is an unread part; nothing is thrown.
 */
export function githubSource(parts: GithubParts): RepositorySource {
  const source: RepositorySource = {
    head: (repository, known) => guarded(() => headCommit(repository, known ?? null, parts)),
    tree: (head) => guarded(() => treeAt(head, parts)),
    text: (head, entry, maxBytes) => guarded(() => rawText(head, { entry, maxBytes }, parts)),
  };
  if (parts.reader.token === null) return source;
  const texts: NonNullable<RepositorySource['texts']> = (head, wishes) =>
    textsByApi(head, wishes, parts).catch(() => wishes.map(() => unread('internal')));
  const text: RepositorySource['text'] = async (head, entry, maxBytes) =>
    (await texts(head, [{ entry, maxBytes }]))[0] ?? unread('internal');
  return { ...source, text, texts };
}
