/**
 * What an image starts by itself, by its name or the beginning of it. Source of the notebook servers:
 * ucsd-ets/datahub-docker-stack, read 2026-11-25; the others are the images' usual commands, which were not read again.
 */
const COMMANDS: readonly (readonly [string, readonly string[] | 'a notebook server'])[] = [
  ['docker.io/library/ubuntu', ['/bin/bash']],
  ['docker.io/library/debian', ['bash']],
  ['docker.io/library/python', ['python3']],
  ['docker.io/library/r-base', ['R']],
  ['docker.io/library/julia', ['julia']],
  ['docker.io/library/node', ['node']],
  ['docker.io/library/alpine', ['/bin/sh']],
  ['docker.io/continuumio/miniconda3', ['/bin/bash']],
  ['docker.io/continuumio/anaconda3', ['/bin/bash']],
  ['ghcr.io/ucsd-ets/', 'a notebook server'],
  ['docker.io/ucsdets/', 'a notebook server'],
  ['quay.io/jupyter/', 'a notebook server'],
  ['docker.io/jupyter/', 'a notebook server'],
];

/** The `CMD` of an image (`registry/path`) as JSON, or in words where it differs from tag to tag; null where it is not known. */
export function commandOfBase(name: string): string | null {
  const known = COMMANDS.find(([start]) => name === start || (start.endsWith('/') && name.startsWith(start)))?.[1];
  return known === undefined || typeof known === 'string' ? (known ?? null) : JSON.stringify(known);
}
