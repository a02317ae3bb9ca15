import { type ImageReference, imageName } from '../model/image-reference.ts';
import { UCSD_BASE } from './base-families.ts';

const SCIPY =
  'ipympl ipywidgets jupyterlab notebook jupyterhub nbconvert altair beautifulsoup4 bokeh bottleneck cloudpickle cython dask dill h5py matplotlib-base numba numexpr openpyxl pandas patsy protobuf tables scikit-image scikit-learn scipy seaborn sqlalchemy statsmodels sympy widgetsnbextension xlrd requests pyyaml';
const UCSD =
  'babypandas datascience okpy nltk otter-grader nose pandas-datareader plotly pulp networkx tqdm folium geopandas rpy2 bs4 lxml spacy ipyleaflet';

/**
 * The packages for Python that an image is known to hold, with all that these bring along; "" for one that holds none but pip, null
 * where that is not known. Sources: jupyter/docker-stacks; the Dockerfiles of pytorch and tensorflow. For UCSD's images the list is of
 * what some release of them held, so that it only ever excuses an import. Read 2026-11-25.
 */
const CONTENTS: readonly (readonly [RegExp, string])[] = [
  [
    /^docker\.io\/(?:library\/(?:python|debian|ubuntu|alpine|buildpack-deps|fedora|rockylinux|node|julia|openjdk|eclipse-temurin)|continuumio\/miniconda3?|condaforge\/(?:mini|mamba)forge3|mambaorg\/micromamba|nvidia\/cuda|rocker\/[\w-]+)$|^ghcr\.io\/(?:mamba-org\/micromamba|astral-sh\/uv|prefix-dev\/pixi)$/,
    '',
  ],
  [
    UCSD_BASE,
    `${SCIPY} ${UCSD} torch torchvision torchaudio tensorflow transformers pytorch-lightning opencv-python gym`,
  ],
  [/^(?:docker|quay)\.io\/jupyter\/(?:base|minimal)-notebook$/, 'jupyterlab notebook jupyterhub nbconvert requests'],
  [/^(?:docker|quay)\.io\/jupyter\/tensorflow-notebook$/, `${SCIPY} tensorflow`],
  [/^(?:docker|quay)\.io\/jupyter\/pytorch-notebook$/, `${SCIPY} torch torchvision torchaudio`],
  [/^(?:docker|quay)\.io\/jupyter\/(?:pyspark|all-spark)-notebook$/, `${SCIPY} pyspark pyarrow grpcio grpcio-status`],
  [/^(?:docker|quay)\.io\/jupyter\/(?:scipy|datascience)-notebook$/, `${SCIPY} rpy2`],
  [/^docker\.io\/tensorflow\/tensorflow$/, 'tensorflow jupyter matplotlib'],
  [/^docker\.io\/pytorch\/pytorch$/, 'torch torchvision torchaudio torchtext numpy pyyaml requests tqdm'],
];

/** Those packages; names in pip's normal form. */
export function pythonPackagesOf(reference: ImageReference): readonly string[] | null {
  const name = imageName(reference);
  const found = CONTENTS.find(([image]) => image.test(name))?.[1];
  return found === undefined ? null : found.split(' ').filter((one) => one !== '');
}
