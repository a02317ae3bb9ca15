import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256 } from './answer.ts';
import type { ImageDescription, LayerDescription, PlatformDescription } from './image-description.ts';
import { tarOfOneFile } from './tar-of-one-file.ts';

/** An image with everything that a registry serves of it, by digest. */
export interface WorldImage {
  readonly registry: 'ghcr.io' | 'docker.io';
  readonly path: string;
  readonly visibility: 'public' | 'private';
  readonly tags: ReadonlyMap<string, string>;
  readonly manifests: ReadonlyMap<string, Content>;
  readonly blobs: ReadonlyMap<string, Content>;
}

export interface Content {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const mediaTypes = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  empty: 'application/vnd.oci.empty.v1+json',
  statement: 'application/vnd.in-toto+json',
} as const;

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** The images described in a file. */
export function readImages(file: string = join(process.cwd(), 'test/images/images.json')): readonly WorldImage[] {
  const described = JSON.parse(readFileSync(file, 'utf8')) as readonly ImageDescription[];
  return described.map(imageFromDescription);
}

/** Makes manifests, configurations and layers with their real digests. */
export function imageFromDescription(description: ImageDescription): WorldImage {
  const manifests = new Map<string, Content>();
  const blobs = new Map<string, Content>();
  const layers = description.layers.map((layer) => addLayer(blobs, description.path, layer));
  const described = description.platforms.flatMap((platform) => {
    const manifest = addManifest(manifests, blobs, configOf(description, platform, layers), layers);
    const entry = { ...manifest, platform };
    return description.form === 'index' ? [entry, addAttestation(manifests, blobs, manifest)] : [entry];
  });
  const [first] = described;
  if (first === undefined) throw new Error(`${description.path} has no platform`);
  const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: described };
  const top = description.form === 'index' ? addJson(manifests, mediaTypes.index, index) : first;
  const tags = new Map(description.tags.map((tag) => [tag, top.digest]));
  const { registry = 'ghcr.io', path, visibility } = description;
  return { registry, path, visibility, tags, manifests, blobs };
}

function add(contents: Map<string, Content>, mediaType: string, bytes: Uint8Array): Descriptor {
  const digest = `sha256:${sha256(bytes)}`;
  contents.set(digest, { mediaType, bytes });
  return { mediaType, digest, size: bytes.length };
}

const addJson = (contents: Map<string, Content>, mediaType: string, value: object): Descriptor =>
  add(contents, mediaType, Buffer.from(JSON.stringify(value)));

interface Layer extends Descriptor {
  readonly diffId: string;
}

function addLayer(blobs: Map<string, Content>, image: string, layer: LayerDescription): Layer {
  if ('bytes' in layer) {
    const name = `a layer of ${layer.bytes} bytes of ${layer.of ?? image}`;
    const digest = `sha256:${sha256(name)}`;
    return { mediaType: mediaTypes.layer, digest, size: layer.bytes, diffId: `sha256:${sha256(`${name}, unpacked`)}` };
  }
  const tar = tarOfOneFile(layer.path, layer.text);
  return { ...add(blobs, mediaTypes.layer, gzipSync(tar)), diffId: `sha256:${sha256(tar)}` };
}

function configOf(image: ImageDescription, platform: PlatformDescription, layers: readonly Layer[]): object {
  const { os, architecture, created, cmd, entrypoint, user, labels, history } = image.config;
  return {
    ...(created === undefined ? {} : { created }),
    architecture: architecture ?? platform.architecture,
    os: os ?? platform.os,
    ...(platform.variant === undefined ? {} : { variant: platform.variant }),
    config: {
      ...(user === undefined ? {} : { User: user }),
      Env: ['PATH=/opt/conda/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
      ...(entrypoint === undefined ? {} : { Entrypoint: entrypoint }),
      ...(cmd === undefined ? {} : { Cmd: cmd }),
      ...(labels === undefined ? {} : { Labels: labels }),
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
    history: history.map((entry) => ({ ...(created === undefined ? {} : { created }), ...entry })),
  };
}

function addManifest(
  manifests: Map<string, Content>,
  blobs: Map<string, Content>,
  config: object,
  layers: readonly Layer[],
): Descriptor {
  return addJson(manifests, mediaTypes.manifest, {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: addJson(blobs, mediaTypes.config, config),
    layers: layers.map(({ diffId: _, ...descriptor }) => descriptor),
  });
}

// As buildx attaches it: a manifest without platform that names what it is about.
function addAttestation(manifests: Map<string, Content>, blobs: Map<string, Content>, subject: Descriptor) {
  const statement = { _type: 'https://in-toto.io/Statement/v0.1', predicateType: 'https://slsa.dev/provenance/v0.2' };
  const layer = addJson(blobs, mediaTypes.statement, { ...statement, subject: [{ digest: subject.digest }] });
  const annotations = { 'in-toto.io/predicate-type': statement.predicateType };
  const manifest = addJson(manifests, mediaTypes.manifest, {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
    config: addJson(blobs, mediaTypes.empty, {}),
    layers: [{ ...layer, annotations }],
    subject,
  });
  return {
    ...manifest,
    annotations: {
      'vnd.docker.reference.digest': subject.digest,
      'vnd.docker.reference.type': 'attestation-manifest',
    },
    platform: { architecture: 'unknown', os: 'unknown' },
  };
}
