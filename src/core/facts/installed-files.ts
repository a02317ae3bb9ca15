import type { RepositorySnapshot, Snapshot, TreeEntry } from '../model/snapshot.ts';
import { findInstallCommands, type InstallCommand } from '../parse/install-commands.ts';
import { filesNamingImages, type ImageRole } from './image-candidates.ts';
import { perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { fileName, folderOf, isFile, type Listing, listingOf } from './tree.ts';

/** A file of the repository that a command installs, with the command. */
export interface InstalledFile {
  readonly path: string;
  readonly tool: 'conda' | 'pip';
  readonly by: { readonly role: ImageRole; readonly path: string; readonly line: number; readonly quote: string };
}

const DOCKERFILE = /^(?:dockerfile(?:[._-][\w.-]{1,60})?|[\w-]{1,60}\.dockerfile)$/i;
const PROJECT_FILES = ['pyproject.toml', 'setup.py', 'Pipfile'];

/** Dockerfiles by name, the judged one first: at the root and named exactly so, then by path. */
export function dockerfilesOf(listing: Listing): readonly TreeEntry[] {
  const isExact = ({ path }: TreeEntry) => path === 'Dockerfile';
  return listing.entries
    .filter((entry) => isFile(entry) && DOCKERFILE.test(fileName(entry.path)))
    .toSorted((one, other) => Number(isExact(other)) - Number(isExact(one)) || (one.path < other.path ? -1 : 1));
}

/** The texts whose commands count: README, workflows, compose files and the judged Dockerfile. */
export function textsWithCommands(
  listing: Listing,
  repository: RepositorySnapshot | null,
): readonly { readonly role: ImageRole; readonly entry: TreeEntry }[] {
  const texts = filesNamingImages(listing, repository).filter(({ role }) => role !== 'submission');
  if (texts.some(({ role }) => role === 'dockerfile')) return texts;
  return [
    ...texts,
    ...dockerfilesOf(listing)
      .slice(0, 1)
      .map((entry) => ({ role: 'dockerfile' as const, entry })),
  ];
}

/** The files that those commands install, README first. */
export const installedFilesOf = perSnapshot((snapshot: Snapshot): readonly InstalledFile[] => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return [];
  const { listing, repository } = reading;
  return textsWithCommands(listing, repository).flatMap(({ role, entry }) => {
    const text = textOf(repository, entry);
    if (text.state !== 'read') return [];
    return findInstallCommands(text.file.text).flatMap((command) =>
      installed(command, entry, listing).map((path) => ({
        path,
        tool: command.tool,
        by: { role, path: entry.path, line: command.line, quote: command.quote },
      })),
    );
  });
});

/** Whether a command of the README or of the judged Dockerfile installs the file: it then comes before all others. */
export const isNamed = ({ by }: InstalledFile): boolean => by.role === 'readme' || by.role === 'dockerfile';

function installed({ file }: InstallCommand, by: TreeEntry, listing: Listing): readonly string[] {
  if (file === null)
    return PROJECT_FILES.filter((path) => listing.entries.some((entry) => entry.path === path)).slice(0, 1);
  const path = pathOf(file, folderOf(by.path), listing);
  return path === null ? [] : [path];
}

/** The file meant: from the root, from the text's folder, or the only one whose path ends so (after a `cd`, or in an image). */
function pathOf(file: string, folder: string, listing: Listing): string | null {
  const paths = listing.entries.filter(isFile).map(({ path }) => path);
  const exact = [file, folder === '' ? file : `${folder}/${file}`].find((path) => paths.includes(path));
  if (exact !== undefined) return exact;
  const ending =
    file.startsWith('/') || file.startsWith('$') || file.startsWith('~')
      ? fileName(file)
      : file.replace(/^(?:\.\.\/)+/, '');
  const [only, ...more] = paths.filter((path) => path === ending || path.endsWith(`/${ending}`));
  return only !== undefined && more.length === 0 ? only : null;
}
