/** An image as `test/images/images.json` describes it; one manifest is made for each platform. */
export interface ImageDescription {
  /** `docker.io`, or ghcr.io where none is named. */
  readonly registry?: 'docker.io';
  /** `owner/name`, lower case. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly visibility: 'public' | 'private';
  /** One line: what it is there for. */
  readonly proves: string;
  /** `index` adds an attestation to each manifest, as buildx does; `manifest` is one manifest without an index. */
  readonly form: 'index' | 'manifest';
  readonly platforms: readonly PlatformDescription[];
  readonly config: ConfigDescription;
  readonly layers: readonly LayerDescription[];
}

export interface PlatformDescription {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

export interface ConfigDescription {
  /** Where the configuration says otherwise than the index. */
  readonly os?: string;
  readonly architecture?: string;
  readonly created?: string;
  readonly cmd?: readonly string[] | null;
  readonly entrypoint?: readonly string[];
  readonly user?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly history: readonly { readonly created_by: string; readonly empty_layer?: true }[];
}

/**
 * A layer with a text in it is served; one that only tells its size stands in the manifest, and its blob is not there. A layer
 * `of` another image is that image's own.
 */
export type LayerDescription =
  | { readonly path: string; readonly text: string }
  | { readonly bytes: number; readonly of?: string };
