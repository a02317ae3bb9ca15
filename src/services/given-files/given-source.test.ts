import { describe, expect, test } from 'vitest';
import type { GivenFile } from '../../core/model/given-folder.ts';
import { head as atHead } from '../../core/model/repository-ref.ts';
import { read, unread } from '../../core/model/unread.ts';
import { givenSource } from './given-source.ts';

const fileOf = ([path, text]: readonly [string, string]): GivenFile => {
  const bytes = new TextEncoder().encode(text);
  return {
    path,
    kind: 'file',
    bytes: bytes.length,
    read: async (most) => (bytes.length > most ? unread('too-big') : read(bytes)),
  };
};

const sourceOf = (files: Readonly<Record<string, string>>, unreadFolders: readonly string[] = []) =>
  givenSource({ name: 'sleep', files: Object.entries(files).map(fileOf), unreadFolders });

async function treeOf(source: ReturnType<typeof sourceOf>) {
  const head = await source.head({ owner: '.', name: 'sleep', at: atHead });
  if (head.state !== 'read') throw new Error('no head');
  const tree = await source.tree(head.value);
  if (tree.state !== 'read') throw new Error('no tree');
  return { head: head.value, tree: tree.value };
}

describe('a given folder', () => {
  test('is listed with its folders, in the order of paths, and has no commit', async () => {
    const { head, tree } = await treeOf(sourceOf({ 'src/a/run.py': '1', 'README.md': '' }, ['locked']));
    expect(head).toEqual({ owner: '.', name: 'sleep', commit: null, ref: null });
    expect(tree.entries.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'file README.md',
      'folder src',
      'folder src/a',
      'file src/a/run.py',
    ]);
    expect(tree.unreadFolders).toEqual(['locked']);
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    ['git’s own folder', { '.git/HEAD': 'ref', 'sub/.git': 'gitdir', 'a.py': '' }, ['a.py']],
    ['an ignored folder', { '.gitignore': 'venv/\n', 'venv/bin/python': '', 'a.py': '' }, ['.gitignore', 'a.py']],
    [
      'what a folder of its own ignores, and there alone',
      { 'data/.gitignore': '*.csv\n!kept.csv\n', 'data/a.csv': '', 'data/kept.csv': '', 'b.csv': '' },
      ['b.csv', 'data/.gitignore', 'data/kept.csv'],
    ],
    ['nothing without rules', { 'venv/pyvenv.cfg': '' }, ['venv/pyvenv.cfg']],
  ])('leaves out %s', async (_name, files, kept) => {
    const { tree } = await treeOf(sourceOf(files));
    expect(tree.entries.filter(({ kind }) => kind === 'file').map(({ path }) => path)).toEqual(kept);
  });

  test('gives a text, cut at the bound, and says when an entry is none', async () => {
    const source = sourceOf({ 'README.md': 'Measures sleep.' });
    const { head, tree } = await treeOf(source);
    const [entry] = tree.entries;
    if (entry === undefined) throw new Error('no entry');
    expect(await source.text(head, entry, 8)).toMatchObject({ state: 'read', value: { text: 'Measures', cut: true } });
    expect(await source.text(head, { ...entry, path: 'src' }, 8)).toMatchObject({ unread: { kind: 'bad-format' } });
  });
});
