import { expect, test, vi } from 'vitest';
import type { CodeFile } from '../core/model/code-file.ts';
import { limits } from '../core/model/limits.ts';
import { type CodeQuestion, type CodeWorker, createCodeReader } from './code-reader.ts';

const found = (path: string): CodeFile => ({
  imports: [],
  machinePaths: [{ value: path, line: 1, cell: null, quote: path }],
  harmlessPaths: [],
  openedFiles: [],
  writtenFiles: [],
  installs: [],
  problem: null,
});

/** Workers that answer as the text says; `started` are all that there ever were. */
function readerWith(milliseconds?: number) {
  const started: (CodeWorker & { isEnded: boolean })[] = [];
  const asked: string[] = [];
  const start = (): CodeWorker => {
    const worker: (typeof started)[number] = {
      isEnded: false,
      onmessage: null,
      onerror: null,
      terminate: () => {
        worker.isEnded = true;
      },
      postMessage: ({ path, text }: CodeQuestion) => {
        asked.push(path);
        const answer = () => {
          if (text === 'fails') worker.onerror?.call(worker as unknown as Worker, {} as ErrorEvent);
          else if (!worker.isEnded)
            worker.onmessage?.call(worker as unknown as Worker, { data: found(path) } as MessageEvent);
        };
        if (text !== 'for ever') queueMicrotask(answer);
      },
    };
    started.push(worker);
    return worker;
  };
  return { started, asked, reader: createCodeReader(start, milliseconds) };
}

test('one worker looks into one file after the other', async () => {
  const { started, asked, reader } = readerWith();
  const readings = await Promise.all(['a.py', 'b.py', 'c.py'].map((path) => reader.read(path, '')));
  expect(readings).toEqual(['a.py', 'b.py', 'c.py'].map((path) => ({ state: 'read', value: found(path) })));
  expect(asked).toEqual(['a.py', 'b.py', 'c.py']);
  expect(started).toHaveLength(1);
});

test('a file that takes too long is unread, its worker is ended, and the next file has a new one', async () => {
  vi.useFakeTimers();
  try {
    const { started, reader } = readerWith();
    const [slow, next] = [reader.read('a.py', 'for ever'), reader.read('b.py', '')];
    await vi.advanceTimersByTimeAsync(limits.codeFileWait.most - 1);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1);
    const detail = limits.codeFileWait.sentence;
    expect(await slow).toEqual({ state: 'unread', unread: { kind: 'timeout', detail } });
    expect(await next).toEqual({ state: 'read', value: found('b.py') });
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    // The time of a file that was answered is over.
    await vi.advanceTimersByTimeAsync(2 * limits.codeFileWait.most);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  } finally {
    vi.useRealTimers();
  }
});

test('a worker that fails is a mistake of ours, and no verdict; so is one that cannot be started', async () => {
  const { started, reader } = readerWith();
  expect(await reader.read('a.py', 'fails')).toEqual({ state: 'unread', unread: { kind: 'internal' } });
  expect(await reader.read('b.py', '')).toEqual({ state: 'read', value: found('b.py') });
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  const without = createCodeReader(() => {
    throw new Error('no workers here');
  });
  expect(await without.read('a.py', '')).toEqual({ state: 'unread', unread: { kind: 'internal' } });
});

test('closed, it ends what it is at', async () => {
  const { started, reader } = readerWith();
  const reading = reader.read('a.py', 'for ever');
  await vi.waitFor(() => expect(started).toHaveLength(1));
  reader.close();
  expect(await reading).toEqual({ state: 'unread', unread: { kind: 'cancelled' } });
  expect(started[0]?.isEnded).toBe(true);
});
