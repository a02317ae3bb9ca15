import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blobId } from '../../src/services/git-objects/blob-id.ts';
import { sha256 } from './answer.ts';
import { buildCases, type WorldCase } from './build-cases.ts';
import { findRepositories } from './find-repositories.ts';
import { mediaTypes, readImages } from './image-from-description.ts';
import { startWorld, type World } from './start-world.ts';

const run = promisify(execFile);
const place = mkdtempSync(join(tmpdir(), 'reprise-world-test-'));
const token = 'github_pat_of_the_test';
let cases: readonly WorldCase[] = [];
let world: World;

beforeAll(async () => {
  cases = await buildCases(place);
  const [first] = cases;
  if (first === undefined) throw new Error('no cases');
  const hidden = { ...first, name: 'hidden', visibility: 'private' } as const;
  const moved = { ...first, name: 'moved', renamedFrom: 'old-class/old-name', truncatedAfter: 2 };
  world = await startWorld({ repositories: [...cases, hidden, moved], images: readImages(), tokens: [token] });
});

afterAll(async () => {
  await world.close();
  rmSync(place, { recursive: true, force: true });
});

beforeEach(() => world.reset());

interface Got {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

function get(url: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Got> {
  const { hostname, pathname, search } = new URL(url);
  const place = {
    host: '127.0.0.1',
    port: world.port,
    servername: hostname,
    ca: world.certificate,
    agent: false as const,
  };
  return new Promise((resolve, reject) => {
    const options = { ...place, method, path: pathname + search, headers: { host: hostname, ...headers } };
    const request = https.request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const sent = Buffer.concat(chunks);
        const body = response.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
        const text = body.toString('utf8');
        const json = /^[{[]/.test(text) ? (JSON.parse(text) as Record<string, unknown>) : {};
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text, json });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const complete = 'sample-class/sleep-and-screen-time';
const api = `https://api.github.com/repos/${complete}`;

async function headCommit(name = complete): Promise<string> {
  const { text } = await get(`https://github.com/${name}.git/info/refs?service=git-upload-pack`);
  return /([0-9a-f]{40}) HEAD\0/.exec(text)?.[1] ?? '';
}

describe('github.com', () => {
  test('advertises refs as git expects it, HEAD first', async () => {
    const { status, headers, text } = await get(`https://github.com/${complete}.git/info/refs?service=git-upload-pack`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/x-git-upload-pack-advertisement');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(text.startsWith('001e# service=git-upload-pack\n0000')).toBe(true);
    expect(text).toMatch(/^0000[0-9a-f]{4}[0-9a-f]{40} HEAD\0.* symref=HEAD:refs\/heads\/main .*object-format=sha1/m);
    expect(text).toMatch(/refs\/tags\/v1\.0\n[0-9a-f]{44} refs\/tags\/v1\.0\^\{\}\n0000$/);
  });

  test('satisfies git itself, through the proxy', async () => {
    // Settings of this machine's git and proxy must not reach into the test.
    const own = Object.entries(process.env).filter(([name]) => !/^git_|proxy$/i.test(name));
    const env = { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' };
    const way = [`http.proxy=http://127.0.0.1:${world.proxyPort}`, `http.sslCAInfo=${world.certificatePath}`];
    const git = (name: string) =>
      run('git', [...way.flatMap((one) => ['-c', one]), 'ls-remote', '--symref', `https://github.com/${name}`], {
        env,
      });
    const { stdout } = await git(complete);
    expect(stdout).toMatch(/^ref: refs\/heads\/main\tHEAD\n[0-9a-f]{40}\tHEAD\n/);
    expect(stdout).toContain('refs/heads/feature/weekly-means');
    expect(stdout).toContain('refs/tags/v1.0^{}');
    expect((await git('sample-class/new-project')).stdout).toBe('');
    expect((await git('old-class/old-name')).stdout).toContain('refs/heads/main');
    expect(new Set(world.asked)).toEqual(new Set(['github.com:443']));
  });

  test.each(['sample-class/hidden', 'sample-class/nowhere'])('asks for a password for %s', async (name) => {
    const { status, headers } = await get(`https://github.com/${name}.git/info/refs?service=git-upload-pack`);
    expect([status, headers['www-authenticate']]).toEqual([401, 'Basic realm="GitHub"']);
  });

  test('refuses a preflight', async () => {
    const { status } = await get(
      `https://github.com/${complete}.git/info/refs`,
      { origin: 'https://x.org' },
      'OPTIONS',
    );
    expect(status).toBe(405);
  });

  test('shows pages under GitHub’s policy, with the cookie that nothing may send back', async () => {
    const { status, headers, text } = await get(`https://github.com/${complete}`);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(String(headers['set-cookie'])).toContain('user_session=SECRET');
    expect(text).toContain('itemprop="name"');
    expect(text).toContain('environment.yml');
    expect((await get('https://github.com/sample-class/hidden')).text).toMatch(/repository_public" content="false"/);
    expect((await get(`https://github.com/${complete}/issues/7`)).text).toContain('Issue #7');
    expect((await get('https://github.com/settings/tokens')).text).toContain('Personal Access Tokens');
    expect((await get('https://github.com/sample-class')).text).toContain(`href="/${complete}"`);
    expect((await get('https://github.com/sample-class/nowhere')).status).toBe(404);
  });
});

describe('api.github.com', () => {
  test('lists a tree with every kind of entry, and counts the limit down', async () => {
    const river = 'https://api.github.com/repos/Sample-Class/River-Level-Sensors';
    const { status, headers, json } = await get(`${river}/git/trees/HEAD?recursive=1`, { 'accept-encoding': 'gzip' });
    expect([status, headers['x-ratelimit-remaining'], headers['content-encoding']]).toEqual([200, '59', 'gzip']);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toContain('X-RateLimit-Reset');
    const entries = json['tree'] as { path: string; mode: string; type: string; size?: number; sha: string }[];
    const shape = Object.fromEntries(entries.map(({ path, mode, type, size }) => [path, [mode, type, size]]));
    expect(shape).toMatchObject({
      'data/latest': ['120000', 'blob', 7],
      'lib/sensor-protocol': ['160000', 'commit', undefined],
      'run.sh': ['100755', 'blob', 61],
      docs: ['040000', 'tree', undefined],
    });
    expect(json['truncated']).toBe(false);
    const folder = entries.find(({ path }) => path === 'docs')?.sha ?? '';
    expect((await get(`${river}/git/trees/${folder}`)).json['tree']).toMatchObject([{ path: 'report.md' }]);
  });

  const errors: readonly [string, string, number, string][] = [
    ['a private repository', '/repos/sample-class/hidden', 404, 'Not Found'],
    ['an absent one', '/repos/sample-class/nowhere/git/trees/HEAD', 404, 'Not Found'],
    ['an absent branch', `/repos/${complete}/git/trees/feature`, 404, 'Not Found'],
    [
      'an empty repository',
      '/repos/sample-class/new-project/git/trees/HEAD?recursive=1',
      409,
      'Git Repository is empty.',
    ],
    ['a user without a token', '/user', 401, 'Requires authentication'],
  ];
  test.each(errors)('refuses %s', async (_title, path, status, message) => {
    const got = await get(`https://api.github.com${path}`);
    expect([got.status, got.json['message'], got.json['status']]).toEqual([status, message, String(status)]);
  });

  test('reads a branch with a slash when it is encoded, and cuts a listing when the case says so', async () => {
    const branch = await get(`${api}/git/trees/feature%2Fweekly-means?recursive=1`);
    expect(branch.text).toContain('src/weekly.py');
    const moved = await get('https://api.github.com/repos/old-class/old-name/git/trees/HEAD?recursive=1');
    expect(moved.status).toBe(301);
    const cut = await get(String(moved.headers['location']));
    expect([cut.json['truncated'], (cut.json['tree'] as []).length]).toEqual([true, 2]);
  });

  test('knows its tokens, and stops at the limit', async () => {
    const bearer = { authorization: `Bearer ${token}` };
    expect((await get('https://api.github.com/user', bearer)).json['login']).toBe('sample-grader');
    expect((await get('https://api.github.com/repos/sample-class/hidden', bearer)).json['private']).toBe(true);
    const wrong = await get(api, { authorization: 'Bearer ghp_other' });
    expect([wrong.status, wrong.json['message']]).toEqual([401, 'Bad credentials']);
    world.limit.remaining = 0;
    const refused = await get(api);
    expect([refused.status, refused.headers['x-ratelimit-remaining']]).toEqual([403, '0']);
    expect(refused.json['message']).toMatch(/^API rate limit exceeded for 203/);
    expect((await get('https://api.github.com/rate_limit')).status).toBe(200);
  });

  test('answers 304 for what is held, for nothing only to a token', async () => {
    const etag = String((await get(api)).headers['etag']);
    expect((await get(api, { 'if-none-match': etag })).status).toBe(304);
    expect(world.limit.remaining).toBe(58);
    const authorization = `Bearer ${token}`;
    expect((await get(api, { 'if-none-match': etag, authorization })).status).toBe(200);
    const own = String((await get(api, { authorization })).headers['etag']);
    const held = await get(api, { 'if-none-match': own, authorization });
    expect([held.status, world.limit.tokenRemaining]).toEqual([304, 4998]);
    const preflight = await get(api, { origin: 'https://x.org' }, 'OPTIONS');
    expect([preflight.status, preflight.headers['access-control-max-age']]).toEqual([204, '86400']);
  });

  test('takes the commit itself as the entity tag of a commit’s id', async () => {
    const commit = await headCommit();
    const sha = { accept: 'application/vnd.github.sha' };
    const named = ['HEAD', 'main', 'heads%2Fmain'].map((ref) => get(`${api}/commits/${ref}`, sha));
    expect((await Promise.all(named)).map(({ text }) => text)).toEqual([commit, commit, commit]);
    expect((await get(`${api}/commits/HEAD`, { ...sha, 'if-none-match': `"${commit}"` })).status).toBe(304);
    expect((await get(`${api}/commits/tags%2Fmain`, sha)).status).toBe(422);
  });

  describe('GraphQL', () => {
    const graphql = 'https://api.github.com/graphql';
    const authorization = `Bearer ${token}`;
    const ask = (
      ids: readonly string[],
      name = 'sleep-and-screen-time',
      headers: Record<string, string> = { authorization },
    ) =>
      get(
        graphql,
        headers,
        'POST',
        JSON.stringify({
          query: `query { ${ids.map((id, index) => `t${index}: object(oid: "${id}") { text }`).join(' ')} }`,
          variables: { owner: 'sample-class', name },
        }),
      );
    const idOf = async (path: string): Promise<string> => {
      const { json } = await get(`${api}/git/trees/HEAD?recursive=1`);
      return (json['tree'] as { path: string; sha: string }[]).find((entry) => entry.path === path)?.sha ?? '';
    };

    test('needs a token, and has none of its points without one', async () => {
      const { status, json, headers } = await ask([], undefined, {});
      expect([status, headers['x-ratelimit-limit'], headers['x-ratelimit-resource']]).toEqual([401, '0', 'graphql']);
      expect(json['message']).toBe('This endpoint requires you to be authenticated.');
    });

    test('gives a text by its id, null for what is not there, and counts one point apart', async () => {
      const id = await idOf('README.md');
      const { json, headers } = await ask([id, '0'.repeat(40)]);
      const { repository } = json['data'] as { repository: Record<string, { text: string } | null> };
      expect(await blobId(Buffer.from(repository['t0']?.text ?? ''))).toBe(id);
      expect(repository['t1']).toBeNull();
      expect([headers['x-ratelimit-remaining'], world.limit.tokenRemaining]).toEqual(['4999', 5000]);
    });

    test('tells its faults with status 200', async () => {
      const missing = await ask([], 'nowhere');
      expect([missing.status, missing.json]).toMatchObject([
        200,
        { data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] },
      ]);
      world.limit.graphqlRemaining = 0;
      const limited = await ask([]);
      expect([limited.status, limited.json]).toMatchObject([200, { errors: [{ type: 'RATE_LIMITED' }] }]);
      expect(limited.headers['x-ratelimit-remaining']).toBe('0');
    });
  });

  test('gives a blob as bytes or as base64 in lines', async () => {
    const { json } = await get(`${api}/git/trees/HEAD?recursive=1`);
    const id = (json['tree'] as { path: string; sha: string }[]).find(({ path }) => path === 'README.md')?.sha ?? '';
    const raw = await get(`${api}/git/blobs/${id}`, { accept: 'application/vnd.github.raw+json' });
    expect(await blobId(raw.body)).toBe(id);
    const content = String((await get(`${api}/git/blobs/${id}`)).json['content']);
    expect(content.split('\n')[0]).toHaveLength(60);
    expect(Buffer.from(content, 'base64').equals(raw.body)).toBe(true);
  });
});

describe('raw.githubusercontent.com', () => {
  const raw = 'https://raw.githubusercontent.com';

  test('gives a file at a commit, a branch with a slash, HEAD and a full ref alike', async () => {
    const commit = await headCommit();
    const refs = [commit, 'HEAD', 'main', 'feature/weekly-means', 'refs/heads/main', 'v1.0', 'refs/tags/v1.0'];
    const all = await Promise.all(refs.map((ref) => get(`${raw}/${complete}/${ref}/environment.yml`)));
    expect(new Set(all.map(({ status, text }) => `${status} ${text.split('\n')[0]}`))).toEqual(
      new Set(['200 name: sleep']),
    );
    expect(all[0]?.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'max-age=300',
      'content-type': 'text/plain; charset=utf-8',
    });
  });

  test('keeps bytes as they are, whatever their encoding and their path', async () => {
    const utf16 = await get(`${raw}/sample-class/library-noise-levels/HEAD/environment.yml`);
    expect([...utf16.body.subarray(0, 4)]).toEqual([0xff, 0xfe, 0x6e, 0]);
    const blank = await get(`${raw}/sample-class/river-level-sensors/HEAD/data/2025-02/level%201.csv`);
    expect(blank.text).toMatch(/^hour,level_cm\n/);
    expect((await get(`${raw}/sample-class/river-level-sensors/HEAD/report.md`)).text).toBe('docs/report.md');
  });

  test.each([`${complete}/HEAD/nothing.md`, `${complete}/HEAD/src`, 'sample-class/hidden/HEAD/README.md'])(
    'has no %s',
    async (path) => {
      const { status, text } = await get(`${raw}/${path}`);
      expect([status, text]).toEqual([404, '404: Not Found']);
    },
  );
});

describe('ghcr.io', () => {
  const accept = [mediaTypes.index, mediaTypes.manifest].join(', ');
  const tokenFor = (name: string) => get(`https://ghcr.io/token?service=ghcr.io&scope=repository:${name}:pull`);
  const bearerFor = async (name: string) => ({ authorization: `Bearer ${(await tokenFor(name)).json['token']}` });

  test.each([
    ['public', complete, 200, undefined],
    ['private', 'sample-class/recipe-recommender', 401, 'UNAUTHORIZED'],
    ['absent', 'sample-class/bus-delay-forecast', 403, 'DENIED'],
    ['ill-named', 'Sample-Class/recipe', 400, 'NAME_INVALID'],
  ])('tells by its token an image that is %s', async (_title, name, status, code) => {
    const got = await tokenFor(name);
    const errors = got.json['errors'] as { code: string }[] | undefined;
    expect([got.status, errors?.[0]?.code]).toEqual([status, code]);
  });

  test('answers private and absent alike when it is unified', async () => {
    world.unified = true;
    expect((await tokenFor('sample-class/recipe-recommender')).text).toBe(
      (await tokenFor('sample-class/nowhere')).text,
    );
  });

  test('leads from the index to the configuration, with true digests', async () => {
    const base = `https://ghcr.io/v2/${complete}`;
    const challenge = await get(`${base}/manifests/latest`, { accept });
    expect(challenge.headers['www-authenticate']).toContain(`scope="repository:${complete}:pull"`);
    const bearer = await bearerFor(complete);
    const index = await get(`${base}/manifests/latest`, { ...bearer, accept });
    expect(index.headers['docker-content-digest']).toBe(`sha256:${sha256(index.body)}`);
    expect(index.headers['access-control-allow-origin']).toBeUndefined();
    const entries = index.json['manifests'] as { digest: string; platform: { os: string } }[];
    expect(entries.map(({ platform }) => platform.os)).toEqual(['linux', 'unknown']);
    const manifest = await get(`${base}/manifests/${entries[0]?.digest}`, { ...bearer, accept });
    const { digest, size } = manifest.json['config'] as { digest: string; size: number };
    const moved = await get(`${base}/blobs/${digest}`, bearer);
    expect(moved.status).toBe(307);
    const link = String(moved.headers['location']);
    const config = await get(link);
    expect([config.body.length, `sha256:${sha256(config.body)}`]).toEqual([size, digest]);
    expect(config.json).toMatchObject({ architecture: 'amd64', os: 'linux', config: { Cmd: ['/bin/bash'] } });
    expect((await get(link, bearer)).status).toBe(400);
    expect((await get(`${link.replace(/sig=[^&]+/, 'sig=x')}`)).status).toBe(403);
    const part = await get(link, { range: 'bytes=2-9' });
    expect([part.status, part.body.length, part.headers['content-range']]).toEqual([206, 8, `bytes 2-9/${size}`]);
    const answer = await get(`${base}/manifests/latest`, { ...bearer, accept }, 'HEAD');
    expect([answer.body.length, answer.headers['content-length']]).toEqual([0, String(index.body.length)]);
  });

  test('wants the Accept header that fits, and the token of this image', async () => {
    const bearer = await bearerFor(complete);
    const narrow = await get(`https://ghcr.io/v2/${complete}/manifests/latest`, {
      ...bearer,
      accept: mediaTypes.manifest,
    });
    expect([narrow.status, narrow.text.trim()]).toEqual([
      404,
      '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"OCI index found, but Accept header does not support OCI indexes"}]}',
    ]);
    const other = await get('https://ghcr.io/v2/sample-class/earthquake-feed/manifests/latest', { ...bearer, accept });
    expect(other.status).toBe(403);
  });

  test('gives tags a page at a time', async () => {
    const bearer = await bearerFor(complete);
    const first = await get(`https://ghcr.io/v2/${complete}/tags/list?n=2`, bearer);
    expect(first.json['tags']).toEqual(['latest', 'sha-1f0c2ab']);
    const next = /^<(\/v2\/[^>]+)>; rel="next"$/.exec(String(first.headers['link']))?.[1];
    const second = await get(`https://ghcr.io${next}`, bearer);
    expect([second.json['tags'], second.headers['link']]).toEqual([['v1.0'], undefined]);
  });
});

test('the log tells what was sent and answered, and hides most of a secret', async () => {
  await get(`${api}?a=1`, {
    authorization: `Bearer ${token}`,
    cookie: 'a=b',
    origin: 'https://x.org',
    range: 'bytes=0-1',
  });
  expect(world.log).toHaveLength(1);
  expect(world.log[0]).toMatchObject({
    method: 'GET',
    host: 'api.github.com',
    path: `/repos/${complete}?a=1`,
    status: 200,
    headers: {
      authorization: `Bearer gith… (${token.length} characters)`,
      cookie: 'a=b',
      origin: 'https://x.org',
      range: 'bytes=0-1',
      'user-agent': null,
    },
  });
  expect(world.log[0]?.bytes).toBeGreaterThan(300);
  expect([world.calls('api.github.com'), world.calls('ghcr.io')]).toEqual([1, 0]);
});

test('a fault answers instead of the world', async () => {
  world.answerWith((_request, response) => {
    response.writeHead(502).end('bad gateway');
    return true;
  });
  expect((await get(api)).text).toBe('bad gateway');
  world.answerWith(null);
  expect((await get(api)).status).toBe(200);
});

test.each(['example.org:443', 'github.com:80', 'github.com.evil.org:443'])('the proxy refuses %s', async (target) => {
  const answer = await new Promise<string>((resolve) => {
    const socket = net.connect(world.proxyPort, '127.0.0.1', () => socket.write(`CONNECT ${target} HTTP/1.1\r\n\r\n`));
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString());
    });
  });
  expect(answer).toMatch(/^HTTP\/1\.1 502 /);
  expect(world.asked).toEqual([target]);
});

test('route-fetch leads a plain Node process into the world and nowhere else', async () => {
  const script = `
    const bearer = { authorization: 'Bearer ' + (await (await fetch('https://ghcr.io/token?scope=repository:${complete}:pull')).json()).token };
    const accept = '${mediaTypes.index},${mediaTypes.manifest}';
    const v2 = 'https://ghcr.io/v2/${complete}/';
    const index = await (await fetch(v2 + 'manifests/latest', { headers: { ...bearer, accept } })).json();
    const manifest = await (await fetch(v2 + 'manifests/' + index.manifests[0].digest, { headers: { ...bearer, accept } })).json();
    const config = await fetch(v2 + 'blobs/' + manifest.config.digest, { headers: bearer });
    const tree = await fetch('${api}/git/trees/HEAD?recursive=1', { signal: AbortSignal.timeout(5000) });
    const refused = await fetch('https://example.org/').catch((error) => error.constructor.name);
    const aborted = await fetch('${api}', { signal: AbortSignal.abort() }).catch((error) => error.name);
    console.log(JSON.stringify({
      url: config.url.split('?')[0], redirected: config.redirected, config: (await config.json()).os,
      coding: tree.headers.get('content-encoding'), tree: (await tree.json()).truncated, refused, aborted,
    }));`;
  const { stdout } = await run(
    process.execPath,
    ['--import', './test/world/route-fetch.mjs', '--input-type=module', '--eval', script],
    {
      env: { ...process.env, REPRISE_WORLD_PORT: String(world.port), REPRISE_WORLD_CERTIFICATE: world.certificatePath },
    },
  );
  expect(JSON.parse(stdout)).toEqual({
    url: expect.stringMatching(/^https:\/\/pkg-containers\.githubusercontent\.com\/ghcr1\/blobs\/sha256:/),
    redirected: true,
    config: 'linux',
    coding: 'gzip',
    tree: false,
    refused: 'TypeError',
    aborted: 'AbortError',
  });
});

describe('repositories', () => {
  test('are found in any of the usual layouts', async () => {
    const folder = join(place, 'found');
    const layouts = [
      'ada+tides/repo',
      'ada+cafe/snapshot/deep',
      'grace/waves.git',
      'single.git',
      'two words',
      'none/a/b/c',
    ];
    for (const layout of layouts) mkdirSync(join(folder, layout), { recursive: true });
    for (const layout of layouts.slice(0, 4)) await run('git', ['init', '-q', '--bare', join(folder, layout)]);
    await run('git', ['init', '-q', join(folder, 'two words')]);
    const found = findRepositories(folder).map(({ owner, name, directory }) => [`${owner}/${name}`, directory]);
    expect(found).toEqual([
      ['ada/cafe', join(folder, 'ada+cafe/snapshot/deep')],
      ['ada/tides', join(folder, 'ada+tides/repo')],
      ['grace/waves', join(folder, 'grace/waves.git')],
      ['local/single', join(folder, 'single.git')],
      ['local/two-words', join(folder, 'two words')],
    ]);
  });

  test('of the cases are the same whenever they are made', async () => {
    expect(cases.length).toBeGreaterThan(11);
    expect(cases.filter(({ sample }) => sample).length).toBeGreaterThan(7);
    const again = await buildCases(join(place, 'again'));
    const ids = (all: readonly WorldCase[]) =>
      Promise.all(all.map(async ({ directory }) => (await run('git', ['-C', directory, 'for-each-ref'])).stdout));
    expect(await ids(again)).toEqual(await ids(cases));
    const { stdout } = await run('git', [
      '-C',
      cases[0]?.directory ?? '',
      'log',
      '-1',
      '--format=%an <%ae> %cI',
      'main',
    ]);
    expect(stdout).toBe('Reprise <reprise@example.org> 2025-03-14T17:00:00+00:00\n');
  });
});
