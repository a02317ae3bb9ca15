import { describe, expect, test } from 'vitest';
import {
  askedAbout,
  manifestUrl,
  ociIndex,
  ociManifest,
  refusal,
  smallImage,
  stored,
  type Table,
} from './scripted-registry.test-support.ts';

const unknownManifest = refusal(404, 'MANIFEST_UNKNOWN', 'manifest unknown');
const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
const kindOf = (reading: { state: string; unread?: { kind: string } }): string => reading.unread?.kind ?? reading.state;

describe('an image index', () => {
  const platform = (os: string, architecture: string, variant?: string) => ({
    os,
    architecture,
    ...(variant ? { variant } : {}),
  });
  const amd64 = platform('linux', 'amd64');
  const arm64 = platform('linux', 'arm64', 'v8');
  const attestation = {
    mediaType: ociManifest,
    digest: digest('9'),
    size: 1,
    platform: platform('unknown', 'unknown'),
    annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
  };

  async function indexed(entries: (digest: string) => readonly object[]): Promise<Table> {
    const image = await smallImage();
    const index = await stored(
      { schemaVersion: 2, mediaType: ociIndex, manifests: entries(image.manifest.digest) },
      ociIndex,
    );
    return { ...image.table, [manifestUrl('latest')]: index.answer };
  }
  const entry = (of: string, at: object | undefined, more: object = {}) => ({
    mediaType: ociManifest,
    digest: of,
    size: 1,
    platform: at,
    ...more,
  });
  const filled = (at: object) => ({ variant: null, ...at });

  test.each([
    [
      'linux/amd64 first',
      (d: string) => [entry(d, amd64), entry(digest('3'), arm64), attestation],
      filled(amd64),
      [filled(amd64), filled(arm64)],
    ],
    [
      'linux/amd64 second',
      (d: string) => [entry(digest('3'), arm64), entry(d, amd64)],
      filled(amd64),
      [filled(arm64), filled(amd64)],
    ],
    ['no linux/amd64', (d: string) => [attestation, entry(d, arm64)], filled(arm64), [filled(arm64)]],
    [
      'windows/amd64 is another',
      (d: string) => [entry(digest('3'), platform('windows', 'amd64')), entry(d, amd64)],
      filled(amd64),
      [filled(platform('windows', 'amd64')), filled(amd64)],
    ],
    [
      'unknown without a note',
      (d: string) => [entry(digest('3'), platform('unknown', 'unknown')), entry(d, amd64)],
      filled(amd64),
      [filled(amd64)],
    ],
    [
      'an entry that is no image',
      (d: string) => [entry(digest('3'), amd64, { mediaType: 'application/x' }), entry(d, amd64)],
      filled(amd64),
      [filled(amd64)],
    ],
    [
      'an attestation that names a platform',
      (d: string) => [{ ...attestation, platform: amd64 }, entry(d, amd64)],
      filled(amd64),
      [filled(amd64)],
    ],
    ['no platform', (d: string) => [entry(d, undefined)], null, []],
  ])('%s', async (_name, entries, chosen, platforms) => {
    const { snapshot } = await askedAbout(await indexed(entries));
    expect(snapshot.manifest).toMatchObject({ state: 'read', value: { chosen, platforms, mediaType: ociManifest } });
    expect(snapshot.config.state).toBe('read');
  });

  const filler = (count: number) => Array.from({ length: count }, () => entry(digest('3'), arm64));
  test.each([
    ['under the bound of platforms', (d: string) => [entry(d, amd64), ...filler(62)], 'read'],
    ['at it', (d: string) => [entry(d, amd64), ...filler(63)], 'read'],
    ['over it', (d: string) => [entry(d, amd64), ...filler(64)], 'too-big'],
    ['nothing but attestations', () => [attestation], 'bad-format'],
    ['another algorithm', () => [entry(`sha512:${'1'.repeat(128)}`, amd64)], 'bad-format'],
    ['a digest that leads elsewhere', () => [entry('../../../token', amd64)], 'bad-format'],
    ['an entry that is not there', () => [entry(digest('7'), amd64)], 'not-found-or-private'],
    ['no entries', () => ['x'], 'bad-format'],
  ])('%s', async (_name, entries, kind) => {
    const table = {
      [manifestUrl(digest('7'))]: unknownManifest,
      ...(await indexed(entries as (d: string) => object[])),
    };
    expect(kindOf((await askedAbout(table)).snapshot.manifest)).toBe(kind);
  });
});
