import { describe, expect, test } from 'vitest';
import type { EntryKind } from '../../core/model/snapshot.ts';
import { blobId } from '../git-objects/blob-id.ts';
import type { LimitState } from '../transport/rate-limit.ts';
import type { ScriptedAnswer } from '../transport/scripted-fetch.test-support.ts';
import { scriptedGithub } from './scripted-github.test-support.ts';

const commit = 'c'.repeat(40);
const GRAPHQL = 'https://api.github.com/graphql';
const json = { 'content-type': 'application/json; charset=utf-8' };
const head = { owner: 'o', name: 'r', commit, ref: null };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const blob = (id: string): string => `https://api.github.com/repos/o/r/git/blobs/${id}`;
const raw = (path: string): string => `https://raw.githubusercontent.com/o/r/${commit}/${path}`;

interface Given {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly kind?: EntryKind;
  readonly size?: number;
}

const fileOf = (path: string, content: string | Uint8Array, more: Partial<Given> = {}): Given => ({
  path,
  bytes: typeof content === 'string' ? utf8(content) : content,
  ...more,
});

/** Reads the files with a token; `texts` is what GraphQL gives for them, an answer of its own instead of all, or nothing. */
async function textsOf(
  files: readonly Given[],
  texts: readonly (string | null)[] | ScriptedAnswer,
  table: (ids: readonly string[]) => Readonly<Record<string, ScriptedAnswer>> = () => ({}),
  limits: Readonly<Record<string, LimitState>> = {},
) {
  const ids = await Promise.all(files.map(({ bytes }) => blobId(bytes)));
  const repository = Array.isArray(texts)
    ? Object.fromEntries(texts.map((text, index) => [`t${index}`, text === null ? null : { text }]))
    : {};
  const answer = Array.isArray(texts) ? { headers: json, body: { data: { repository } } } : (texts as ScriptedAnswer);
  const github = scriptedGithub({ [GRAPHQL]: answer, ...table(ids) }, { token: 'secret', limits });
  const wishes = files.map(({ path, kind = 'file', bytes, size }, index) => ({
    entry: { path, kind, id: ids[index] ?? '', bytes: size ?? bytes.length },
    maxBytes: 1_000_000,
  }));
  const readings = await github.clock.run(github.source.texts?.(head, wishes) ?? Promise.resolve([]));
  const said = readings.map((one) =>
    one.state === 'read' ? one.value.text : one.state === 'unread' && one.unread.kind,
  );
  return { said, ids, readings, github };
}

const readme = fileOf('README.md', '# A\n');
const recipe = fileOf('environment.yml', 'name: a\n');

describe('one query for all texts of a round', () => {
  test('in the order asked for, each by its blob id, with the token', async () => {
    const { said, ids, github } = await textsOf([readme, recipe], ['# A\n', 'name: a\n']);
    expect(said).toEqual(['# A\n', 'name: a\n']);
    expect(github.urls()).toEqual([GRAPHQL]);
    const [request] = github.requests;
    expect(request?.init.method).toBe('POST');
    expect(request?.headers.get('authorization')).toBe('Bearer secret');
    const { query, variables } = JSON.parse(String(request?.init.body)) as { query: string; variables: object };
    expect(variables).toEqual({ owner: 'o', name: 'r' });
    expect([...query.matchAll(/oid: "([0-9a-f]{40})"/g)].map(([, id]) => id)).toEqual(ids);
  });

  test('files of one content are asked for once', async () => {
    const { said, github } = await textsOf([readme, fileOf('docs/README.md', '# A\n')], ['# A\n']);
    expect(said).toEqual(['# A\n', '# A\n']);
    expect(String(github.requests[0]?.init.body).match(/oid:/g)).toHaveLength(1);
  });

  const marked = fileOf('README.md', '\ufeff# A\n');
  test.each([
    ['kept', '\ufeff# A\n'],
    ['left out', '# A\n'],
  ])('a byte order mark that GitHub has %s', async (_name, given) => {
    const { readings, github } = await textsOf([marked], [given]);
    expect(readings).toMatchObject([{ value: { text: '# A\n', encoding: 'utf-8-bom', bytes: 7 } }]);
    expect(github.urls()).toEqual([GRAPHQL]);
  });

  test('the raw host is never asked, and nothing is asked for nothing', async () => {
    const { github } = await textsOf([fileOf('data', '', { kind: 'folder' })], []);
    expect(github.urls()).toEqual([]);
  });
});

