import { describe, expect, test } from 'vitest';
import type { ScriptedAnswer } from '../transport/scripted-fetch.test-support.ts';
import {
  askedAbout,
  manifestUrl,
  ociConfig,
  ociManifest,
  refusal,
  smallImage,
} from './scripted-registry.test-support.ts';

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
const kindOf = (reading: { state: string; unread?: { kind: string } }): string => reading.unread?.kind ?? reading.state;

describe('a bare manifest', () => {
  test('is read with its configuration', async () => {
    const image = await smallImage({
      created: '2026-10-31T22:22:56Z',
      config: { User: '1000', Env: ['PATH=/bin', 'A=b=c'], Entrypoint: ['tini', '--'], Cmd: ['/bin/bash'] },
      rootfs: { type: 'layers', diff_ids: [digest('2')] },
      history: [{ created: '2026-10-31T22:22:56Z', created_by: 'RUN x # buildkit' }, { empty_layer: true }],
    });
    const { snapshot, requests } = await askedAbout(image.table);
    expect(snapshot).toEqual({
      reference: { registry: 'ghcr.io', path: 'o/n', tag: null, digest: null },
      readAt: '2026-11-22T12:00:00.000Z',
      access: { state: 'read', value: { kind: 'public' } },
      manifest: {
        state: 'read',
        value: {
          digest: image.manifest.digest,
          mediaType: ociManifest,
          platforms: [],
          chosen: null,
          configDigest: image.config.digest,
          layers: [{ digest: digest('1'), mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', bytes: 7 }],
        },
      },
      config: {
        state: 'read',
        value: {
          digest: image.config.digest,
          architecture: 'amd64',
          os: 'linux',
          created: '2026-10-31T22:22:56Z',
          command: ['/bin/bash'],
          entrypoint: ['tini', '--'],
          user: '1000',
          environment: ['PATH=/bin', 'A=b=c'],
          diffIds: [digest('2')],
          history: [
            { createdBy: 'RUN x # buildkit', created: '2026-10-31T22:22:56Z', emptyLayer: false },
            { createdBy: '', created: null, emptyLayer: true },
          ],
        },
      },
      tags: { state: 'unread', unread: { kind: 'not-asked' } },
      answers: [
        { request: 'token', status: 200, code: null, quote: '' },
        { request: 'manifest', status: 200, code: null, quote: `Docker-Content-Digest: ${image.manifest.digest}` },
        { request: 'config', status: 200, code: null, quote: '' },
      ],
    });
    expect(requests[1]?.headers.get('accept')?.split(', ')).toHaveLength(4);
  });

  test.each([
    ['nothing said', {}],
    ['nulls', { config: { Cmd: null, Entrypoint: null, User: '' }, history: null, created: null }],
    ['no config at all', { config: null, rootfs: { diff_ids: null } }],
  ])('a configuration with %s', async (_name, config) => {
    const { snapshot } = await askedAbout((await smallImage(config)).table);
    const value = {
      command: null,
      entrypoint: null,
      user: null,
      environment: [],
      created: null,
      diffIds: [],
      history: [],
    };
    expect(snapshot.config).toMatchObject({ state: 'read', value });
  });

  test('is asked for by its digest before its tag', async () => {
    const { table, manifest } = await smallImage();
    const { urls } = await askedAbout(table, { tag: 'v1', digest: manifest.digest });
    expect(urls[1]).toBe(manifestUrl(manifest.digest));
  });
});

describe('a manifest that is not read', () => {
  const layer = { mediaType: 'x', digest: digest('1'), size: 1 };
  test.each([
    ['128 layers', { layers: Array(128).fill(layer) }, 'read'],
    ['129 layers', { layers: Array(129).fill(layer) }, 'too-big'],
    ['Docker’s first form', { mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws' }, 'bad-format'],
    ['another media type', { mediaType: 'application/x' }, 'bad-format'],
    [
      'an artifact',
      { config: { mediaType: 'application/vnd.cncf.helm.config.v1+json', digest: digest('1') } },
      'bad-format',
    ],
    [
      'an empty configuration',
      { config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digest('1') } },
      'bad-format',
    ],
    ['a digest that leads elsewhere', { config: { mediaType: ociConfig, digest: '../../x' } }, 'bad-format'],
    ['no layers', { layers: null }, 'bad-format'],
  ])('%s', async (_name, more, kind) => {
    const { snapshot } = await askedAbout((await smallImage({}, more)).table);
    expect(kindOf(snapshot.manifest)).toBe(kind);
    expect(kindOf(snapshot.config)).toBe(kind);
  });

  test.each([
    ['no JSON', { body: 'hello', headers: { 'content-type': ociManifest } }, 'bad-format', 1],
    ['larger than 4 MB', { body: 'x'.repeat(4 * 1_048_576 + 1) }, 'too-big', 1],
    ['another digest than told', { body: '{}', headers: { 'docker-content-digest': digest('8') } }, 'bad-digest', 2],
    ['no permission', refusal(403, 'DENIED'), 'forbidden', 1],
    ['a page of the network', { status: 404, headers: { 'content-type': 'text/html' } }, 'intercepted', 1],
    [
      'a form that nobody asked for',
      refusal(404, 'MANIFEST_UNKNOWN', 'OCI index found, but Accept header does not support OCI indexes'),
      'bad-format',
      1,
    ],
    ['404 of another kind', { status: 404 }, 'not-found-or-private', 1],
  ])('%s', async (_name, answer: ScriptedAnswer, kind, times) => {
    const { table } = await smallImage();
    const { snapshot, urls } = await askedAbout({ ...table, [manifestUrl('latest')]: answer });
    expect(kindOf(snapshot.manifest)).toBe(kind);
    expect(urls.filter((url) => url === manifestUrl('latest'))).toHaveLength(times);
    expect(snapshot.tags).toEqual({ state: 'unread', unread: { kind: 'not-asked' } });
  });

  test('asked by digest, nothing else is taken', async () => {
    const { table, manifest } = await smallImage();
    const { snapshot } = await askedAbout(
      { ...table, [manifestUrl(digest('5'))]: manifest.answer },
      { digest: digest('5') },
    );
    expect(kindOf(snapshot.manifest)).toBe('bad-digest');
  });
});
