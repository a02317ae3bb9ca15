/** The images that UCSD's courses build on (ucsd-ets/datahub-docker-stack, spec.yml). Read 2026-11-22. */
export const courseBases: readonly string[] = [
  'ghcr.io/ucsd-ets/datascience-notebook',
  'ghcr.io/ucsd-ets/scipy-ml-notebook',
  'ghcr.io/ucsd-ets/rstudio-notebook',
];
