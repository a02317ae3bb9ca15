import { parseImageReference } from '../model/image-reference.ts';
import { type RepositorySnapshot, type Snapshot, textAt } from '../model/snapshot.ts';
import { isPublishedBase } from '../tables/publishers-of-base-images.ts';
import { BUILT_SOURCE as COMPILED, INTERPRETED_SOURCE as SOURCE } from '../tables/source-languages.ts';
import type { OwnNames } from './command-purpose.ts';
import { perSnapshot } from './per-snapshot.ts';
import { fileName, folderOf, isFile, listingOf } from './tree.ts';

/** Whether a name that stands behind `docker run` is an image that projects build on, not one of their own. */
function isOthersImage(image: string): boolean {
  const parsed = parseImageReference(image);
  if (!parsed.ok) return false;
  const { path } = parsed.reference;
  // A bare name is one that was built here, unless Docker Hub's own library has it.
  return path.startsWith('library/')
    ? /^library\/(?:python|r-base|julia|node|openjdk|continuumio)$/.test(path)
    : isPublishedBase(parsed.reference);
}

/** The names by which a repository's commands are known as its own. */
export const ownNamesOf = perSnapshot((snapshot: Snapshot): OwnNames => {
  const reading = listingOf(snapshot);
  const entries = reading.state === 'read' ? reading.listing.entries.filter(isFile) : [];
  const files = new Set<string>();
  const modules = new Set<string>();
  const folders = new Set<string>();
  const commands = reading.state === 'read' ? commandsOf(reading.repository) : [];
  const scripts = new Set(commands);
  for (const { path } of entries) {
    const name = fileName(path).toLowerCase();
    files.add(name);
    if (SOURCE.test(name)) folders.add(fileName(folderOf(path)).toLowerCase());
    if (!name.endsWith('.py')) continue;
    const stem = name.slice(0, -3);
    if (/^[a-z][\w-]{3,60}$/.test(stem) && !COMMON.has(stem)) scripts.add(stem);
    const folder = folderOf(path)
      .replace(/^src\//, '')
      .toLowerCase();
    if (name === '__init__.py' && folder !== '' && !folder.includes('/')) modules.add(folder);
    else if (name === '__main__.py' && folder !== '') modules.add(folder);
    else if (folder === '') modules.add(name.slice(0, -3));
  }
  const repository = (snapshot.subject.repository?.name ?? '').toLowerCase();
  const programs = new Set(
    [repository, ...modules, ...commands]
      .flatMap((name) => [name, name.replaceAll('_', '-')])
      .filter((name) => !COMMON.has(name)),
  );
  folders.delete('');
  const notebooks = [...files].filter((name) => name.endsWith('.ipynb')).length;
  return { files, folders, modules, programs, scripts, notebooks, isWebPage: isWebPage([...files]), isOthersImage };
});

const COMMAND = /["'\n]\s{0,40}([A-Za-z][\w.-]{1,60})["']?\s{0,9}=\s{0,9}["']?[A-Za-z_][\w.]{0,100}:[A-Za-z_]\w{0,60}/g;

/** The commands that the project's package brings: `console_scripts`, `[project.scripts]`. */
const commandsOf = (repository: RepositorySnapshot): readonly string[] =>
  ['setup.py', 'pyproject.toml', 'setup.cfg'].flatMap((path) => {
    const text = textAt(repository, path);
    const found = text?.state === 'read' ? [...text.value.text.slice(0, 200_000).matchAll(COMMAND)] : [];
    return found.flatMap(([, name = '']) => (COMMON.has(name) ? [] : name.toLowerCase()));
  });

const isWebPage = (files: readonly string[]): boolean =>
  files.some((file) => /\.html?$/.test(file)) &&
  files.every(
    (file) => file !== 'package.json' && (/\.m?js$/.test(file) || !(SOURCE.test(file) || COMPILED.test(file))),
  );

// Names of folders and files that are also everyday commands or words.
const COMMON: ReadonlySet<string> = new Set(
  '|test|tests|setup|config|docs|data|src|lib|app|run|main|conda|pip|git|python|docker|make|node|npm|import|export|cd|install|clean|from|model|models|utils'.split(
    '|',
  ),
);
