import type { RepositorySnapshot, Snapshot, TextFile, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { DependencyTables } from '../parse/dependency-tables.ts';
import type { EnvironmentYml } from '../parse/environment-yml.ts';
import { type ExplicitList, parseExplicitList } from '../parse/explicit-list.ts';
import type { Requirements } from '../parse/requirements.ts';
import { readCondaEntry } from './conda-environment.ts';
import { dependencyTablesIn, requirementsIn } from './parsed-specs.ts';
import { type SpecFile, specFilesOf } from './spec-files.ts';
import { textOf } from './texts.ts';
import { fileName } from './tree.ts';

/** What a spec holds; `by-name` are those that are judged by their name alone (locks, R, setup.py and others). */
export type SpecContent =
  | { readonly kind: 'conda'; readonly file: EnvironmentYml }
  | { readonly kind: 'explicit-list'; readonly list: ExplicitList }
  | { readonly kind: 'requirements'; readonly file: Requirements }
  | { readonly kind: 'tables'; readonly tables: DependencyTables }
  | { readonly kind: 'by-name'; readonly isLock: boolean };

export type SpecReading =
  | { readonly state: 'read'; readonly content: SpecContent }
  /** It has the name of a spec only. */
  | { readonly state: 'no-spec' }
  | { readonly state: 'unread'; readonly part: UnreadPart };

/** Reads one file of a spec's name. */
export function readSpec(file: SpecFile, repository: RepositorySnapshot): SpecReading {
  const { entry } = file;
  if (file.family === 'conda' && isYaml(file.path)) {
    const one = readCondaEntry(repository, entry);
    if (one.state === 'not-condas') return noSpec;
    return one.state === 'unread' ? one : content({ kind: 'conda', file: one.file });
  }
  if (!isReadSpec(file)) {
    const isEmpty = entry.bytes !== null && entry.bytes < 2;
    return isEmpty ? noSpec : content({ kind: 'by-name', isLock: file.family === 'lock' });
  }
  const text = textOf(repository, entry);
  // An empty file is not read: there is nothing in it.
  if (text.state === 'unread' && text.part.kind === 'not-asked' && entry.bytes === 0) return contentOf(file, NOTHING);
  if (text.state === 'unread') return text;
  const [part] = text.unread;
  return part === undefined ? contentOf(file, text.file) : { state: 'unread', part };
}

/** The specs whose text is read, conda's YAML aside, in their order. */
export const otherSpecEntries = (snapshot: Snapshot): readonly TreeEntry[] =>
  specFilesOf(snapshot)
    .filter((file) => isReadSpec(file) && !(file.family === 'conda' && isYaml(file.path)) && file.entry.bytes !== 0)
    .map(({ entry }) => entry);

/** Whether the text of a spec is read; locks are judged by their name. */
const isReadSpec = ({ family, path }: SpecFile): boolean =>
  family === 'conda' || (family === 'pip' && fileName(path) !== 'setup.cfg') || fileName(path) === 'pixi.toml';

const NOTHING: TextFile = { id: '', text: '', encoding: 'utf-8', bytes: 0, cut: false };
const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);
const noSpec: SpecReading = { state: 'no-spec' };
const content = (value: SpecContent): SpecReading => ({ state: 'read', content: value });

function contentOf({ family, path }: SpecFile, file: TextFile): SpecReading {
  const name = fileName(path);
  if (family === 'conda') {
    const list = parseExplicitList(file.text);
    return list === null ? noSpec : content({ kind: 'explicit-list', list });
  }
  if (name === 'setup.py')
    return /\bsetup\s{0,9}\(/.test(file.text) ? content({ kind: 'by-name', isLock: false }) : noSpec;
  if (/\.toml$|^Pipfile$/.test(name)) {
    const tables = dependencyTablesIn(file);
    return tables.isManifest ? content({ kind: 'tables', tables }) : noSpec;
  }
  return content({ kind: 'requirements', file: requirementsIn(file) });
}

/** A line that a tool of the family would act on; null where there is none, `by-name` where no line is looked at. */
export function effectiveLineOf(
  content: SpecContent,
): { readonly line: number; readonly text: string } | 'by-name' | null {
  if (content.kind === 'conda') {
    const { condaDependencies, pipDependencies, problems } = content.file;
    // A file that conda refuses is declared all the same: another check says what is wrong with it.
    return condaDependencies[0] ?? pipDependencies[0] ?? (problems.length > 0 ? 'by-name' : null);
  }
  if (content.kind === 'explicit-list') return content.list.entries[0] ?? null;
  if (content.kind === 'tables') return content.tables.dependencies[0] ?? 'by-name';
  if (content.kind === 'by-name') return 'by-name';
  const { shape, shapeLine, lines } = content.file;
  if (shape === 'prose') return null;
  return lines.find(({ kind }) => kind !== 'invalid') ?? shapeLine;
}
