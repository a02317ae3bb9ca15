import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { GivenFile, OpenedGiven } from '../../core/model/given-folder.ts';
import { limits } from '../../core/model/limits.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';

/** A folder of this computer with the files as they lie there; links are not followed. Never throws. */
export async function readFolder(directory: string): Promise<OpenedGiven> {
  const files: GivenFile[] = [];
  const unreadFolders: string[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(join(directory, folder), { withFileTypes: true }).catch(() => null);
    if (entries === null && folder === '')
      return { ok: false, problem: `“${directory}” is no folder that can be read.` };
    if (entries === null) unreadFolders.push(folder);
    for (const entry of entries ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(...(entry.name === '.git' ? [] : [path]));
      else files.push(...(await fileOf(join(directory, path), path, entry)));
    }
    if (files.length > limits.treeEntries.most)
      return { ok: false, problem: `“${directory}”: ${limits.treeEntries.sentence}` };
  }
  return { ok: true, folder: { name: basename(resolve(directory)) || 'folder', files, unreadFolders } };
}

async function fileOf(place: string, path: string, entry: Dirent): Promise<readonly GivenFile[]> {
  if (!entry.isFile() && !entry.isSymbolicLink()) return [];
  const about = await lstat(place).catch(() => null);
  if (about === null) return [];
  const isLink = entry.isSymbolicLink();
  const kind = isLink ? 'symlink' : (about.mode & 0o111) === 0 ? 'file' : 'executable';
  return [{ path, kind, bytes: about.size, read: (most) => bytesOf(place, isLink, about.size, most) }];
}

/** As git keeps it: of a link its target, of a file its bytes. */
async function bytesOf(place: string, isLink: boolean, size: number, most: number): Promise<Reading<Uint8Array>> {
  if (size > most) return unread('too-big');
  try {
    return read(isLink ? new TextEncoder().encode(await readlink(place)) : await readFile(place));
  } catch {
    return unread('forbidden', { detail: 'The file cannot be opened.' });
  }
}
