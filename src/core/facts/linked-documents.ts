import type { RepositorySnapshot, TreeEntry } from '../model/snapshot.ts';
import { oncePer } from './per-snapshot.ts';
import { type Readme, sentencesIn } from './readme.ts';
import { folderOf, isFile, type Listing, pathFrom } from './tree.ts';

const TARGET = /(?<![\w./-])(?:https?:\/\/|\.{0,2}\/)?[\w.%+@~-][\w./%+@~-]{0,300}/g;
const DOCUMENT = /\.(?:md|markdown|rst|qmd|rmd|adoc)$|(?:readme|install|set_?up|usage)[\w-]{0,40}\.txt$/i;
/** Forms that are not read. */
const OTHER_FORM = /\.(?:html?|pdf|docx?|odt|ipynb|txt|tex|pptx?)$/i;
const NO_STEPS =
  /(?:^|\/)(?:licen[cs]e|changelog|changes|history|contributing|code_of_conduct|citation|authors|security|requirements?)[\w.-]*$/i;
const CONTRIBUTING = /(?:^|\/)contributing[\w.-]*$/i;
const TO_START = /\b(?:run(?:ning)?|install\w*|set(?:ting)?[ -]?up|environment|build(?:ing)?)\b/i;
const HOW =
  /(?<![A-Za-z])(?:how to|install\w*|set-?_?up|guide|usage|tutorial|instructions?|manual|getting started|quick ?start|documentation)(?![A-Za-z])/i;
const ABOUT_STEPS =
  /set-?_?up|install|environment|config|usage|run|getting|start|quick|guide|tutorial|docker|instruction|reproduc|docs?\//i;

type LinkingDocument = Pick<Readme, 'path' | 'blocks'>;

/** The documents that a document leads to. */
export interface LinkedDocuments {
  readonly documents: readonly TreeEntry[];
  /** Of forms that are not read, where the words beside the link speak of steps. */
  readonly unreadable: readonly TreeEntry[];
}

/**
 * The documents of the repository that a README links to or names by path, those whose names speak of steps first. A folder
 * stands for its README. Addresses of GitHub's pages for the same repository count.
 */
export function linkedDocuments(
  readme: LinkingDocument,
  listing: Listing,
  repository: RepositorySnapshot,
): LinkedDocuments {
  const byPath = filesByPath(listing);
  const head = repository.head.state === 'read' ? repository.head.value : null;
  const own = head === null ? null : `github.com/${head.owner}/${head.name}/`.toLowerCase();
  const found = new Map<string, TreeEntry>();
  const unreadable = new Map<string, TreeEntry>();
  for (const { target, words } of targetsIn(readme)) {
    const path = pathOf(target, own, folderOf(readme.path));
    const entry = path === null ? undefined : (byPath.get(path) ?? readmeOf(path, byPath));
    if (entry === undefined || entry.path === readme.path) continue;
    const isPassedOver = NO_STEPS.test(entry.path) && !(CONTRIBUTING.test(entry.path) && TO_START.test(words));
    if (isPassedOver) continue;
    if (DOCUMENT.test(entry.path)) found.set(entry.path, entry);
    else if (OTHER_FORM.test(entry.path) && HOW.test(words)) unreadable.set(entry.path, entry);
  }
  const rank = (entry: TreeEntry) => (isAboutSteps(entry) ? 0 : 1);
  const documents = [...found.values()].sort((one, other) => rank(one) - rank(other));
  return { documents, unreadable: [...unreadable.values()] };
}

/** Whether a document's path speaks of steps. */
export const isAboutSteps = ({ path }: TreeEntry): boolean => ABOUT_STEPS.test(path) || CONTRIBUTING.test(path);

const filesByPath = oncePer(
  ({ entries }: Listing) => new Map(entries.filter(isFile).map((entry) => [entry.path, entry])),
);

/** Link targets of any form, and paths that stand in the words, with the sentence they stand in. */
const targetsIn = ({ blocks }: LinkingDocument): readonly { readonly target: string; readonly words: string }[] =>
  sentencesIn(blocks).flatMap(({ text: words }) => {
    const paths = (words.match(TARGET) ?? [])
      .map(withoutMarks)
      .filter((target) => target.includes('/') || DOCUMENT.test(target) || OTHER_FORM.test(target));
    const links = [...words.matchAll(LINK)].map((match) => match[1] ?? '');
    return [...links, ...paths].map((target) => ({ target, words }));
  });

const withoutMarks = (target: string): string => target.replace(/[.,;:]+$/, '');
const LINK = /\(([^()\s#]{1,300})(?:#[^()\s]{0,300})?\)/g;

/** A target as a path from the root, or null when it leads elsewhere. */
function pathOf(target: string, own: string | null, folder: string): string | null {
  const bare = withoutMarks(target).replace(/^https?:\/\/(?:www\.)?/, '');
  const isOwn = own !== null && bare.toLowerCase().startsWith(own);
  if (!isOwn && /\.(?:com|org|io|edu|net)$/.test(bare.slice(0, Math.max(0, bare.indexOf('/'))))) return null;
  const path = isOwn ? bare.slice(own.length).replace(/^(?:blob|tree)\/[^/]+\//, '') : bare;
  return pathFrom(path.startsWith('/') || isOwn ? '' : folder, path.replaceAll('%20', ' '));
}

function readmeOf(folder: string, byPath: ReadonlyMap<string, TreeEntry>): TreeEntry | undefined {
  for (const name of [
    'README.md',
    'readme.md',
    'Readme.md',
    'README.rst',
    'README.txt',
    'index.md',
    'index.rst',
    'index.html',
  ])
    if (byPath.has(`${folder}/${name}`)) return byPath.get(`${folder}/${name}`);
  return undefined;
}
