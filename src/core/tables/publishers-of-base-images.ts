/**
 * Who publishes images that projects build on, and features that are no images of a project: never a project's own image.
 * Sources: the base images met in 144 Dockerfiles of student, course and paper repositories; the Dev Container
 * specification (ghcr.io/devcontainers/features). Read 2026-11-22.
 */
export const publishersOfBaseImages: ReadonlySet<string> = new Set([
  'ghcr.io/ucsd-ets',
  'ghcr.io/ucsdets',
  'ghcr.io/devcontainers',
  'ghcr.io/mamba-org',
  'ghcr.io/astral-sh',
  'ghcr.io/prefix-dev',
  'docker.io/ucsdets',
  'docker.io/library',
  'docker.io/jupyter',
  'docker.io/rocker',
  'docker.io/nvidia',
  'docker.io/pangeo',
  'docker.io/continuumio',
  'docker.io/condaforge',
  'docker.io/mambaorg',
  'docker.io/pytorch',
  'docker.io/tensorflow',
  'docker.io/docker',
]);