describe('what GraphQL does not give to the byte comes as a blob', () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, 0x61, 0]);
  test.each<[string, Given, string | null, string]>([
    ['binary, as UTF-16 is for GitHub', fileOf('a.yml', utf16), null, 'a'],
    ['told in another encoding', fileOf('a.md', Uint8Array.from([0x61, 0xe9])), 'aé', 'a\ufffd'],
    ['cut', readme, '# ', '# A\n'],
    ['another text', readme, '# B\n', '# A\n'],
    ['null', readme, null, '# A\n'],
  ])('%s', async (_name, file, given, text) => {
    const { said, ids, github } = await textsOf([file], [given], ([id = '']) => ({ [blob(id)]: { body: file.bytes } }));
    expect(said).toEqual([text]);
    expect(github.urls()).toEqual([GRAPHQL, blob(ids[0] ?? '')]);
    expect(github.requests[1]?.headers.get('accept')).toBe('application/vnd.github.raw+json');
  });

  test('larger than 512 KB is not asked for in the query', async () => {
    const large = fileOf('a.md', 'x'.repeat(512 * 1_024 + 1));
    const { github, ids } = await textsOf([large], [], ([id = '']) => ({ [blob(id)]: { body: large.bytes } }));
    expect(github.urls()).toEqual([blob(ids[0] ?? '')]);
  });

  test('wrong bytes of the API are not believed either', async () => {
    const { said, github } = await textsOf([readme], [null], ([id = '']) => ({ [blob(id)]: { body: '# B\n' } }));
    expect(said).toEqual(['bad-digest']);
    expect(github.urls()).toHaveLength(3);
  });
});

describe('a query that fails', () => {
  const both = (ids: readonly string[]) => ({
    [blob(ids[0] ?? '')]: { body: readme.bytes },
    [blob(ids[1] ?? '')]: { body: recipe.bytes },
  });
  const failed = (error: object): ScriptedAnswer => ({ headers: json, body: { data: null, errors: [error] } });
  test.each<[string, ScriptedAnswer]>([
    ['a time-out', failed({ message: 'Something went wrong while executing your query. This may be a timeout.' })],
    ['a failing server', { status: 502, body: '<html>' }],
    ['points used up', failed({ type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID 1.' })],
    ['another form', { headers: json, body: { data: [] } }],
    ['no JSON', { headers: json, body: 'hello' }],
    [
      'no such repository',
      { headers: json, body: { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: '' }] } },
    ],
  ])('each text by itself after %s', async (_name, answer) => {
    const { said, github } = await textsOf([readme, recipe], answer, both);
    expect(said).toEqual(['# A\n', 'name: a\n']);
    expect(github.urls().filter((url) => url.startsWith('https://raw.'))).toEqual([]);
  });

  test.each<[string, ScriptedAnswer, string]>([
    ['a token that is refused', { status: 401 }, 'bad-token'],
    ['too many requests', { status: 403, headers: { 'retry-after': '60' } }, 'secondary-limit'],
    ['no network', { fails: new TypeError() }, 'blocked'],
    ['a log-in page', { body: '<html>', headers: { 'content-type': 'text/html' } }, 'intercepted'],
  ])('nothing more is asked after %s', async (_name, answer, kind) => {
    const { said, github } = await textsOf([readme, recipe], answer, both);
    expect(said).toEqual([kind, kind]);
    expect(new Set(github.urls())).toEqual(new Set([GRAPHQL]));
  });

  test('points that are known to be used up cost no request', async () => {
    const used = { 'mine graphql': { remaining: 0, resetAt: Date.UTC(2099, 0, 1) } };
    const { said, github } = await textsOf([readme], [], ([id = '']) => ({ [blob(id)]: { body: readme.bytes } }), used);
    expect(said).toEqual(['# A\n']);
    expect(github.urls()).not.toContain(GRAPHQL);
  });

  test('what GraphQL counts is remembered apart', async () => {
    const headers = { ...json, 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': '4000000000' };
    const { github } = await textsOf([readme], { headers, body: { data: { repository: { t0: { text: '# A\n' } } } } });
    expect(github.remembered()).toEqual({ 'mine graphql': { remaining: 4_999, resetAt: 4_000_000_000_000 } });
  });
});

describe('a token that the organisation forbids', () => {
  const saml = {
    type: 'FORBIDDEN',
    message: 'Resource protected by organization SAML enforcement. You must grant your token access.',
  };
  const answer: ScriptedAnswer = { headers: json, body: { data: { repository: null }, errors: [saml] } };

  test('a public repository is read without it', async () => {
    const { said, github } = await textsOf([readme], answer, () => ({ [raw('README.md')]: { body: readme.bytes } }));
    expect(said).toEqual(['# A\n']);
    expect(github.requests.at(-1)?.headers.get('authorization')).toBeNull();
  });

  test('of a private one the organisation’s refusal is told', async () => {
    const { readings } = await textsOf([readme], answer, () => ({ [raw('README.md')]: { status: 404 } }));
    expect(readings).toMatchObject([{ unread: { kind: 'forbidden', detail: expect.stringContaining('SAML') } }]);
  });
});
