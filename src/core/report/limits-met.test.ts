import { expect, test } from 'vitest';
import { type Limit, limits } from '../model/limits.ts';
import { imageOf, snapshotOf } from '../model/snapshot.test-support.ts';
import { read } from '../model/unread.ts';
import { limitsMet } from './limits-met.ts';

const named = (count: number, name: (index: number) => string, text = '') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), text]));
const ofImages = (count: number) =>
  snapshotOf({
    'README.md': Array.from({ length: count }, (_, index) => `docker pull ghcr.io/lab/i${index}\n`).join('\n'),
  });
const ofTags = (count: number) =>
  snapshotOf(
    {},
    {
      images: [
        imageOf(
          'lab/sleep',
          { kind: 'public' },
          { tags: read(Array.from({ length: count }, (_, index) => `${index}`)) },
        ),
      ],
    },
  );

test.each<[string, Limit, (count: number) => ReturnType<typeof snapshotOf>]>([
  ['environment files', limits.environmentFiles, (count) => snapshotOf(named(count, (i) => `environment_${i}.yml`))],
  ['workflows', limits.workflows, (count) => snapshotOf(named(count, (i) => `.github/workflows/${i}.yml`))],
  ['images', limits.imageCandidates, ofImages],
])('the bound on %s is said above it alone', (_name, { most, sentence }, snapshotWith) => {
  expect([most - 1, most, most + 1].map((count) => limitsMet(snapshotWith(count)))).toEqual([[], [], [sentence]]);
});

test('a list of tags is cut at its bound, so it is said there', () => {
  const { most, sentence } = limits.tags;
  expect([most - 1, most].map((count) => limitsMet(ofTags(count)))).toEqual([[], [sentence]]);
});

test('nothing is said where no list of files was read', () => {
  expect(limitsMet({ ...snapshotOf({}), repository: null })).toEqual([]);
});
