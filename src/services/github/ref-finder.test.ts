import { describe, expect, test } from 'vitest';
import { createRefFinder } from './ref-finder.ts';

const LIST = [
  ['h', 'HEAD'],
  ['1', 'refs/heads/data/2026'],
  ['2', 'refs/heads/main'],
  ['3', 'refs/heads/same'],
  ['4', 'refs/pull/1/head'],
  ['5', 'refs/tags/same'],
  ['6', 'refs/tags/v1'],
  ['7', 'refs/tags/v1^{}'],
  ['8', 'refs/tags/v2'],
  ['9', 'refs/tags/main/old'],
] as const;

describe('createRefFinder', () => {
  test.each([
    ['a branch', 'main', { ref: 'main', commit: '2' }],
    ['a branch and a folder', 'main/src/deep', { ref: 'main', commit: '2' }],
    ['a branch with a slash', 'data/2026', { ref: 'data/2026', commit: '1' }],
    ['a branch with a slash, and a folder', 'data/2026/raw', { ref: 'data/2026', commit: '1' }],
    ['only the beginning of a branch', 'data', null],
    ['only the beginning of a word', 'mainly', null],
    ['a tag', 'v2', { ref: 'v2', commit: '8' }],
    ['an annotated tag', 'v1', { ref: 'v1', commit: '7' }],
    ['an annotated tag and a folder', 'v1/src', { ref: 'v1', commit: '7' }],
    ['a branch before a tag of the same name', 'same', { ref: 'same', commit: '3' }],
    ['a branch and a folder before a tag of that whole name', 'main/old', { ref: 'main', commit: '2' }],
    ['that tag by its full name', 'refs/tags/main/old/src', { ref: 'main/old', commit: '9' }],
    ['a full name', 'refs/tags/same', { ref: 'same', commit: '5' }],
    ['a pull request is none', 'pull/1/head', null],
    ['a peeled name is none', 'v1^{}', null],
    ['letter case counts', 'Main', null],
  ])('%s', (_name, asked, expected) => {
    const finder = createRefFinder(asked);
    for (const [id, name] of LIST) finder.take({ id, name });
    expect(finder.found()).toEqual(expected);
  });

  test.each([
    ['an exact branch, one ref later', 'data/2026', 3],
    ['a branch and a folder, past the branches', 'main/src', 5],
    ['an annotated tag, after its peeled line', 'v1', 9],
    ['never, when nothing fits', 'nothing', Number.POSITIVE_INFINITY],
  ])('is settled: %s', (_name, asked, expected) => {
    const finder = createRefFinder(asked);
    const index = LIST.findIndex(([id, name]) => {
      finder.take({ id, name });
      return finder.isSettled();
    });
    expect(index === -1 ? Number.POSITIVE_INFINITY : index + 1).toBe(expected);
  });
});
