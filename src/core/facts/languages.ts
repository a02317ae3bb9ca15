import type { Fact } from '../model/facts.ts';
import type { Snapshot, TreeEntry } from '../model/snapshot.ts';
import { type Language, languageOf } from '../tables/source-languages.ts';
import { perSnapshot } from './per-snapshot.ts';
import { specFilesOf } from './spec-files.ts';
import { fileName, folderOf, isFile, type Listing, listingOf, unlistedParts } from './tree.ts';

/** The languages of a project's own source by the sizes of its files, the largest first; data folders are ignored. */
export interface Languages {
  /** Bytes of Python's files; null where there are none. */
  readonly python: LanguageShare | null;
  /** The others, but for those that come along with Python: shell, SQL, text to set, a site's front end, kernels of a package. */
  readonly others: readonly LanguageShare[];
  readonly entries: number;
}

export interface LanguageShare {
  readonly language: Language;
  readonly bytes: number;
  /** Of the bytes of Python and the others, 0 to 1. */
  readonly share: number;
  /** The first file by its name. */
  readonly path: string;
}

// Most of a notebook's bytes are its outputs.
const MOST_OF_NOTEBOOK = 50_000;
const DATA = /(?:^|\/)(?:data|datasets?)\/|(?:^|\/)dist\/|\.min\.m?js$/i;
const COMES_ALONG: ReadonlySet<Language> = new Set(['shell', 'SQL', 'TeX', 'Quarto', 'Stan']);
const FRONT_END =
  /(?:^|\/)(?:docs?|_?site|website|web(?:app|site)?|[\w-]*-website|www|static|_static|public|assets|templates|front-?end|client|ui)\//i;
const BUILDS_PACKAGE = /^(?:setup\.(?:py|cfg)|pyproject\.toml)$/;
/** Files of packages that tell a language of their own, for notebooks do not. */
const TELLING: readonly (readonly [Language, RegExp])[] = [
  ['R', /(?:^|\/)(?:renv\.lock|DESCRIPTION|[\w-]{1,40}\.R)$/],
  ['Julia', /(?:^|\/)(?:Project|Manifest)\.toml$/],
];

export const languagesFact = perSnapshot((snapshot: Snapshot): Fact<Languages> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing } = reading;
  const found = sharesOf(listing);
  for (const { path } of specFilesOf(snapshot)) {
    const language = TELLING.find(([, form]) => form.test(path))?.[0];
    if (language !== undefined && !found.has(language)) found.set(language, { bytes: 0, path });
  }
  const python = found.get('Python') ?? null;
  found.delete('Python');
  const total = [...found.values()].reduce((sum, { bytes }) => sum + bytes, python?.bytes ?? 0);
  const share = (language: Language, { bytes, path }: Found): LanguageShare => ({
    language,
    bytes,
    share: total === 0 ? 0 : bytes / total,
    path,
  });
  const value = {
    python: python === null ? null : share('Python', python),
    others: [...found].map(([language, one]) => share(language, one)).sort((one, other) => other.bytes - one.bytes),
    entries: listing.total,
  };
  return { state: 'present', value, unread: unlistedParts(listing) };
});

interface Found {
  bytes: number;
  readonly path: string;
}

function sharesOf(listing: Listing): Map<Language, Found> {
  const sources = listing.entries.filter((entry) => isFile(entry) && !DATA.test(entry.path) && entry.bytes !== 0);
  const found = new Map<Language, Found>();
  const add = (language: Language, { path, bytes }: TreeEntry) => {
    const size = Math.min(bytes ?? 0, path.endsWith('.ipynb') ? MOST_OF_NOTEBOOK : Number.POSITIVE_INFINITY);
    const known = found.get(language);
    if (known === undefined) found.set(language, { bytes: size, path });
    else known.bytes += size;
  };
  const [frontEnd, kernels]: [TreeEntry[], TreeEntry[]] = [[], []];
  for (const entry of sources) {
    const language = languageOf(entry.path);
    if (language === 'JavaScript') frontEnd.push(entry);
    else if (language === 'C') kernels.push(entry);
    else if (language !== null && !COMES_ALONG.has(language)) add(language, entry);
  }
  const python = found.get('Python')?.bytes ?? 0;
  if (!isLess(frontEnd, python) || !isFrontEnd(frontEnd, listing))
    for (const entry of frontEnd) add('JavaScript', entry);
  if (!isLess(kernels, python) || !areBuiltByPip(kernels, listing)) for (const entry of kernels) add('C', entry);
  return found;
}

const isLess = (entries: readonly TreeEntry[], bytes: number): boolean =>
  entries.reduce((sum, entry) => sum + (entry.bytes ?? 0), 0) < bytes;

/** Whether all scripts of the web lie in folders of a site: by their name, or because a page lies there too. */
function isFrontEnd(scripts: readonly TreeEntry[], { entries }: Listing): boolean {
  const withPages = new Set(entries.filter(({ path }) => /\.html?$/i.test(path)).map(({ path }) => topFolder(path)));
  return scripts.every(({ path }) => FRONT_END.test(path) || withPages.has(topFolder(path)));
}

const topFolder = (path: string): string => path.slice(0, Math.max(0, path.indexOf('/')));

/** Kernels that the installer of a Python package builds: such a package's file lies in a folder above each of them. */
function areBuiltByPip(kernels: readonly TreeEntry[], { entries }: Listing): boolean {
  const packages = new Set(
    kernels.length === 0
      ? []
      : entries.filter(({ path }) => BUILDS_PACKAGE.test(fileName(path))).map(({ path }) => folderOf(path)),
  );
  return kernels.every(({ path }) => {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (packages.has(folder)) return true;
    return path.includes('/') && packages.has('');
  });
}
