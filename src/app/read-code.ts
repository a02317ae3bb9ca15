import pMap from 'p-map';
import type { CodeFile } from '../core/model/code-file.ts';
import { limits, requestsAtOnce } from '../core/model/limits.ts';
import type { CodeReading, Head, TextFile, TreeEntry } from '../core/model/snapshot.ts';
import type { RepositorySource } from '../core/model/sources.ts';
import { type Reading, type UnreadKind, unread } from '../core/model/unread.ts';
import type { CodeLook, CodeRead } from '../core/plan/code-reads.ts';

/** How far code is looked into, and by what: a parser of code has no place in the background. */
export interface CodeSource {
  readonly look: Exclude<CodeLook, 'never'>;
  /** What one file holds. The text is not kept. */
  readonly read: (path: string, text: string) => Promise<Reading<CodeFile>>;
  /** Told at the beginning and after each file what was found until then, and how many files there are. */
  readonly onRead?: (found: readonly CodeReading[], of: number) => void;
  /** Ends it early; what was found until then counts. */
  readonly signal?: AbortSignal;
}

// One query of the API holds the texts of a batch; written as JSON they may be twice as long.
const BATCH_FILES = 25;
const BATCH_BYTES = 2 * 1_024 * 1_024;

/** After these the next file would only fail alike. */
const ENDS: ReadonlySet<UnreadKind> = new Set(['offline', 'rate-limit', 'secondary-limit', 'bad-token']);

/**
 * Looks into the files in their order, four at once. A file that fails is an unread reading; what was not reached when it
 * ended early is left out, to be looked into another time. Never throws.
 */
export async function readCode(
  head: Head,
  reads: readonly CodeRead[],
  repositories: RepositorySource,
  code: CodeSource,
): Promise<readonly CodeReading[]> {
  const found: CodeReading[] = [];
  const fault = new AbortController();
  const ended = AbortSignal.any([fault.signal, ...(code.signal === undefined ? [] : [code.signal])]);
  const add = (reading: CodeReading): void => {
    found.push(reading);
    code.onRead?.([...found], reads.length);
    if (reading.reading.state === 'unread' && ENDS.has(reading.reading.unread.kind)) fault.abort();
  };
  const lookInto = async (batch: readonly TreeEntry[]): Promise<void> => {
    const texts = ended.aborted ? [] : await textsOf(head, batch, repositories);
    for (const [index, entry] of batch.entries()) {
      if (ended.aborted) return;
      const reading = await lookIntoText(entry, texts[index] ?? unread('internal'), code);
      if (!ended.aborted) add({ path: entry.path, id: entry.id, reading });
    }
  };
  if (ended.aborted) return [];
  code.onRead?.([], reads.length);
  // A file that is under way is not waited for.
  const end = new Promise<void>((wake) => ended.addEventListener('abort', () => wake()));
  await Promise.race([pMap(batchesOf(reads, repositories), lookInto, { concurrency: requestsAtOnce }), end]);
  return [...found];
}

/** One file at a time, or as many together as one answer may hold where the source gives many at once. */
function batchesOf(reads: readonly CodeRead[], { texts }: RepositorySource): readonly (readonly TreeEntry[])[] {
  const batches: TreeEntry[][] = [];
  let bytes = 0;
  for (const { entry } of reads) {
    const last = batches.at(-1);
    bytes += entry.bytes ?? 0;
    if (texts !== undefined && last !== undefined && last.length < BATCH_FILES && bytes <= BATCH_BYTES)
      last.push(entry);
    else {
      batches.push([entry]);
      bytes = entry.bytes ?? 0;
    }
  }
  return batches;
}

async function textsOf(
  head: Head,
  batch: readonly TreeEntry[],
  { texts, text }: RepositorySource,
): Promise<readonly Reading<TextFile>[]> {
  const maxBytes = limits.codeFileBytes.most;
  try {
    if (texts !== undefined)
      return await texts(
        head,
        batch.map((entry) => ({ entry, maxBytes })),
      );
    return await Promise.all(batch.map((entry) => text(head, entry, maxBytes)));
  } catch {
    return [];
  }
}

async function lookIntoText(
  { path }: TreeEntry,
  text: Reading<TextFile>,
  { read }: CodeSource,
): Promise<Reading<CodeFile>> {
  if (text.state !== 'read') return text;
  // Only a file whose size was not told is cut.
  if (text.value.cut) return unread('too-big', { detail: limits.codeFileBytes.sentence });
  return read(path, text.value.text).catch(() => unread('internal'));
}
