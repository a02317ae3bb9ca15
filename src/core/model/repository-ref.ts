import { isReservedName } from './reserved-names.ts';

/** Where in the history: `ref` is a branch or tag name as it stands in a URL, so a folder may follow it after a slash. */
export type At =
  | { readonly kind: 'head' }
  | { readonly kind: 'ref'; readonly name: string }
  | { readonly kind: 'commit'; readonly id: string }
  | { readonly kind: 'latest-before'; readonly time: string };

/** A repository on github.com, at one place of its history. Letter case of owner and name is as given. */
export interface RepositoryRef {
  readonly owner: string;
  readonly name: string;
  readonly at: At;
}

/** The owner of a repository in a folder on this computer: `./name`. GitHub's grammar has no such owner. */
export const folderOwner = '.';

export const head: At = { kind: 'head' };

// GitHub's grammar: logins of enterprise-managed users may hold an underscore.
const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/;
const NAME = /^[A-Za-z0-9._-]{1,100}$/;
const COMMIT = /^[0-9a-f]{40}$/;

export const isOwner = (text: string): boolean => OWNER.test(text) && !isReservedName(text);
export const isRepositoryName = (text: string): boolean => NAME.test(text) && text !== '.' && text !== '..';
export const isCommitId = (text: string): boolean => COMMIT.test(text);

/** The key under which a repository is remembered: GitHub's names do not depend on letter case. */
export const repositoryKey = (ref: { readonly owner: string; readonly name: string }): string =>
  `github.com/${ref.owner}/${ref.name}`.toLowerCase();

const withoutGitSuffix = (name: string): string => (name.endsWith('.git') ? name.slice(0, -4) : name);

/** Two path segments as a repository, or null when they cannot name one. `.git` at the end of the name is dropped. */
export function repositoryFromNames(owner: string, name: string, at: At = head): RepositoryRef | null {
  const bare = withoutGitSuffix(name);
  return isOwner(owner) && isRepositoryName(bare) ? { owner, name: bare, at } : null;
}

/**
 * A path of github.com as a repository at the place the path shows: `/o/r`, `/o/r/tree/REF/…`, `/o/r/blob/REF/…`,
 * `/o/r/commit/ID`, `/o/r/releases/tag/TAG`; any other sub-page stands for the head. Null when no repository is meant.
 */
export function repositoryFromPath(path: string): RepositoryRef | null {
  const [owner = '', name = '', page = '', ...rest] = path.split('/').filter((part) => part !== '');
  if (page === 'generate') return null;
  return repositoryFromNames(owner, name, placeOf(page, rest));
}

function placeOf(page: string, rest: readonly string[]): At {
  if (page === 'releases' && rest[0] === 'tag' && rest[1] !== undefined) return refOf(rest.slice(1));
  if (page === 'commit' && rest[0] !== undefined && isCommitId(rest[0])) return { kind: 'commit', id: rest[0] };
  if ((page === 'tree' || page === 'blob') && rest.length > 0) return refOf(rest);
  return head;
}

function refOf(parts: readonly string[]): At {
  const first = parts[0] ?? '';
  if (isCommitId(first)) return { kind: 'commit', id: first };
  if (first === 'HEAD') return head;
  return { kind: 'ref', name: parts.map(decodePart).join('/') };
}

// `decodeURIComponent` is the language's own; a broken escape is kept as it stands.
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
