import type { CodeFile } from '../core/model/code-file.ts';
import { limits } from '../core/model/limits.ts';
import { type Reading, read, unread } from '../core/model/unread.ts';

/** What the worker is asked; its answer is a `CodeFile`. */
export interface CodeQuestion {
  readonly path: string;
  readonly text: string;
}

/** As much of a worker as is used. */
export type CodeWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface CodeReader {
  readonly read: (path: string, text: string) => Promise<Reading<CodeFile>>;
  /** Ends the worker and whatever it is at. */
  readonly close: () => void;
}

/**
 * Looks into files in a worker, one after the other. A file that takes longer than the bound, or that the worker fails at, is
 * unread, and the next one gets a new worker.
 */
export function createCodeReader(start: () => CodeWorker, milliseconds: number = limits.codeFileWait.most): CodeReader {
  let worker: CodeWorker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let giveUp = (): void => {};

  const end = (): void => {
    worker?.terminate();
    worker = null;
  };

  const ask = (question: CodeQuestion): Promise<Reading<CodeFile>> =>
    new Promise((answer) => {
      const asked = worker ?? start();
      worker = asked;
      const fail = (reading: Reading<never>): void => {
        clearTimeout(timer);
        end();
        answer(reading);
      };
      const timer = setTimeout(() => fail(unread('timeout', { detail: limits.codeFileWait.sentence })), milliseconds);
      giveUp = () => fail(unread('cancelled'));
      asked.onmessage = ({ data }: MessageEvent<CodeFile>) => {
        clearTimeout(timer);
        answer(read(data));
      };
      asked.onerror = () => fail(unread('internal'));
      asked.postMessage(question);
    });

  return {
    read(path, text) {
      const reading = last.then(() => ask({ path, text })).catch(() => unread('internal'));
      last = reading;
      return reading;
    },
    close() {
      giveUp();
      end();
    },
  };
}

/** Runs something that looks into code; the worker ends with it. */
export async function withCodeReader<Result>(
  start: () => CodeWorker,
  run: (read: CodeReader['read']) => Promise<Result>,
): Promise<Result> {
  const reader = createCodeReader(start);
  try {
    return await run(reader.read);
  } finally {
    reader.close();
  }
}
