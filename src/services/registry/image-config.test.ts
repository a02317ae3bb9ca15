import { describe, expect, test } from 'vitest';
import type { ScriptedAnswer } from '../transport/scripted-fetch.test-support.ts';
import { askedAbout, blobUrl, ociConfig, smallImage, stored } from './scripted-registry.test-support.ts';

const kindOf = (reading: { state: string; unread?: { kind: string } }): string => reading.unread?.kind ?? reading.state;

describe('a configuration that is not read', () => {
  async function withConfig(change: (answer: ScriptedAnswer) => ScriptedAnswer | readonly ScriptedAnswer[]) {
    const image = await smallImage();
    const url = blobUrl(image.config.digest);
    return askedAbout({ ...image.table, [url]: change(image.table[url] as ScriptedAnswer) });
  }

  test.each([
    [
      'a flipped byte',
      (answer: ScriptedAnswer) => ({ ...answer, body: (answer.body as Uint8Array).with(0, 0x20) }),
      'bad-digest',
    ],
    [
      'a cut one',
      (answer: ScriptedAnswer) => ({ ...answer, body: (answer.body as Uint8Array).subarray(1) }),
      'bad-digest',
    ],
    [
      'a host that is not the registry’s',
      (answer: ScriptedAnswer) => ({ ...answer, url: 'https://evil.example/x' }),
      'intercepted',
    ],
    ['an address that has run out', () => ({ status: 403, body: '<Error>' }), 'forbidden'],
    ['too large', () => ({ body: 'x'.repeat(4 * 1_048_576 + 1) }), 'too-big'],
  ])('%s', async (_name, change, kind) => {
    const { snapshot } = await withConfig(change);
    expect(kindOf(snapshot.config)).toBe(kind);
    expect(snapshot.manifest.state).toBe('read');
  });

  test('one wrong answer is put right', async () => {
    const { snapshot } = await withConfig((answer) => [{ ...answer, body: 'x' }, answer]);
    expect(snapshot.config.state).toBe('read');
  });

  test.each([
    ['an array', '[]'],
    ['no JSON', 'hello'],
    ['a command that is a text', '{"architecture":"amd64","os":"linux","rootfs":{},"config":{"Cmd":"bash"}}'],
    ['no architecture', '{"os":"linux","rootfs":{}}'],
  ])('the right digest, but %s', async (_name, text) => {
    const config = await stored(text, ociConfig);
    const image = await smallImage({}, { config: { mediaType: ociConfig, digest: config.digest, size: 1 } });
    const { snapshot } = await askedAbout({ ...image.table, [blobUrl(config.digest)]: config.answer });
    expect(kindOf(snapshot.config)).toBe('bad-format');
  });
});
