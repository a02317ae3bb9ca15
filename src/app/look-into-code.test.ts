import { beforeEach, expect, test } from 'vitest';
import { checks } from '../core/checks/index.ts';
import { head as newest } from '../core/model/repository-ref.ts';
import type { Rubric } from '../core/model/rubric.ts';
import { parseSnapshot } from '../core/model/snapshot.schema.ts';
import type { Snapshot, TreeEntry } from '../core/model/snapshot.ts';
import { read, unread } from '../core/model/unread.ts';
import { general } from '../core/rubrics/general.ts';
import { type AssessContext, type Assessment, assessSubject } from './assess-subject.ts';
import { lookIntoCode } from './look-into-code.ts';
import type { CodeSource } from './read-code.ts';

const rubric: Rubric = {
  ...general,
  rows: [{ id: 'code', statement: 'Code', checks: [{ check: 'code-has-no-machine-paths', level: 'recommended' }] }],
};
const subject = { repository: { owner: 'noise', name: 'sleep', at: newest }, image: null };
const entryOf = (path: string): TreeEntry => ({ path, kind: 'file', id: path.padEnd(40, '0'), bytes: 9 });
const entries = ['a.py', 'b.py', 'c.py'].map(entryOf);
const quote = "open('/Users/sam/a.csv')";

let asked: string[];
let locks: string[];
let now: number;
let kept: Map<string, unknown>;
let context: AssessContext;

beforeEach(() => {
  asked = [];
  locks = [];
  now = Date.parse('2026-11-24T20:00:00Z');
  kept = new Map();
  const heads = new Map<string, { head: NonNullable<unknown>; readAt: number }>();
  const noted = async <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    return value;
  };
  context = {
    repositories: {
      head: () => noted('head', read({ owner: 'noise', name: 'sleep', commit: 'a'.repeat(40), ref: 'main' })),
      tree: () => noted('tree', read({ entries, unreadFolders: [] })),
      text: (_head, { path, id }) => noted(path, read({ text: quote, encoding: 'utf-8', bytes: 9, id, cut: false })),
    },
    images: { image: () => Promise.reject(new Error('no image is asked for')) },
    snapshots: {
      readHead: async (key) => (heads.get(key) as Awaited<ReturnType<AssessContext['snapshots']['readHead']>>) ?? null,
      writeHead: async (key, head, readAt) => void heads.set(key, { head, readAt }),
      readSnapshot: async (key) => structuredClone(kept.get(key)) ?? null,
      writeSnapshot: async (key, value) => void kept.set(key, JSON.parse(JSON.stringify(value))),
    },
    withLock: (name, run) => {
      locks.push(name);
      return run();
    },
    now: () => now,
    version: '0.1.0',
    checks,
    reader: 'anonymous',
  };
});

const code = (change: Partial<CodeSource> = {}): CodeSource => ({
  look: 'asked',
  read: async () =>
    read({
      imports: [],
      machinePaths: [{ value: '/Users/sam/a.csv', line: 1, cell: null, quote }],
      harmlessPaths: [],
      openedFiles: [],
      writtenFiles: [],
      installs: [],
      problem: null,
    }),
  ...change,
});

async function assessed(): Promise<Assessment> {
  const assessment = await assessSubject({ subject, rubric, depth: 'normal' }, context);
  if (assessment === null) throw new Error('nothing was assessed');
  asked.length = 0;
  locks.length = 0;
  return assessment;
}
const outcomeOf = (assessment: Assessment | null) => assessment?.report.findings[0]?.outcome;
const keptCode = (): readonly string[] => {
  const snapshots = [...kept.values()].map((value) => parseSnapshot(value) as Snapshot);
  return snapshots.flatMap(({ repository }) => repository?.code.map(({ path }) => path) ?? []);
};
const settled = () => new Promise((wake) => setTimeout(wake));

test('without a reader of code nothing of it is asked for, and the finding says so', async () => {
  const assessment = await assessed();
  expect(assessment.report.findings[0]).toMatchObject({ outcome: 'unknown', why: { kind: 'not-asked' } });
});

test('code is looked into after all else was read; nothing else is asked again', async () => {
  const before = await assessed();
  const looked = await lookIntoCode(before, code(), context);
  expect([outcomeOf(before), outcomeOf(looked)]).toEqual(['unknown', 'fail']);
  expect(asked).toEqual(['a.py', 'b.py', 'c.py']);
});

test('what was found is kept, under the lock of its subject, and known from then on', async () => {
  await lookIntoCode(await assessed(), code(), context);
  await settled();
  expect(keptCode()).toEqual(['a.py', 'b.py', 'c.py']);
  expect(locks).toEqual(['subject:anonymous github.com/noise/sleep ']);
  expect(outcomeOf(await assessSubject({ subject, rubric, depth: 'cached' }, context))).toBe('fail');
});

test('a file that failed is told, but not kept', async () => {
  const slow = code({ read: async () => unread('timeout') });
  const looked = await lookIntoCode(await assessed(), slow, context);
  expect(looked.report.notRead).toContainEqual({ what: 'a.py', why: 'timeout' });
  await settled();
  expect(keptCode()).toEqual([]);
});

test('what was found is kept on the way, so that closing the page loses little', async () => {
  const before = await assessed();
  const found = code();
  const endless = code({ read: (path, text) => (path === 'c.py' ? new Promise(() => {}) : found.read(path, text)) });
  const onRead: CodeSource['onRead'] = () => {
    now += 1_500;
  };
  void lookIntoCode(before, { ...endless, onRead }, context);
  await settled();
  expect(keptCode()).toEqual(['a.py']);
});

test('what others kept meanwhile stays, and where nothing is kept nothing is added', async () => {
  const before = await assessed();
  const [key = ''] = kept.keys();
  const other = kept.get(key) as Snapshot;
  kept.set(key, { ...other, readAt: 'later', repository: { ...other.repository, code: [] } });
  await lookIntoCode(before, code(), context);
  await settled();
  expect(kept.get(key)).toMatchObject({ readAt: 'later' });
  expect(keptCode()).toHaveLength(3);
  kept.clear();
  await lookIntoCode(before, code(), context);
  await settled();
  expect(kept.size).toBe(0);
});

test('one reading may look into code as well, and tells how far it is', async () => {
  const told: string[] = [];
  const all = { ...context, code: code(), onProgress: (words: string) => void told.push(words) };
  expect(outcomeOf(await assessSubject({ subject, rubric, depth: 'normal' }, all))).toBe('fail');
  expect(told.slice(-4)).toEqual([0, 1, 2, 3].map((files) => `Reading code: ${files} of 3 files…`));
});
