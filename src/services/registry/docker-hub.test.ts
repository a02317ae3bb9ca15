import { describe, expect, test } from 'vitest';
import type { ScriptedAnswer } from '../transport/scripted-fetch.test-support.ts';
import { askedAbout, ociConfig, ociManifest, refusal, stored, type Table } from './scripted-registry.test-support.ts';

const HUB = { registry: 'docker.io', path: 'o/n', tag: '1.0' };
const token = 'https://auth.docker.io/token?service=registry.docker.io&scope=repository:o/n:pull';
const api = 'https://registry-1.docker.io/v2/o/n';
const given: Table = { [token]: { body: { token: 'hub', access_token: 'hub', expires_in: 300 } } };

const refusedWith = (error: string): ScriptedAnswer => ({
  ...refusal(401, 'UNAUTHORIZED', 'authentication required'),
  headers: {
    'content-type': 'application/json',
    'www-authenticate': `Bearer realm="https://auth.docker.io/token",service="registry.docker.io"${error}`,
  },
});
const outOfScope = refusedWith(',scope="repository:o/n:pull",error="insufficient_scope"');

async function hubImage(blobHost: string) {
  const document = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] } };
  const config = await stored(document, ociConfig);
  const descriptor = { mediaType: ociConfig, digest: config.digest, size: 1 };
  const manifest = await stored({ schemaVersion: 2, config: descriptor, layers: [] }, ociManifest);
  const url = `https://${blobHost}/registry-v2/blobs/${config.digest}/data?verify=x`;
  const table: Table = {
    ...given,
    [`${api}/manifests/1.0`]: manifest.answer,
    [`${api}/blobs/${config.digest}`]: { ...config.answer, url },
  };
  return { table, config };
}

describe('an image on Docker Hub', () => {
  test.each([
    'production.cloudflare.docker.com',
    'production.cloudfront.docker.com',
    'docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com',
  ])('is read, its configuration from %s, with three requests', async (host) => {
    const { table, config } = await hubImage(host);
    const { snapshot, requests, urls } = await askedAbout(table, HUB);
    expect(snapshot).toMatchObject({
      access: { state: 'read', value: { kind: 'public' } },
      manifest: { state: 'read' },
      config: { state: 'read', value: { digest: config.digest } },
    });
    expect(urls).toHaveLength(3);
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([null, 'Bearer hub', 'Bearer hub']);
  });

  test('a configuration from any other host is not taken', async () => {
    const { table } = await hubImage('pkg-containers.githubusercontent.com');
    const { snapshot } = await askedAbout(table, HUB);
    expect(snapshot.config.state).toBe('unread');
  });

  test.each<[string, ScriptedAnswer]>([
    ['private or missing', outOfScope],
    ['refused', refusal(403, 'DENIED', 'requested access to the resource is denied')],
    ['of an unknown name', refusal(404, 'NAME_UNKNOWN', 'repository name not known to registry')],
  ])('%s: nobody gets it, and nothing is likelier', async (_name, answer) => {
    const { snapshot, urls } = await askedAbout({ ...given, [`${api}/manifests/1.0`]: answer }, HUB);
    expect(snapshot.access).toEqual({ state: 'read', value: { kind: 'refused', likely: null } });
    expect(snapshot.manifest).toEqual({ state: 'unread', unread: { kind: 'not-found-or-private' } });
    // No second token and no control are asked for.
    expect(urls).toEqual([token, `${api}/manifests/1.0`]);
  });

  test('without the tag is public, and its tags are told, page after page', async () => {
    const next = '/v2/o/n/tags/list?n=100&last=2.0';
    const { snapshot } = await askedAbout(
      {
        ...given,
        [`${api}/manifests/1.0`]: refusal(404, 'MANIFEST_UNKNOWN', 'manifest unknown'),
        [`${api}/tags/list?n=100`]: { body: { tags: ['2.0'] }, headers: { link: `<${next}>; rel="next"` } },
        [`https://registry-1.docker.io${next}`]: { body: { tags: ['3.0'] } },
      },
      HUB,
    );
    expect(snapshot).toMatchObject({
      access: { value: { kind: 'public' } },
      manifest: { state: 'absent' },
      tags: { state: 'read', value: ['2.0', '3.0'] },
    });
  });

  const limit = { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '0;w=21600' };
  test.each<[string, ScriptedAnswer, string]>([
    ['beyond the limit', { ...refusal(429, 'TOOMANYREQUESTS'), headers: limit }, 'secondary-limit'],
    ['a token that does not do', refusedWith(',error="invalid_token"'), 'forbidden'],
    ['a 401 without a word on why', refusal(401, 'UNAUTHORIZED'), 'forbidden'],
    ['a refusal without a registry’s code', { status: 403, body: '{}' }, 'forbidden'],
    ['a proxy’s page', { status: 403, headers: { 'content-type': 'text/html' }, body: '<html>' }, 'intercepted'],
    ['404 without a code', { status: 404 }, 'not-found-or-private'],
    ['a failing server', { status: 500 }, 'server-error'],
  ])('%s says nothing about who gets it', async (_name, answer, kind) => {
    const { snapshot } = await askedAbout({ ...given, [`${api}/manifests/1.0`]: answer }, HUB);
    const part = { state: 'unread', unread: { kind } };
    expect(snapshot).toMatchObject({ access: part, manifest: part, config: part, tags: part });
  });

  test('without permission is not asked for', async () => {
    const { snapshot, urls } = await askedAbout({}, HUB, new Map(), false);
    const unread = { kind: 'permission-needed', detail: 'Docker Hub was not asked: Reprise may not ask it yet.' };
    const part = { state: 'unread', unread };
    expect(snapshot).toMatchObject({ access: part, manifest: part, config: part, tags: part, answers: [] });
    expect(urls).toEqual([]);
  });
});
