import { codeEntriesOf } from '../src/core/facts/code-entries.ts';
import { codeFileOf } from '../src/core/facts/code-file.ts';
import { listingOf } from '../src/core/facts/tree.ts';
import { limits } from '../src/core/model/limits.ts';
import type { Snapshot } from '../src/core/model/snapshot.ts';
import { decodeText } from '../src/services/git-objects/decode-text.ts';
import { openLocalRepository } from '../src/services/local-git/open-repository.ts';
import type { WorldRepository } from '../test/world/find-repositories.ts';
import { type Figure, figureTable, milliseconds } from './figures.ts';

/** Of each repository; the whole of a large one would tell no more. */
const MOST_FILES = 60;
const ROUNDS = 3;

interface Scanned {
  readonly kind: 'notebooks' | 'other code';
  readonly bytes: number;
  /** The fastest of the rounds, for other work on the machine only adds. */
  readonly took: number;
}

/** How fast code is looked through for imports and paths. */
export async function benchCode(all: readonly (readonly [WorldRepository, Snapshot])[]): Promise<string> {
  const scanned: Scanned[] = [];
  for (const [{ directory }, snapshot] of all) scanned.push(...(await scan(directory, snapshot)));
  const slowest = Math.max(...scanned.map(({ took }) => took));
  return figureTable([
    speed('code, all', scanned, 20),
    ...(['notebooks', 'other code'] as const).map((kind) =>
      speed(
        kind,
        scanned.filter((one) => one.kind === kind),
      ),
    ),
    {
      what: 'the slowest file',
      value: milliseconds(slowest),
      budget: '≤ 10 s',
      isMissed: slowest > limits.codeFileWait.most,
    },
  ]);
}

async function scan(directory: string, snapshot: Snapshot): Promise<readonly Scanned[]> {
  const reading = listingOf(snapshot);
  const opened = await openLocalRepository(directory);
  if (reading.state !== 'read' || !opened.ok) return [];
  const scanned: Scanned[] = [];
  for (const entry of codeEntriesOf(reading.listing).within.slice(0, MOST_FILES)) {
    const bytes = await opened.repository.blob(entry.id);
    const text = bytes === null ? null : decodeText(bytes, entry, limits.codeFileBytes.most);
    if (bytes === null || text?.state !== 'read') continue;
    const { text: source } = text.value;
    const took = Math.min(...Array.from({ length: ROUNDS }, () => timeOf(() => codeFileOf(entry.path, source))));
    scanned.push({ kind: /\.ipynb$/i.test(entry.path) ? 'notebooks' : 'other code', bytes: bytes.length, took });
  }
  opened.repository.close();
  return scanned;
}

function timeOf(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function speed(what: string, scanned: readonly Scanned[], least?: number): Figure {
  const sum = (of: (one: Scanned) => number) => scanned.reduce((total, one) => total + of(one), 0);
  const [bytes, took] = [sum((one) => one.bytes), sum((one) => one.took)];
  const rate = bytes / took / 1_000;
  const name = `${what}: ${scanned.length} files, ${(bytes / 1e6).toFixed(1)} MB`;
  const budget = least === undefined ? {} : { budget: `≥ ${least} MB/s`, isMissed: rate < least };
  return { what: name, value: `${rate.toFixed(1)} MB/s`, ...budget };
}
