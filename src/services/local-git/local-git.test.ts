import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { At } from '../../core/model/repository-ref.ts';
import { localGitSource } from './local-source.ts';
import { type LocalRepository, openLocalRepository } from './open-repository.ts';

const place = mkdtempSync(join(tmpdir(), 'reprise-local-git-'));
const opened: LocalRepository[] = [];
const ids = { first: '', second: '', v2: '' };

afterAll(() => {
  for (const repository of opened) repository.close();
  rmSync(place, { recursive: true, force: true });
});

function git(directory: string, ...args: string[]): string {
  const date = args[0] === 'commit' && args.includes('second') ? '2025-03-02T12:00:00Z' : '2025-03-01T12:00:00Z';
  const identity = { NAME: 'Reprise', EMAIL: 'reprise@example.org', DATE: date };
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) =>
      Object.entries(identity).map(([key, value]) => [`GIT_${who}_${key}`, value]),
    ),
  );
  return execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
    cwd: directory,
    env: { ...process.env, ...env, GIT_CONFIG_GLOBAL: '/dev/null' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

beforeAll(() => {
  const work = join(place, 'work');
  mkdirSync(join(work, 'data'), { recursive: true });
  git(work, 'init', '-q', '-b', 'main');
  writeFileSync(join(work, 'README.md'), '# Tides\n\nRun `python tides.py`.\n');
  writeFileSync(join(work, 'data', 'größe 1.csv'), 'a,b\n');
  git(work, 'add', '.');
  git(work, 'commit', '-q', '-m', 'first');
  ids.first = git(work, 'rev-parse', 'HEAD');
  git(work, 'branch', 'feature/deep');
  git(work, 'branch', 'v1');
  writeFileSync(join(work, 'run.sh'), 'true\n', { mode: 0o755 });
  execFileSync('ln', ['-s', 'README.md', join(work, 'link')]);
  git(work, 'add', '.');
  git(work, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},lib`);
  git(work, 'commit', '-q', '-m', 'second');
  ids.second = git(work, 'rev-parse', 'HEAD');
  git(work, 'tag', '-a', 'v1', '-m', 'a tag that has a branch of the same name');
  git(work, 'tag', '-a', 'v2', '-m', 'annotated');
  ids.v2 = git(work, 'rev-parse', 'refs/tags/v2');
  git(place, 'clone', '-q', '--bare', work, 'bare.git');
  git(place, 'init', '-q', '--bare', 'empty.git');
});

async function open(name: string): Promise<LocalRepository> {
  const answer = await openLocalRepository(join(place, name));
  if (!answer.ok) throw new Error(answer.problem);
  opened.push(answer.repository);
  return answer.repository;
}

const places: readonly [string, At, 'first' | 'second', string | null][] = [
  ['HEAD', { kind: 'head' }, 'second', 'main'],
  ['a branch with a slash', { kind: 'ref', name: 'feature/deep' }, 'first', 'feature/deep'],
  ['a branch with a folder behind it', { kind: 'ref', name: 'feature/deep/data/raw' }, 'first', 'feature/deep'],
  ['an annotated tag', { kind: 'ref', name: 'v2' }, 'second', 'v2'],
  ['a branch before a tag of the same name', { kind: 'ref', name: 'v1' }, 'first', 'v1'],
  ['the full name of that tag', { kind: 'ref', name: 'refs/tags/v1' }, 'second', 'v1'],
  ['the latest commit before a time', { kind: 'latest-before', time: '2025-03-02T00:00:00Z' }, 'first', 'main'],
];

test.each(places)('%s', async (_title, at, commit, ref) => {
  for (const name of ['work', 'bare.git']) {
    const repository = await open(name);
    expect(await repository.head(at)).toEqual({ state: 'read', value: { commit: ids[commit], ref } });
  }
});

test('a commit by its id', async () => {
  const repository = await open('bare.git');
  const id = ids.first;
  expect(await repository.head({ kind: 'commit', id })).toEqual({ state: 'read', value: { commit: id, ref: null } });
});

const refusals: readonly [string, string, At, string][] = [
  ['an empty repository', 'empty.git', { kind: 'head' }, 'empty-repository'],
  ['a branch of an empty repository', 'empty.git', { kind: 'ref', name: 'main' }, 'empty-repository'],
  ['a branch that is not there', 'bare.git', { kind: 'ref', name: 'featur' }, 'not-found-or-private'],
  ['a commit that is not there', 'bare.git', { kind: 'commit', id: '2'.repeat(40) }, 'not-found-or-private'],
  ['a name that looks like an option', 'bare.git', { kind: 'ref', name: '--all' }, 'not-found-or-private'],
  ['a time before the first commit', 'bare.git', { kind: 'latest-before', time: '2001-01-01' }, 'not-found-or-private'],
  ['a time that is none', 'bare.git', { kind: 'latest-before', time: 'yesterday' }, 'bad-format'],
];

test.each(refusals)('%s is unread', async (_title, name, at, kind) => {
  const repository = await open(name);
  expect(await repository.head(at)).toMatchObject({ state: 'unread', unread: { kind } });
});

test('the listing holds every kind of entry, with names as they are', async () => {
  const repository = await open('work');
  const listing = await repository.list(ids.second);
  if (listing.state !== 'read') throw new Error('not read');
  expect(listing.value.map(({ path, kind, bytes }) => [path, kind, bytes])).toEqual([
    ['README.md', 'file', 32],
    ['data', 'folder', null],
    ['data/größe 1.csv', 'file', 4],
    ['lib', 'submodule', null],
    ['link', 'symlink', 9],
    ['run.sh', 'executable', 5],
  ]);
});

test('refs stand as git advertises them', async () => {
  const repository = await open('bare.git');
  const { first, second, v2 } = ids;
  const refs = await repository.refs();
  expect(refs.map(({ name }) => name)).toEqual([
    'HEAD',
    'refs/heads/feature/deep',
    'refs/heads/main',
    'refs/heads/v1',
    'refs/tags/v1',
    'refs/tags/v2',
  ]);
  expect(refs[0]).toEqual({ name: 'HEAD', id: second, peeled: null });
  expect(refs[1]).toEqual({ name: 'refs/heads/feature/deep', id: first, peeled: null });
  expect(refs[5]).toEqual({ name: 'refs/tags/v2', id: v2, peeled: second });
  expect(await (await open('empty.git')).refs()).toEqual([]);
});

test('many blobs at once, among them one that is not there', async () => {
  const repository = await open('bare.git');
  const listing = await repository.list(ids.second);
  if (listing.state !== 'read') throw new Error('not read');
  const readme = listing.value.find(({ path }) => path === 'README.md')?.id ?? '';
  const folder = listing.value.find(({ kind }) => kind === 'folder')?.id ?? '';
  const blobs = await Promise.all([readme, '3'.repeat(40), folder, 'HEAD', readme].map((id) => repository.blob(id)));
  expect(blobs.map((blob) => blob?.length ?? null)).toEqual([32, null, null, null, 32]);
});

test('a blob larger than one chunk arrives whole', async () => {
  const large = Buffer.alloc(3_000_000, 'reprise\n');
  const file = join(place, 'large');
  writeFileSync(file, large);
  const id = git(join(place, 'bare.git'), 'hash-object', '-w', file);
  const repository = await open('bare.git');
  const [one, other] = await Promise.all([repository.blob(id), repository.blob(id)]);
  expect(Buffer.compare(one ?? new Uint8Array(), large)).toBe(0);
  expect(other?.length).toBe(large.length);
});

test('the source reads a repository from head to text', async () => {
  const source = localGitSource(await open('work'), { owner: 'local', name: 'tides' });
  const head = await source.head({ owner: 'any', name: 'any', at: { kind: 'head' } });
  if (head.state !== 'read') throw new Error('not read');
  expect(head.value).toEqual({ owner: 'local', name: 'tides', commit: ids.second, ref: 'main' });
  const tree = await source.tree(head.value);
  if (tree.state !== 'read') throw new Error('not read');
  const [readme] = tree.value.entries;
  if (readme === undefined) throw new Error('no entry');
  expect(await source.text(head.value, readme, 1_000)).toMatchObject({
    state: 'read',
    value: { text: '# Tides\n\nRun `python tides.py`.\n', encoding: 'utf-8', bytes: 32, cut: false },
  });
});

test('a snapshot without a blob still lists it, and says that the content is lacking', async () => {
  git(place, 'clone', '-q', '--bare', 'work', 'partial.git');
  const id = git(join(place, 'work'), 'rev-parse', 'HEAD:README.md');
  const objects = join(place, 'partial.git', 'objects');
  for (const pack of readdirSync(join(objects, 'pack'))) rmSync(join(objects, 'pack', pack));
  execFileSync('cp', ['-r', join(place, 'work', '.git', 'objects', '.'), objects]);
  rmSync(join(objects, id.slice(0, 2), id.slice(2)));
  const source = localGitSource(await open('partial.git'), { owner: 'local', name: 'partial' });
  const head = { owner: 'local', name: 'partial', commit: ids.second, ref: null };
  const tree = await source.tree(head);
  if (tree.state !== 'read') throw new Error('not read');
  const readme = tree.value.entries.find(({ path }) => path === 'README.md');
  expect(readme).toEqual({ path: 'README.md', kind: 'file', id, bytes: null });
  if (readme === undefined) return;
  expect(await source.text(head, readme, 1_000)).toMatchObject({ state: 'unread', unread: { kind: 'truncated' } });
});

test.each([
  ['a folder that is not there', 'nowhere', /^There is no folder/],
  ['a file', 'large', /is a file/],
  ['a folder inside a repository', 'work/data', /is not the top of a git repository/],
  ['a folder of no repository', '.', /is not the top of a git repository/],
])('%s is refused in one sentence', async (_title, name, sentence) => {
  const answer = await openLocalRepository(join(place, name));
  expect(answer).toMatchObject({ ok: false, problem: expect.stringMatching(sentence) });
});

test('a closed repository starts no git again', async () => {
  const repository = await open('bare.git');
  const id = git(join(place, 'bare.git'), 'rev-parse', 'HEAD:README.md');
  expect((await repository.blob(id))?.length).toBe(32);
  repository.close();
  expect(await repository.blob(id)).toBeNull();
});

test('a detached HEAD without any ref answers for no branch', async () => {
  git(place, 'clone', '-q', '--bare', 'work', 'detached.git');
  const directory = join(place, 'detached.git');
  writeFileSync(join(directory, 'HEAD'), `${ids.second}\n`);
  rmSync(join(directory, 'packed-refs'));
  const repository = await open('detached.git');
  expect(await repository.head({ kind: 'head' })).toEqual({ state: 'read', value: { commit: ids.second, ref: null } });
  expect(await repository.head({ kind: 'ref', name: 'main' })).toMatchObject({
    unread: { kind: 'not-found-or-private' },
  });
});
