import { BlobReader, configure, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { GivenFile, OpenedGiven } from '../../core/model/given-folder.ts';
import { limits } from '../../core/model/limits.ts';
import { type Reading, read, unread } from '../../core/model/unread.ts';

configure({ useWebWorkers: false });

const SYMLINK = 0o120000;
const KIND_BITS = 0o170000;

/** Opens a zip: only its directory is read, each file when it is asked for. `name` is the archive's own. Never throws. */
export async function openZip(archive: Blob, name: string): Promise<OpenedGiven> {
  const reader = new ZipReader(new BlobReader(archive));
  const files: GivenFile[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      const path = pathOf(entry);
      if (path === null || entry.directory) continue;
      if (files.length >= limits.treeEntries.most) return problem(`“${name}”: ${limits.treeEntries.sentence}`);
      files.push(fileOf(path, entry));
    }
  } catch {
    return problem(`“${name}” is not a zip archive that can be read, or a part of it is missing.`);
  }
  if (files.length === 0) return problem(`“${name}” holds no files.`);
  const { files: own, top } = withoutTopFolder(files);
  return { ok: true, folder: { name: top ?? name.replace(/\.zip$/i, ''), files: own, unreadFolders: [] } };
}

const problem = (sentence: string): OpenedGiven => ({ ok: false, problem: sentence });

/** The path below the archive, null for what macOS adds; the library refuses an archive with paths that lead out of it. */
function pathOf({ filename }: Entry): string | null {
  const path = filename.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return path.startsWith('__MACOSX/') ? null : path;
}

const fileOf = (path: string, entry: FileEntry): GivenFile => ({
  path,
  kind: ((entry.unixMode ?? 0) & KIND_BITS) === SYMLINK ? 'symlink' : entry.executable ? 'executable' : 'file',
  bytes: entry.uncompressedSize,
  read: (most) => bytesOf(entry, most),
});

/** The directory may tell a wrong size: what comes is counted. */
async function bytesOf(entry: FileEntry, most: number): Promise<Reading<Uint8Array>> {
  if (entry.encrypted) return unread('forbidden', { detail: 'It is encrypted in the archive.' });
  const parts: Uint8Array[] = [];
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      length += part.length;
      if (length > most) throw new RangeError('too big');
      parts.push(part);
    },
  });
  try {
    await entry.getData(sink, { checkSignature: true });
    return read(joined(parts, length));
  } catch {
    return length > most ? unread('too-big') : unread('bad-format', { detail: 'The archive is broken at this file.' });
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Archives hold one folder with everything in it: the project is what is inside. */
function withoutTopFolder(files: readonly GivenFile[]): { files: readonly GivenFile[]; top: string | null } {
  const first = files[0]?.path ?? '';
  const top = first.slice(0, first.indexOf('/') + 1);
  if (top === '' || files.some(({ path }) => !path.startsWith(top))) return { files, top: null };
  return { files: files.map((file) => ({ ...file, path: file.path.slice(top.length) })), top: top.slice(0, -1) };
}
