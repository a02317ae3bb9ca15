import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { isCommitId } from '../../core/model/repository-ref.ts';
import { guardedArguments, guardedEnvironment } from './run-git.ts';

type Answer = (bytes: Uint8Array | null) => void;

const NEW_LINE = 10;

/** One `git cat-file --batch` kept open: it answers in the order it was asked, and is started again if it ends. */
export class BlobReader {
  readonly #gitDirectory: string;
  #isClosed = false;
  #child: ChildProcessWithoutNullStreams | null = null;
  #waiting: Answer[] = [];
  #chunks: Buffer[] = [];
  #held = 0;
  #needed = 1;

  constructor(gitDirectory: string) {
    this.#gitDirectory = gitDirectory;
  }

  /** The bytes of a blob, or null when this copy of the repository does not hold it, or after closing. */
  read(id: string): Promise<Uint8Array | null> {
    if (this.#isClosed || !isCommitId(id)) return Promise.resolve(null);
    return new Promise((resolve) => {
      const child = this.#started();
      this.#waiting.push(resolve);
      child.stdin.write(`${id}\n`);
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#child?.stdin.end();
    this.#child?.kill();
    this.#ended();
  }

  #started(): ChildProcessWithoutNullStreams {
    if (this.#child !== null) return this.#child;
    const child = spawn('git', [...guardedArguments, `--git-dir=${this.#gitDirectory}`, 'cat-file', '--batch'], {
      env: guardedEnvironment(),
      windowsHide: true,
    });
    this.#child = child;
    const ended = () => {
      if (this.#child === child) this.#ended();
    };
    child.on('error', ended).on('close', ended);
    child.stdin.on('error', ended);
    child.stderr.resume();
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    return child;
  }

  #ended(): void {
    this.#child = null;
    this.#chunks = [];
    this.#held = 0;
    this.#needed = 1;
    for (const answer of this.#waiting.splice(0)) answer(null);
  }

  // Chunks are joined only when a whole answer can be there, so that a large blob is not copied once a chunk.
  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#needed) return;
    let rest = Buffer.concat(this.#chunks);
    for (let taken = takeAnswer(rest); ; taken = takeAnswer(rest)) {
      if (taken.kind === 'needs') {
        this.#needed = taken.bytes;
        break;
      }
      this.#waiting.shift()?.(taken.blob);
      rest = rest.subarray(taken.length);
    }
    this.#chunks = [rest];
    this.#held = rest.length;
  }
}

type Taken =
  | { readonly kind: 'needs'; readonly bytes: number }
  | { readonly kind: 'answer'; readonly blob: Uint8Array | null; readonly length: number };

// `ID blob SIZE\n<bytes>\n`, or `ID missing\n` (gitformat of git-cat-file, "BATCH OUTPUT").
function takeAnswer(buffer: Buffer): Taken {
  const lineEnd = buffer.indexOf(NEW_LINE);
  if (lineEnd === -1) return { kind: 'needs', bytes: buffer.length + 1 };
  const [, type, size] = buffer.subarray(0, lineEnd).toString('latin1').split(' ');
  const start = lineEnd + 1;
  if (size === undefined) return { kind: 'answer', blob: null, length: start };
  const end = start + Number(size);
  if (buffer.length < end + 1) return { kind: 'needs', bytes: end + 1 };
  const blob = type === 'blob' ? new Uint8Array(buffer.subarray(start, end)) : null;
  return { kind: 'answer', blob, length: end + 1 };
}
