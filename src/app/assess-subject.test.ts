import { beforeEach, describe, expect, test } from 'vitest';
import { checks } from '../core/checks/index.ts';
import { head } from '../core/model/repository-ref.ts';
import { imageOf } from '../core/model/snapshot.test-support.ts';
import type { Head, Tree } from '../core/model/snapshot.ts';
import type { ImageSource } from '../core/model/sources.ts';
import { type Reading, read, unread } from '../core/model/unread.ts';
import { general } from '../core/rubrics/general.ts';
import { type AssessContext, assessSubject, type Depth } from './assess-subject.ts';

const COMMIT = 'a'.repeat(40);
const subject = { repository: { owner: 'noise', name: 'sleep', at: head }, image: null };
const entry = { path: 'README.md', kind: 'file' as const, id: 'b'.repeat(40), bytes: 5 };

/** A GitHub and registry in memory that counts what it is asked; any answer can be replaced. */
let asked: string[];
let now: number;
let answers: { head: Reading<Head>; tree: Reading<Tree>; text: string | Reading<never> };
let context: AssessContext;

beforeEach(() => {
  asked = [];
  now = Date.parse('2026-11-24T20:00:00Z');
  answers = {
    head: read({ owner: 'noise', name: 'sleep', commit: COMMIT, ref: 'main' }),
    tree: read({ entries: [entry], unreadFolders: [] }),
    text: '# A\n\nMeasures sleep at home.\n',
  };
  const heads = new Map<string, { head: Head; readAt: number }>();
  const snapshots = new Map<string, unknown>();
  const last = new Map<string, Promise<unknown>>();
  context = {
    repositories: {
      head: async () => counted('head', answers.head),
      tree: async () => counted('tree', answers.tree),
      text: async () =>
        counted(
          'text',
          typeof answers.text === 'string'
            ? read({ text: answers.text, encoding: 'utf-8', bytes: 5, id: entry.id, cut: false })
            : answers.text,
        ),
    },
    images: {
      image: async ({ path }) => {
        asked.push('image');
        return { ...imageOf(path, { kind: 'refused', likely: null }), readAt: new Date(now).toISOString() };
      },
    },
    snapshots: {
      readHead: async (key) => heads.get(key) ?? null,
      writeHead: async (key, value, readAt) => void heads.set(key, { head: value, readAt }),
      readSnapshot: async (key) => structuredClone(snapshots.get(key)) ?? null,
      writeSnapshot: async (key, value) => void snapshots.set(key, JSON.parse(JSON.stringify(value))),
    },
    withLock: (name, run) => {
      const result = (last.get(name) ?? Promise.resolve()).then(run);
      last.set(
        name,
        result.catch(() => undefined),
      );
      return result;
    },
    now: () => now,
    version: '0.1.0',
    checks,
    reader: 'anonymous',
  };
});

const counted = <T>(what: string, value: T): T => {
  asked.push(what);
  return value;
};
const assess = (depth: Depth = 'normal') => assessSubject({ subject, rubric: general, depth }, context);
const readmeOutcome = async (depth?: Depth) => (await assess(depth))?.report.findings[0]?.outcome;

test('two at once ask once', async () => {
  const [one, other] = await Promise.all([assess(), assess()]);
  expect(asked).toEqual(['head', 'tree', 'text', 'image']);
  expect(other?.report.findings).toEqual(one?.report.findings);
});

test('within a minute nothing is asked again; later the head and the image; the listing only after a new commit', async () => {
  await assess();
  asked.length = 0;
  await assess();
  expect(asked).toEqual([]);
  now += 61_000;
  await assess();
  expect(asked).toEqual(['head', 'image']);
  asked.length = 0;
  now += 61_000;
  answers.head = read({ owner: 'noise', name: 'sleep', commit: 'c'.repeat(40), ref: 'main' });
  await assess();
  expect(asked).toEqual(['head', 'tree', 'text', 'image']);
});

test('another name of the same commit costs the question for its head alone', async () => {
  await assess();
  asked.length = 0;
  const branch = { repository: { ...subject.repository, at: { kind: 'ref', name: 'main' } as const }, image: null };
  const assessment = await assessSubject({ subject: branch, rubric: general, depth: 'normal' }, context);
  expect(asked).toEqual(['head']);
  expect(assessment?.report.subject).toBe('noise/sleep@main');
});

test('fresh asks for the head and the image at once', async () => {
  await assess();
  asked.length = 0;
  await assess('fresh');
  expect(asked).toEqual(['head', 'image']);
});

test('cached asks nobody', async () => {
  expect(await assess('cached')).toBeNull();
  await assess();
  asked.length = 0;
  expect(await readmeOutcome('cached')).toBe('pass');
  expect(asked).toEqual([]);
});

