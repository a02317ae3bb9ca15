import { expect, test } from 'vitest';
import { readerOf } from './reader-id.ts';

test('nobody in particular', async () => {
  expect(await readerOf(null)).toBe('anonymous');
});

test('a token is told by a fingerprint without a piece of it', async () => {
  const token = 'github_pat_0123456789abcdef';
  const reader = await readerOf(token);
  expect(reader).toMatch(/^token-[0-9a-f]{16}$/);
  expect(reader).toBe(await readerOf(token));
  expect(reader).not.toBe(await readerOf(`${token}0`));
});
