import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip } from './zip-folder.ts';

const zipped = (files: Zippable): Blob => new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);

async function opened(files: Zippable, name = 'sleep.zip') {
  const given = await openZip(zipped(files), name);
  if (!given.ok) throw new Error(given.problem);
  return given.folder;
}

describe('a zip', () => {
  test.each<[string, Zippable, string, readonly string[]]>([
    ['its files', { 'README.md': strToU8('a'), src: { 'run.py': strToU8('b') } }, 'sleep', ['README.md', 'src/run.py']],
    ['one folder with everything in it', { 'sleep-main': { 'a.py': strToU8('') } }, 'sleep-main', ['a.py']],
    ['paths of Windows', { 'src\\run.py': strToU8(''), 'a.py': strToU8('') }, 'sleep', ['src/run.py', 'a.py']],
    ['what macOS adds', { '__MACOSX/._a.py': strToU8(''), 'a.py': strToU8('') }, 'sleep', ['a.py']],
  ])('is read with %s', async (_name, files, name, paths) => {
    const folder = await opened(files);
    expect(folder.name).toBe(name);
    expect(folder.files.map(({ path }) => path)).toEqual(paths);
  });

  test('gives the bytes of a file, stored or deflated', async () => {
    const text = 'sleep '.repeat(500);
    const folder = await opened({ 'a.txt': [strToU8(text), { level: 0 }], 'b.txt': [strToU8(text), { level: 9 }] });
    for (const file of folder.files) {
      const bytes = await file.read(10_000);
      expect(bytes.state === 'read' ? new TextDecoder().decode(bytes.value) : bytes).toBe(text);
    }
  });

  test('stops at the bound, whatever the directory says of the size', async () => {
    const archive = zipSync({ 'bomb.txt': [new Uint8Array(5_000_000), { level: 9 }] });
    const view = new DataView(archive.buffer, archive.byteOffset);
    const directory = archive.findIndex(
      (_byte, at) => view.getUint32(Math.min(at, archive.length - 4), true) === 0x02014b50,
    );
    view.setUint32(directory + 24, 10, true);
    const given = await openZip(new Blob([archive as Uint8Array<ArrayBuffer>]), 'bomb.zip');
    const file = given.ok ? given.folder.files[0] : undefined;
    expect(file?.bytes).toBe(10);
    expect(['too-big', 'bad-format']).toContain(kindOf(await file?.read(100_000)));
  });

  test('says when a file is larger than is read', async () => {
    const folder = await opened({ 'a.txt': strToU8('x'.repeat(2_000)) });
    expect(kindOf(await folder.files[0]?.read(1_000))).toBe('too-big');
  });

  test.each([
    ['is no archive', new Blob(['nothing of the kind']), 'is not a zip archive that can be read'],
    ['is empty', new Blob([]), 'is not a zip archive that can be read'],
    ['is cut off', zipped({ 'a.py': strToU8('print()') }).slice(0, 40), 'is not a zip archive that can be read'],
    [
      'leads out of itself',
      zipped({ '../evil.py': strToU8(''), 'a.py': strToU8('') }),
      'is not a zip archive that can be read',
    ],
    ['holds no files', zipped({ folder: {} }), 'holds no files'],
  ])('that %s is refused in one sentence', async (_name, blob, words) => {
    const given = await openZip(blob, 'x.zip');
    expect(given).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
  });
});

const kindOf = (reading: { state: string; unread?: { kind: string } } | undefined) => reading?.unread?.kind;
