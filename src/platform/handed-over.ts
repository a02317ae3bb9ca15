import type { GivenFile, GivenFolder } from '../core/model/given-folder.ts';
import { limits } from '../core/model/limits.ts';
import { read, unread } from '../core/model/unread.ts';

/** What a reader dropped or chose on a page: the files of a folder, an archive still to be opened, or one sentence on why neither. */
export type HandedOver =
  | { readonly kind: 'folder'; readonly folder: GivenFolder }
  | { readonly kind: 'zip'; readonly file: File }
  | { readonly kind: 'problem'; readonly problem: string };

const NEITHER = 'That is neither a folder nor a zip. Drop one folder of a project, or one zip of it.';

const problem = (sentence: string): HandedOver => ({ kind: 'problem', problem: sentence });

/** What was dropped; must be called while the browser still handles the drop. */
export function takeDropped(transfer: DataTransfer): Promise<HandedOver> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const [file] = transfer.files;
  const [entry] = entries;
  if (entries.length > 1) return Promise.resolve(problem('One at a time: drop one folder, or one zip.'));
  if (entry !== undefined && isFolder(entry)) return filesBelow(entry);
  return Promise.resolve(file === undefined ? problem(NEITHER) : takeFile(file));
}

/** A single file that was chosen or dropped. */
export const takeFile = (file: File): HandedOver =>
  /\.zip$/i.test(file.name) ? { kind: 'zip', file } : problem(NEITHER);

/** The files of a folder that was chosen with `<input webkitdirectory>`. */
export function takeChosenFolder(files: FileList): HandedOver {
  const name = files[0]?.webkitRelativePath.split('/')[0];
  if (name === undefined) return problem('The folder holds no files.');
  if (files.length > limits.treeEntries.most) return problem(limits.treeEntries.sentence);
  const given = [...files].map((file) =>
    fileOf(file.webkitRelativePath.slice(name.length + 1), file.size, async () => file),
  );
  return { kind: 'folder', folder: { name, files: given, unreadFolders: [] } };
}

async function filesBelow(top: FileSystemDirectoryEntry): Promise<HandedOver> {
  const files: GivenFile[] = [];
  const unreadFolders: string[] = [];
  const waiting = [top];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await entriesOf(folder);
    if (entries === null) unreadFolders.push(below(top, folder));
    const inside = entries ?? [];
    waiting.push(...inside.filter(isFolder).filter(({ name }) => name !== '.git'));
    const found = inside.filter(isFile);
    files.push(...(await Promise.all(found.map((entry) => listed(below(top, entry), entry)))));
    if (files.length > limits.treeEntries.most) return problem(limits.treeEntries.sentence);
  }
  if (files.length === 0) return problem('The folder holds no files.');
  return { kind: 'folder', folder: { name: top.name, files, unreadFolders } };
}

// Chromium knows these classes by other names.
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const below = (top: FileSystemEntry, entry: FileSystemEntry): string => entry.fullPath.slice(top.fullPath.length + 1);

/** A browser gives them in portions, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[] | null> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  try {
    for (;;) {
      const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (portion.length === 0) return all;
      all.push(...portion);
    }
  } catch {
    return null;
  }
}

const fileIn = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function listed(path: string, entry: FileSystemFileEntry): Promise<GivenFile> {
  const file = await fileIn(entry).catch(() => null);
  return fileOf(path, file?.size ?? 0, () => (file === null ? fileIn(entry) : Promise.resolve(file)));
}

const fileOf = (path: string, bytes: number, open: () => Promise<File>): GivenFile => ({
  path,
  kind: 'file',
  bytes,
  read: async (most) => {
    if (bytes > most) return unread('too-big');
    try {
      return read(new Uint8Array(await (await open()).arrayBuffer()));
    } catch {
      return unread('forbidden', { detail: 'The file cannot be opened; perhaps it was moved or changed meanwhile.' });
    }
  },
});
