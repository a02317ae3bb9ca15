import type { Snapshot } from '../model/snapshot.ts';
import { type DockerfileUse, findDockerfileUses } from '../parse/dockerfile-uses.ts';
import { isDevcontainer, type SourcePlace } from './dockerfile-place.ts';
import { namingFiles } from './naming-files.ts';
import { wholeTreeOf } from './readme-folders.ts';
import { documentsWithSteps } from './readme-steps.ts';
import { textOf } from './texts.ts';
import { folderOf, isFile, listingOf, pathFrom } from './tree.ts';

/** A folder that a Dockerfile's sources are taken from, and the line that says so; null where it is only the usual one. */
export interface Context {
  readonly folder: string;
  readonly toldBy: SourcePlace | null;
}

const MOST_CONTEXTS = 6;

/**
 * The contexts that a Dockerfile may be built in: those that README, workflows, compose files, a dev container or linked documents tell, else its
 * own folder and those above it.
 */
export function contextsOf(snapshot: Snapshot, path: string): readonly [Context, ...Context[]] {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return [{ folder: folderOf(path), toldBy: null }];
  const { listing, repository } = reading;
  const devcontainers = listing.entries.filter((entry) => isFile(entry) && isDevcontainer(entry)).slice(0, 2);
  const { folders } = wholeTreeOf(snapshot);
  const told = new Map<string, Context>();
  const naming = namingFiles(listing, repository).map(({ entry }) => entry);
  for (const entry of [...naming, ...devcontainers, ...documentsWithSteps(snapshot)]) {
    const text = textOf(repository, entry);
    if (text.state === 'unread') continue;
    for (const use of findDockerfileUses(text.file.text)) {
      const folder = contextOf(use, folderOf(entry.path), path);
      if (folder === null || told.has(folder) || !folders.has(folder)) continue;
      told.set(folder, { folder, toldBy: { path: entry.path, line: use.line, quote: use.quote } });
    }
  }
  const [first, ...others] = (told.size > 0 ? [...told.values()] : usualContexts(path)).slice(0, MOST_CONTEXTS);
  return [first ?? { folder: '', toldBy: null }, ...others];
}

function usualContexts(path: string): readonly Context[] {
  const folders = [folderOf(path)];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folderOf(folder));
  return folders.map((folder) => ({ folder, toldBy: null }));
}

/** The context of a use of the Dockerfile at `path`, from the root; null where the use is of another one, or does not tell. */
function contextOf({ path: written, isFolder, context }: DockerfileUse, own: string, path: string): string | null {
  const file = isFolder ? `${written}/Dockerfile` : written;
  // `docker build .` somewhere below tells nothing of the folder it is typed in.
  for (const base of new Set(['', own, ...(written === '' ? [] : baseBefore(file, path))])) {
    const folder = pathFrom(base, context ?? '');
    if (pathFrom(base, file) === path) return folder;
    // A compose file names it from the context.
    if (!isFolder && folder !== null && pathFrom(folder, file) === path) return folder;
  }
  return null;
}

/** After a `cd` only the end of the path is told: the folder before it. */
function baseBefore(file: string, path: string): readonly string[] {
  const ending = pathFrom('', file);
  return ending !== null && path.endsWith(`/${ending}`) ? [path.slice(0, -ending.length - 1)] : [];
}
