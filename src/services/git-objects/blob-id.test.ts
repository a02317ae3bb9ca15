import { describe, expect, test } from 'vitest';
import { blobId } from './blob-id.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('blobId', () => {
  // The expected ids were printed by `git hash-object --stdin`.
  test.each([
    ['nothing', '', 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'],
    ['a line', 'hello\n', 'ce013625030ba8dba906f756967f9e9ca394464a'],
    ['two-byte characters', 'é\n', 'c6003325155f475bd7c87731607525dce73be9cf'],
  ])('is git’s own id of %s', async (_name, text, expected) => {
    expect(await blobId(bytesOf(text))).toBe(expected);
  });

  test('looks only at the window of a larger buffer', async () => {
    const window = bytesOf('xxhello\nxx').subarray(2, 8);
    expect(await blobId(window)).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });
});
