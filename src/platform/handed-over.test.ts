import { describe, expect, test } from 'vitest';
import { takeDropped } from './handed-over.ts';

/** An entry as a browser gives it for what is dropped: a text is a file, a list what a folder holds. */
type Given = string | Readonly<Record<string, unknown>>;

function entryOf(fullPath: string, given: Given, portion: number): FileSystemEntry {
  const name = fullPath.slice(fullPath.lastIndexOf('/') + 1);
  if (typeof given === 'string') {
    const file = (done: (file: File) => void, fail: (error: Error) => void) =>
      given === 'locked' ? fail(new Error('locked')) : done(new File([given], name));
    return { isFile: true, isDirectory: false, name, fullPath, file } as unknown as FileSystemEntry;
  }
  const all = Object.entries(given).map(([path, one]) => entryOf(`${fullPath}/${path}`, one as Given, portion));
  const createReader = () => {
    let at = 0;
    return {
      readEntries: (done: (entries: readonly FileSystemEntry[]) => void) => {
        done(all.slice(at, at + portion));
        at += portion;
      },
    };
  };
  return { isFile: false, isDirectory: true, name, fullPath, createReader } as unknown as FileSystemEntry;
}

const dropOf = (...dropped: readonly (readonly [string, Given])[]): DataTransfer =>
  ({
    items: dropped.map(([name, given]) => ({ webkitGetAsEntry: () => entryOf(`/${name}`, given, 2) })),
    files: dropped.flatMap(([name, given]) => (typeof given === 'string' ? [new File([given], name)] : [])),
  }) as unknown as DataTransfer;

describe('what is dropped', () => {
  test('is a folder with all its files, in however many portions, without git’s own', async () => {
    const handed = await takeDropped(
      dropOf([
        'survey',
        { '.git': { HEAD: 'ref' }, 'a.py': '1', 'b.py': '22', src: { 'c.py': '333' }, 'd.py': 'locked' },
      ]),
    );
    if (handed.kind !== 'folder') throw new Error(handed.kind);
    expect(handed.folder.name).toBe('survey');
    expect(handed.folder.files.map(({ path, bytes }) => `${path} ${bytes}`).sort()).toEqual([
      'a.py 1',
      'b.py 2',
      'd.py 0',
      'src/c.py 3',
    ]);
    const readings = await Promise.all(
      handed.folder.files.map(async (file) => [file.path, await file.read(2)] as const),
    );
    const kinds = readings.map(([path, one]) => `${path} ${one.state === 'unread' ? one.unread.kind : one.state}`);
    expect(kinds.sort()).toEqual(['a.py read', 'b.py read', 'd.py forbidden', 'src/c.py too-big']);
  });

  test('is a zip', async () => {
    expect(await takeDropped(dropOf(['survey.ZIP', 'PK']))).toMatchObject({ kind: 'zip' });
  });

  test.each([
    ['a text', dropOf(['notes.txt', 'a']), 'neither a folder nor a zip'],
    ['two things', dropOf(['a.zip', 'PK'], ['b.zip', 'PK']), 'One at a time'],
    ['an empty folder', dropOf(['survey', {}]), 'holds no files'],
    ['nothing', dropOf(), 'neither a folder nor a zip'],
  ])('that is %s gets one sentence', async (_name, transfer, words) => {
    expect(await takeDropped(transfer)).toMatchObject({ kind: 'problem', problem: expect.stringContaining(words) });
  });
});
