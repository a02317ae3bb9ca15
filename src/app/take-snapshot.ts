import pMap from 'p-map';
import type { CheckList } from '../core/checks/check-list.ts';
import { limits, planRounds, requestsAtOnce } from '../core/model/limits.ts';
import type { Rubric } from '../core/model/rubric.ts';
import {
  type ImageSnapshot,
  notAsked,
  type RepositorySnapshot,
  type Snapshot,
  snapshotVersion,
  type TextFile,
} from '../core/model/snapshot.ts';
import type { ImageSource, RepositorySource } from '../core/model/sources.ts';
import type { Subject } from '../core/model/subject.ts';
import { type Reading, unread } from '../core/model/unread.ts';
import type { CodeRead } from '../core/plan/code-reads.ts';
import { nextReads, type Read } from '../core/plan/next-reads.ts';
import { type CodeSource, readCode } from './read-code.ts';

/** Where things are read from; `onProgress` gets a few words whenever the reading moves on. */
export interface Sources {
  readonly repositories: RepositorySource;
  readonly images: ImageSource;
  /** The checks that are there to be judged: what they need is read. */
  readonly checks: CheckList;
  readonly onProgress?: ((words: string) => void) | undefined;
  /** How code is looked into; without it, it is not. */
  readonly code?: CodeSource | undefined;
}

// The commit and the listing come before the rounds of texts and images that `planRounds` bounds, and code comes after them.
const OTHER_STEPS = 3;

/** A snapshot in which nothing has been read yet. */
export const emptySnapshot = (subject: Subject, readAt: string): Snapshot => ({
  version: snapshotVersion,
  subject,
  readAt,
  repository: subject.repository === null ? null : { head: notYet, tree: notYet, texts: [], code: [] },
  images: [],
});

const notYet: Reading<never> = { state: 'unread', unread: notAsked };

/** Reads what a rubric needs and a snapshot lacks: asks the plan, reads, and asks again until nothing is left. Never throws. */
export async function takeSnapshot(begun: Snapshot, rubric: Rubric, sources: Sources): Promise<Snapshot> {
  let snapshot = begun;
  for (let round = 0; round < planRounds + OTHER_STEPS; round++) {
    const reads = nextReads(snapshot, rubric, limits, sources.checks, sources.code?.look);
    if (reads.length === 0) break;
    const files = reads.filter((read) => read.what === 'code');
    // Code comes last, and may end early: then it is not asked for again.
    if (files.length > 0) return withCode(snapshot, files, sources);
    sources.onProgress?.(progressWords(reads));
    const before = snapshot;
    const changes = await pMap(tasksOf(reads, before, sources), (task) => task(), { concurrency: requestsAtOnce });
    for (const change of changes) snapshot = change(snapshot);
  }
  return snapshot;
}

/** The snapshot with what the files of code hold. */
async function withCode(
  snapshot: Snapshot,
  files: readonly CodeRead[],
  { repositories, code, onProgress }: Sources,
): Promise<Snapshot> {
  const head = snapshot.repository?.head;
  if (code === undefined || head?.state !== 'read') return snapshot;
  const onRead: CodeSource['onRead'] = (found, of) => {
    onProgress?.(`Reading code: ${found.length} of ${of} files…`);
    code.onRead?.(found, of);
  };
  const found = await readCode(head.value, files, repositories, { ...code, onRead });
  return inRepository((before) => ({ code: [...before.code, ...found] }))(snapshot);
}

type Change = (snapshot: Snapshot) => Snapshot;

/** One task for each thing to read, or one for all texts where the source gives them together. */
function tasksOf(reads: readonly Read[], snapshot: Snapshot, sources: Sources): readonly (() => Promise<Change>)[] {
  const wishes = reads.filter((read) => read.what === 'text');
  const { texts } = sources.repositories;
  const head = snapshot.repository?.head;
  if (texts === undefined || wishes.length === 0 || head?.state !== 'read')
    return reads.map((read) => () => perform(read, snapshot, sources));
  const others = reads.filter((read) => read.what !== 'text');
  return [
    () => performTexts(wishes, () => texts(head.value, wishes)),
    ...others.map((read) => () => perform(read, snapshot, sources)),
  ];
}

async function performTexts(
  wishes: readonly Extract<Read, { what: 'text' }>[],
  run: () => Promise<readonly Reading<TextFile>[]>,
): Promise<Change> {
  const given = await run().catch(() => []);
  const texts = wishes.map(({ entry }, index) => ({ path: entry.path, reading: given[index] ?? unread('internal') }));
  return inRepository((before) => ({ texts: [...before.texts, ...texts] }));
}

async function perform(read: Read, snapshot: Snapshot, { repositories, images }: Sources): Promise<Change> {
  const { repository } = snapshot;
  switch (read.what) {
    case 'head': {
      const asked = snapshot.subject.repository;
      if (asked === null) return unchanged;
      const head = await guarded(() => repositories.head(asked));
      return inRepository(() => ({ head }));
    }
    case 'tree': {
      if (repository?.head.state !== 'read') return unchanged;
      const { value } = repository.head;
      const tree = await guarded(() => repositories.tree(value));
      return inRepository(() => ({ tree }));
    }
    case 'text': {
      if (repository?.head.state !== 'read') return unchanged;
      const { value } = repository.head;
      const reading = await guarded(() => repositories.text(value, read.entry, read.maxBytes));
      return inRepository((before) => ({ texts: [...before.texts, { path: read.entry.path, reading }] }));
    }
    case 'code':
      return unchanged;
    case 'image': {
      const image = await images.image(read.reference).catch(() => brokenImage(read, snapshot));
      return (before) => ({ ...before, images: [...before.images, image] });
    }
  }
}

const unchanged: Change = (snapshot) => snapshot;

const inRepository =
  (change: (repository: RepositorySnapshot) => Partial<RepositorySnapshot>): Change =>
  (snapshot) =>
    snapshot.repository === null
      ? snapshot
      : { ...snapshot, repository: { ...snapshot.repository, ...change(snapshot.repository) } };

/** A source that throws has a fault of ours; it must not become a verdict. */
const guarded = <T>(run: () => Promise<Reading<T>>): Promise<Reading<T>> => run().catch(() => unread('internal'));

const brokenImage = ({ reference }: Extract<Read, { what: 'image' }>, { readAt }: Snapshot): ImageSnapshot => {
  const broken = unread('internal');
  return { reference, readAt, access: broken, manifest: broken, config: broken, tags: broken, answers: [] };
};

function progressWords(reads: readonly Read[]): string {
  const [first] = reads;
  if (first?.what === 'head') return 'Asking GitHub for the newest commit…';
  if (first?.what === 'tree') return 'Reading the list of files…';
  if (first?.what === 'text')
    return reads.length === 1 ? `Reading ${first.entry.path}…` : `Reading ${reads.length} files…`;
  return 'Asking the registry for the image…';
}
