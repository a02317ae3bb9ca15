import type { RepositorySnapshot, TreeEntry } from '../model/snapshot.ts';
import { withoutMarkup } from '../parse/sentences.ts';
import type { Readme } from './readme.ts';
import { folderOf, isFile, type Listing } from './tree.ts';

const TARGET = /(?<![\w./-])(?:https?:\/\/|\.{0,2}\/)?[\w.%+@~-][\w./%+@~-]{0,300}/g;
const DOCUMENT = /\.(?:md|markdown|rst|qmd|rmd|adoc)$|(?:readme|install|set_?up|usage)[\w-]{0,40}\.txt$/i;
const NO_STEPS =
  /(?:^|\/)(?:licen[cs]e|changelog|changes|history|contributing|code_of_conduct|citation|authors|security|requirements?)[\w.-]*$/i;
const ABOUT_STEPS =
  /set-?_?up|install|environment|config|usage|run|getting|start|quick|guide|tutorial|docker|instruction|reproduc|docs?\//i;

/**
 * The documents of the repository that a README links to or names by path, those whose names speak of steps first. A folder
 * stands for its README. Addresses of GitHub's pages for the same repository count.
 */
export function linkedDocuments(
  readme: Readme,
  listing: Listing,
  repository: RepositorySnapshot,
): readonly TreeEntry[] {
  const byPath = new Map(listing.entries.filter(isFile).map((entry) => [entry.path, entry]));
  const head = repository.head.state === 'read' ? repository.head.value : null;
  const own = head === null ? null : `github.com/${head.owner}/${head.name}/`.toLowerCase();
  const found = new Map<string, TreeEntry>();
  for (const target of targetsIn(readme)) {
    const path = pathOf(target, own, folderOf(readme.path));
    const entry = path === null ? undefined : (byPath.get(path) ?? readmeOf(path, byPath));
    if (entry !== undefined && entry.path !== readme.path && DOCUMENT.test(entry.path) && !NO_STEPS.test(entry.path))
      found.set(entry.path, entry);
  }
  const rank = ({ path }: TreeEntry) => (ABOUT_STEPS.test(path) ? 0 : 1);
  return [...found.values()].sort((one, other) => rank(one) - rank(other));
}

/** Link targets of any form, and paths that stand in the words. */
const targetsIn = (readme: Readme): readonly string[] =>
  readme.blocks
    .filter(({ kind }) => kind !== 'code')
    .flatMap(({ text }) => {
      const words = withoutMarkup(text.slice(0, 20_000));
      const paths = (words.match(TARGET) ?? []).filter((target) => target.includes('/') || DOCUMENT.test(target));
      return [...[...words.matchAll(LINK)].map((match) => match[1] ?? ''), ...paths];
    });

const LINK = /\(([^()\s#]{1,300})(?:#[^()\s]{0,300})?\)/g;

/** A target as a path from the root, or null when it leads elsewhere. */
function pathOf(target: string, own: string | null, folder: string): string | null {
  const bare = target.replace(/[.,;:]+$/, '').replace(/^https?:\/\/(?:www\.)?/, '');
  const isOwn = own !== null && bare.toLowerCase().startsWith(own);
  if (!isOwn && /\.(?:com|org|io|edu|net)$/.test(bare.slice(0, Math.max(0, bare.indexOf('/'))))) return null;
  const path = isOwn ? bare.slice(own.length).replace(/^(?:blob|tree)\/[^/]+\//, '') : bare;
  const parts = path.startsWith('/') || isOwn || folder === '' ? [] : folder.split('/');
  for (const part of path.replaceAll('%20', ' ').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function readmeOf(folder: string, byPath: ReadonlyMap<string, TreeEntry>): TreeEntry | undefined {
  for (const name of ['README.md', 'readme.md', 'Readme.md', 'README.rst', 'README.txt'])
    if (byPath.has(`${folder}/${name}`)) return byPath.get(`${folder}/${name}`);
  return undefined;
}
