import { editDistance } from '../model/edit-distance.ts';

/**
 * Images that projects build on, by registry and owner. Sources: Docker Hub's official images; jupyter/docker-stacks;
 * rocker-org; ucsd-ets/datahub-docker-stack (spec.yml and its history). Read 2026-11-22. A name that is missing here is never
 * called wrong unless it is nearly one of these: of the official images there are those that projects start from, and all whose
 * names are near to theirs.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'ghcr.io/ucsd-ets': 'datascience-notebook scipy-ml-notebook rstudio-notebook',
  'docker.io/ucsdets': 'datascience-notebook scipy-ml-notebook rstudio-notebook datahub-base-notebook',
  'quay.io/jupyter':
    'docker-stacks-foundation base-notebook minimal-notebook scipy-notebook r-notebook julia-notebook tensorflow-notebook pytorch-notebook datascience-notebook pyspark-notebook all-spark-notebook',
  'docker.io/jupyter':
    'docker-stacks-foundation base-notebook minimal-notebook scipy-notebook r-notebook julia-notebook tensorflow-notebook pytorch-notebook datascience-notebook pyspark-notebook all-spark-notebook',
  'docker.io/rocker':
    'r-ver rstudio rstudio-stable rstudio-daily tidyverse verse geospatial shiny shiny-verse binder ml ml-verse cuda r-base r-devel r-devel-san drd drr r-apt r-bspm r-edge r-rspm r2u',
  'docker.io/continuumio': 'miniconda3 miniconda anaconda3 anaconda',
  'docker.io/condaforge': 'miniforge3 miniforge-pypy3 mambaforge mambaforge-pypy3',
  'docker.io/mambaorg': 'micromamba',
  'docker.io/pytorch': 'pytorch manylinux-builder conda-builder libtorch-cxx11-builder torchserve',
  'docker.io/tensorflow': 'tensorflow serving build',
  'docker.io/nvidia': 'cuda cudagl opengl vulkan',
  'docker.io/library':
    'almalinux alpine alt amazoncorretto amazonlinux archlinux bash buildpack-deps busybox clojure dart debian eclipse-temurin elixir erlang fedora gcc golang gradle haskell httpd hylang jruby julia kong mariadb maven mongo mono mysql neurodebian nginx node openjdk perl php postgres pypy python r-base redis rockylinux ros ruby rust swift swipl ubuntu znc',
};

const bare = (name: string): string => name.replace(/[-_]/g, '');

/** The known image that a name of the same registry and owner nearly is (`-` and `_` aside), or null. */
export function nearMissOf(registry: string, path: string): string | null {
  const slash = path.indexOf('/');
  const owner = `${registry}/${path.slice(0, slash)}`;
  const name = path.slice(slash + 1);
  const known = KNOWN[owner]?.split(' ') ?? [];
  if (known.includes(name)) return null;
  // Of a short word every other short word is two letters away.
  const most = bare(name).length < 6 ? 1 : 2;
  const near = known
    .map((one) => ({ one, distance: bare(one).length > 3 ? editDistance(bare(one), bare(name), most) : most + 1 }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.one ?? null;
}

/** Official images of a language: a tag of only their major version moves with each release. */
export const languageImages: ReadonlySet<string> = new Set(
  'python node golang ruby php openjdk rust julia perl r-base pypy erlang elixir haskell swift dart gcc eclipse-temurin amazoncorretto'
    .split(' ')
    .map((name) => `docker.io/library/${name}`)
    .concat('docker.io/rocker/r-ver'),
);

/** Whose images are made for several processors, so that a build on arm64 gives arm64 programs. */
export const publishersForManyProcessors: ReadonlySet<string> = new Set([
  'docker.io/library',
  'quay.io/jupyter',
  'docker.io/continuumio',
  'docker.io/condaforge',
  'docker.io/mambaorg',
]);