test('a fault is shown but not kept', async () => {
  answers.text = unread('timeout');
  expect(await readmeOutcome()).toBe('unknown');
  answers.text = '# A\n\nMeasures sleep at home.\n';
  asked.length = 0;
  expect(await readmeOutcome()).toBe('pass');
  expect(asked).toContain('text');
  expect(asked).not.toContain('tree');
});

test('a refused image is known like any other answer', async () => {
  const image = imageOf(
    'noise/sleep',
    { kind: 'refused', likely: 'private' },
    { manifest: unread('not-found-or-private') },
  );
  answers.text = '# A\n\nMeasures sleep at home.\n\ndocker pull ghcr.io/noise/sleep\n';
  context = { ...context, images: { image: async () => ({ ...image, readAt: new Date(now).toISOString() }) } };
  const first = await assess();
  const cached = await assess('cached');
  expect(cached?.report.findings).toEqual(first?.report.findings);
  const isPublic = cached?.report.findings.find(({ check }) => check === 'image-exists-and-is-public');
  expect(isPublic?.outcome).toBe('fail');
});

describe('an image on Docker Hub', () => {
  const hubImage = (access: Parameters<typeof imageOf>[1]): ImageSource => ({
    image: async (reference) => {
      asked.push('image');
      return { ...imageOf('', access, { reference }), readAt: new Date(now).toISOString() };
    },
  });
  const hours = 3_600_000;

  beforeEach(() => {
    answers.text = '# A\n\nMeasures sleep at home.\n\ndocker pull noise/sleep:1\n';
  });

  test.each<[string, Parameters<typeof imageOf>[1], number]>([
    ['that was given is not asked for again within hours', { kind: 'public' }, 1],
    ['that was refused is asked for again after a minute', { kind: 'refused', likely: null }, 2],
  ])('%s', async (_name, access, times) => {
    context = { ...context, images: hubImage(access) };
    await assess();
    now += 5 * hours;
    await assess();
    expect(asked.filter((what) => what === 'image')).toHaveLength(times);
    now += 2 * hours;
    await assess();
    expect(asked.filter((what) => what === 'image')).toHaveLength(times + 1);
  });

  test('that may not be asked for is known as such, and asked for as soon as it may', async () => {
    context = { ...context, images: hubImage({ kind: 'permission-needed' }) };
    await assess();
    const exists = async (depth: Depth) =>
      (await assess(depth))?.report.findings.find(({ check }) => check === 'image-exists-and-is-public');
    expect(await exists('cached')).toMatchObject({ outcome: 'unknown', why: { kind: 'permission-needed' } });
    context = { ...context, images: hubImage({ kind: 'public' }) };
    expect((await exists('normal'))?.outcome).toBe('pass');
  });
});

test.each(['too-big', 'truncated', 'bad-format', 'empty-repository'] as const)(
  'what arrived as %s is asked for again, since a fault on the way looks the same',
  async (kind) => {
    answers.text = unread(kind);
    expect(await readmeOutcome()).toBe('unknown');
    answers.text = '# A\n\nMeasures sleep at home.\n';
    expect(await readmeOutcome()).toBe('pass');
    answers.tree = unread(kind);
    now += 61_000;
    answers.head = read({ owner: 'noise', name: 'sleep', commit: 'd'.repeat(40), ref: 'main' });
    expect(await readmeOutcome()).toBe('unknown');
    answers.tree = read({ entries: [entry], unreadFolders: [] });
    expect(await readmeOutcome()).toBe('pass');
  },
);

test('a listing that failed is asked for again', async () => {
  answers.tree = unread('server-error');
  expect(await readmeOutcome()).toBe('unknown');
  answers.tree = read({ entries: [entry], unreadFolders: [] });
  expect(await readmeOutcome()).toBe('pass');
});

test('a reading without a commit is not kept', async () => {
  answers.head = read({ owner: 'noise', name: 'sleep', commit: null, ref: null });
  await assess();
  asked.length = 0;
  await assess();
  expect(asked).toEqual(['head', 'tree', 'text', 'image']);
});

test('a source that throws becomes unknown, with our own fault named', async () => {
  const broken: AssessContext = {
    ...context,
    repositories: { ...context.repositories, tree: () => Promise.reject(new Error('x')) },
  };
  const assessment = await assessSubject({ subject, rubric: general, depth: 'normal' }, broken);
  expect(assessment?.report.findings[0]).toMatchObject({ outcome: 'unknown', why: { kind: 'internal' } });
});

test('readers do not see each other’s snapshots', async () => {
  await assess();
  asked.length = 0;
  await assessSubject({ subject, rubric: general, depth: 'normal' }, { ...context, reader: 'token 1' });
  expect(asked).toContain('tree');
});
