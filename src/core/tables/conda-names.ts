/** Packages that conda's channels (defaults, conda-forge) hold under another name than PyPI: `pip's:conda's`. Read 2026-11-25. */
const table =
  'torch:pytorch tables:pytables opencv-python:opencv opencv-python-headless:opencv opencv-contrib-python:opencv graphviz:python-graphviz igraph:python-igraph psycopg2-binary:psycopg2 msgpack:msgpack-python torch-geometric:pytorch_geometric torch-scatter:pytorch_scatter torch-sparse:pytorch_sparse torch-cluster:pytorch_cluster xgboost:py-xgboost antlr4-python3-runtime:antlr-python-runtime pyqt5:pyqt duckdb:python-duckdb lmdb:python-lmdb blosc:python-blosc kaleido:python-kaleido docker:docker-py redis:redis-py kubernetes:python-kubernetes confluent-kafka:python-confluent-kafka';

const names: ReadonlyMap<string, string> = new Map(
  table.split(' ').map((pair): [string, string] => {
    const [pip = '', conda = ''] = pair.split(':');
    return [pip, conda];
  }),
);

/** What conda calls a package that pip knows under this name (in pip's normal form). */
export const condaNameOf = (pipName: string): string => names.get(pipName) ?? pipName;
