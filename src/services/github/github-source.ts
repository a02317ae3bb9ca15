import type { RepositorySource } from '../../core/model/sources.ts';
import { guarded } from '../transport/guarded.ts';
import type { GithubParts } from './api.ts';
import { headCommit } from './head-commit.ts';
import { textOf, type UnservedByRaw } from './texts.ts';
import { treeAt } from './tree.ts';

/**
 * Repositories on github.com: the commit from git's list of refs, the listing in one API call, texts from the raw host.
 * Every failure is an unread part; nothing is thrown.
 */
export function githubSource(parts: GithubParts): RepositorySource {
  const unserved: UnservedByRaw = new Set();
  return {
    head: (repository) => guarded(() => headCommit(repository, parts)),
    tree: (head) => guarded(() => treeAt(head, parts)),
    text: (head, entry, maxBytes) => guarded(() => textOf(head, entry, maxBytes, parts, unserved)),
  };
}
