import type { ImageReference } from '../../core/model/image-reference.ts';
import type { ImageSnapshot, RegistryAnswer } from '../../core/model/snapshot.ts';
import { fakeClock } from '../transport/fake-clock.test-support.ts';
import { type ScriptedAnswer, scriptedFetch } from '../transport/scripted-fetch.test-support.ts';
import { createTransport } from '../transport/transport.ts';
import { digestOf } from './oci-digest.ts';
import { registrySource } from './registry-source.ts';

export const tokenUrl = (path = 'o/n'): string => `https://ghcr.io/token?service=ghcr.io&scope=repository:${path}:pull`;
export const manifestUrl = (version: string): string => `https://ghcr.io/v2/o/n/manifests/${version}`;
export const blobUrl = (digest: string): string => `https://ghcr.io/v2/o/n/blobs/${digest}`;
export const controlUrl = tokenUrl('o/reprise-asks-for-no-image-5f1c09d27ab4e836');

export const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
export const ociIndex = 'application/vnd.oci.image.index.v1+json';
export const ociConfig = 'application/vnd.oci.image.config.v1+json';

export type Table = Readonly<Record<string, ScriptedAnswer | readonly ScriptedAnswer[]>>;

/** A refusal as the registry words it. */
export const refusal = (status: number, code: string, message = 'words'): ScriptedAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { errors: [{ code, message }] },
});

export interface Stored {
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly answer: ScriptedAnswer;
}

/** A document as the registry gives it, with its digest. */
export async function stored(json: unknown, mediaType: string): Promise<Stored> {
  const bytes = new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json));
  const digest = await digestOf(bytes);
  return {
    digest,
    bytes,
    answer: { body: bytes, headers: { 'content-type': mediaType, 'docker-content-digest': digest } },
  };
}

/** A small image: its configuration, its manifest, and the table of a registry that holds it under `latest`. */
export async function smallImage(config: object = {}, manifest: object = {}) {
  const configBlob = await stored(
    { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] }, ...config },
    ociConfig,
  );
  const layers = [
    { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: `sha256:${'1'.repeat(64)}`, size: 7 },
  ];
  const document = {
    schemaVersion: 2,
    config: { mediaType: ociConfig, digest: configBlob.digest, size: 1 },
    layers,
    ...manifest,
  };
  const manifestBlob = await stored(document, ociManifest);
  const table: Table = {
    [tokenUrl()]: { body: { token: 'djE6abc=' } },
    [manifestUrl('latest')]: manifestBlob.answer,
    [manifestUrl(manifestBlob.digest)]: manifestBlob.answer,
    [blobUrl(configBlob.digest)]: {
      ...configBlob.answer,
      headers: { 'content-type': 'application/octet-stream' },
      url: `https://pkg-containers.githubusercontent.com/ghcr1/blobs/${configBlob.digest}?sig=x`,
    },
  };
  return { config: configBlob, manifest: manifestBlob, layers, table };
}

/** Asks about `ghcr.io/o/n` as the reference says; `control` is what an earlier question of the session left. */
export async function askedAbout(
  table: Table,
  reference: Partial<ImageReference> = {},
  control: Map<string, RegistryAnswer> = new Map(),
  mayAskHub = true,
) {
  const clock = fakeClock();
  const scripted = scriptedFetch(table);
  const source = registrySource({
    transport: createTransport({ fetch: scripted.fetch, clock, random: () => 0 }),
    clock,
    mayAsk: async (name) => name === 'ghcr.io' || mayAskHub,
    control: {
      get: async (owner) => control.get(owner) ?? null,
      set: async (owner, answer) => {
        control.set(owner, answer);
      },
    },
  });
  const image: ImageReference = { registry: 'ghcr.io', path: 'o/n', tag: null, digest: null, ...reference };
  const snapshot: ImageSnapshot = await clock.run(source.image(image));
  return { snapshot, requests: scripted.requests, urls: scripted.urls(), control };
}
