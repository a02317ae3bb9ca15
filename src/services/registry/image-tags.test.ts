import { describe, expect, test } from 'vitest';
import type { ScriptedAnswer } from '../transport/scripted-fetch.test-support.ts';
import { askedAbout, manifestUrl, refusal, type Table, tokenUrl } from './scripted-registry.test-support.ts';

const unknownManifest = refusal(404, 'MANIFEST_UNKNOWN', 'manifest unknown');
const TAGS = 'https://ghcr.io/v2/o/n/tags/list';
const kindOf = (reading: { state: string; unread?: { kind: string } }): string => reading.unread?.kind ?? reading.state;

describe('tags', () => {
  const missing: Table = { [tokenUrl()]: { body: { token: 't' } }, [manifestUrl('latest')]: unknownManifest };
  const page = (tags: readonly string[] | null, next?: string): ScriptedAnswer => ({
    body: { name: 'o/n', tags },
    headers: next === undefined ? {} : { link: `<${next}>; rel="next"` },
  });

  test('are asked for when there is no such manifest', async () => {
    const { snapshot } = await askedAbout({ ...missing, [`${TAGS}?n=100`]: page(['v1', 'v2']) });
    expect(snapshot).toMatchObject({
      manifest: { state: 'absent' },
      config: { state: 'absent' },
      tags: { state: 'read', value: ['v1', 'v2'] },
    });
    expect(snapshot.answers.map(({ request, status, code }) => [request, status, code])).toEqual([
      ['token', 200, null],
      ['manifest', 404, 'MANIFEST_UNKNOWN'],
      ['tags', 200, null],
    ]);
  });

  test('page after page', async () => {
    const { snapshot } = await askedAbout({
      ...missing,
      [`${TAGS}?n=100`]: page(['a'], '/v2/o/n/tags/list?last=a&n=100'),
      [`${TAGS}?last=a&n=100`]: page(['b']),
    });
    expect(snapshot.tags).toEqual({ state: 'read', value: ['a', 'b'] });
    expect(snapshot.answers.filter(({ request }) => request === 'tags')).toHaveLength(1);
  });

  test.each([
    ['another host', 'https://evil.example/v2/o/n/tags/list?n=100'],
    ['another image', '/v2/o/other/tags/list?n=100'],
    ['another question', '/token?x=1'],
    ['no address', 'https://'],
  ])('a link to %s is not followed', async (_name, link) => {
    const { snapshot, urls } = await askedAbout({ ...missing, [`${TAGS}?n=100`]: page(['a'], link) });
    expect(snapshot.tags).toEqual({ state: 'read', value: ['a'] });
    expect(urls).toHaveLength(3);
  });

  test('a list without an end is left after ten pages', async () => {
    const { urls } = await askedAbout({ ...missing, [`${TAGS}?n=100`]: page(['a'], '/v2/o/n/tags/list?n=100') });
    expect(urls.filter((url) => url.startsWith(TAGS))).toHaveLength(10);
  });

  test.each([
    ['under the bound', 999, 999],
    ['at the bound', 1_000, 1_000],
    ['over the bound', 1_001, 1_000],
  ])('%s', async (_name, count, kept) => {
    const tags = Array.from({ length: count }, (_, index) => `v${index}`);
    const { snapshot } = await askedAbout({ ...missing, [`${TAGS}?n=100`]: page(tags) });
    expect(snapshot.tags.state === 'read' && snapshot.tags.value.length).toBe(kept);
  });

  test.each([
    ['null', page(null), 'read'],
    ['no such name', refusal(404, 'NAME_UNKNOWN'), 'absent'],
    ['404 of another kind', { status: 404 }, 'not-found-or-private'],
    ['not a list', { body: { tags: 'v1' } }, 'bad-format'],
    ['too long', { body: 'x'.repeat(1_048_577) }, 'too-big'],
  ])('%s', async (_name, answer, kind) => {
    expect(kindOf((await askedAbout({ ...missing, [`${TAGS}?n=100`]: answer })).snapshot.tags)).toBe(kind);
  });
});

describe('what is quoted', () => {
  test('at most 300 characters, on one line, without anything that looks like a token', async () => {
    const message = `no\nway ghp_${'a'.repeat(36)} ${'x'.repeat(400)}`;
    const { snapshot } = await askedAbout({ [tokenUrl()]: { status: 403, body: message } });
    const quote = snapshot.answers[0]?.quote ?? '';
    expect(quote).toHaveLength(300);
    expect(quote.startsWith('no way [redacted] xxx')).toBe(true);
  });
});
