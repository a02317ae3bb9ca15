/**
 * What the commands of instructions do, by their first words. Sources: the manuals of the programs named; the commands met
 * in 252 READMEs of student, course and paper repositories. Read 2026-11-24.
 */

/** The way an environment is recreated: the families of tools that a route may take. */
export type EnvironmentTool = 'conda' | 'pip' | 'docker' | 'dsmlp' | 'other';

/** Commands that recreate an environment by themselves; those whose arguments decide are read in code. */
export const recreatingCommands: readonly { readonly tool: EnvironmentTool; readonly form: RegExp }[] = [
  { tool: 'conda', form: /^(?:conda|mamba|micromamba)[ -]env (?:create|update)\b/ },
  { tool: 'conda', form: /^(?:conda-lock install|anaconda-project (?:prepare|run))\b/ },
  {
    tool: 'pip',
    form: /^python[\d.]* setup\.py (?:install|develop|build\w*)\b|^pip-sync\b|^xargs (?:\S+ ){0,4}pip[\d.]* install\b/,
  },
  { tool: 'docker', form: /^(?:docker|podman) (?:buildx |image )?(?:build|load|import)(?: |$)/ },
  { tool: 'docker', form: /^(?:docker|podman)[- ]compose (?:\S+ ){0,6}?(?:up|build|run|pull|create)\b/ },
  { tool: 'docker', form: /^(?:singularity|apptainer) (?:pull|build|run|exec|shell)\b/ },
  { tool: 'docker', form: /^(?:devcontainer (?:up|build)|(?:jupyter-)?repo2docker)\b/ },
  { tool: 'other', form: /^uv (?:sync|run|add|tool run)\b/ },
  {
    tool: 'other',
    form: /^(?:poetry (?:install|sync|update|add)|pdm (?:install|sync)|rye sync|hatch (?:env create|run|shell))\b/,
  },
  { tool: 'other', form: /^(?:pipenv (?:install|sync|shell)|pixi (?:i|install|run|shell|add))\b/ },
  { tool: 'other', form: /^(?:npm|pnpm) (?:ci|install|i)\b(?! (?:-g|--global)\b)/ },
  {
    tool: 'other',
    form: /^(?:yarn(?: install|$)|bun (?:install|i)\b|bundle(?: install|$)|gem install|composer install)/,
  },
  {
    tool: 'other',
    form: /^(?:cargo (?:build|run|install)|go (?:mod (?:download|tidy)|build|run|install)|dotnet (?:restore|build|run)|mvn|gradle|\.\/gradlew|\.\/mvnw|sbt|stack build|cmake|meson setup|ssc install|net install|opam install|cabal (?:install|build)|mix deps\.get|go get|cpanm|luarocks install|swift (?:build|run)|brew bundle|flit install|maturin develop|rosdep install|colcon build|catkin_make|west update|devbox (?:shell|install)|vagrant up|module load)\b|^(?:g\+\+|gcc|clang(?:\+\+)?|nvcc|gfortran|javac|rustc|ghc) /,
  },
  { tool: 'other', form: /^(?:nix (?:develop|build|run)|nix-shell|guix shell|spack (?:install|env))\b/ },
  {
    tool: 'other',
    form: /\b(?:renv::(?:restore|init)|packrat::restore|(?:devtools|remotes)::install|install\.packages|install_(?:github|deps|version|cran|local)|pak::\w+|pacman::p_load|groundhog[.]library|BiocManager::install|Pkg\.(?:instantiate|add)) ?\(/,
  },
  { tool: 'other', form: /^\] ?(?:instantiate|add)\b/ },
  {
    tool: 'other',
    form: /^make (?:\S+ ){0,3}?(?:install|env|environment|conda|venv|deps|dependencies|requirements|setup|init|bootstrap|create[_-]env\w*|docker[\w-]*)\b/,
  },
  {
    tool: 'other',
    form: /^(?:(?:bash|sh|zsh|source|\.|Rscript|python[\d.]*|julia) )?(?:\S{0,80}\/)?(?:install|set_?up|bootstrap|create|libraries|requirements|dependencies|packages)(?:[_-]\w{1,40})?\.(?:sh|[Rr]|jl|bat|ps1)\b/,
  },
];

/** Commands that run code of the project whatever follows. */
export const runningCommands =
  /^(?:snakemake|nextflow run|(?:rake|luigi|celery|dagster|prefect|ploomber) |dvc (?:repro|exp run)|kedro run|mlflow run|flask |uvicorn |gunicorn |hypercorn |fastapi |scrapy (?:crawl|runspider)|manim(?:gl)? |(?:latexmk|pdflatex|xelatex|lualatex|tectonic) |(?:g\+\+|gcc|clang(?:\+\+)?|nvcc|gfortran|javac|rustc|ghc) |(?:npm|pnpm|bun) (?:start|test|run)\b|yarn (?!install|add)\w|npx (?!create)\w|node |cargo (?:run|test)|go (?:run|test)|dotnet (?:run|test)|java -|mvn |(?:gradle|\.\/gradlew) |sbt |quarto (?:render|preview)|jupyter-book build|jb build|(?:bundle exec )?jekyll |pytest\b|tox\b|nox\b|ros(?:2 )?(?:run|launch)\b|roslaunch |sbatch |qsub |matlab |stata|guild run|airflow |mkdocs serve|hugo |streamlit run|shiny run|chainlit run|marimo (?:run|edit)|just \w|task \w|invoke \w|doit\b|papermill |voila |jupyter[ -](?:execute|run|nbconvert|trust) |nbconvert )/;

/** Programs that run a file which is given to them. */
export const interpreters =
  /^(?:python[\d.]*|py|pypy3?|ipython|bpython|torchrun|accelerate|deepspeed|spark-submit|coverage|Rscript|R|julia|node|ts-node|tsx|deno|bun|ruby|perl|php|bash|sh|zsh|ksh|source|\.|octave|panel|bokeh|jupyter(?:-notebook|-lab)?|streamlit|gradio|code|open|blender|quarto|kaggle|modal|mpirun|mpiexec|root|psql|mysql|sqlite3|g?make|run|%run)$/;

/** Programs that take a file of code without running it. */
export const fileHandlers =
  /^(?:cat|less|more|head|tail|vim?|nano|emacs|subl|cp|mv|rm|ln|ls|cd|chmod|touch|mkdir|git|dvc|diff|wc|grep|sed|awk|wget|curl|scp|rsync|tar|g?zip|unzip|dos2unix|file|find|tree|docker|podman|conda|uv|the|a|in|see|from|import|def|class)$/;

/** Python's and other projects' modules that `python -m` starts. */
export const toolModules: ReadonlySet<string> = new Set(
  'pip venv virtualenv ensurepip ipykernel conda pipx pre_commit build twine site http json notebook jupyter jupyterlab spacy nltk playwright textblob uv poetry pipenv'.split(
    ' ',
  ),
);

/** Files that other projects hand out to be run while one installs them. */
export const othersScripts =
  /(?:^|\/)(?:(?:mini|ana)(?:conda|forge)[^/]*|mambaforge[^/]*|get-pip\.py|conda\.sh|mamba\.sh|get-docker\.sh|nvm\.sh)$/i;

/** Images of services and demonstrations: whoever runs one runs no code of the project. */
export const serviceImages =
  /^(?:docker\.io\/)?(?:library\/)?(?:hello-world|postgres|postgis|mysql|mariadb|mongo|redis|memcached|neo4j|nginx|httpd|traefik|rabbitmq|elasticsearch|kibana|alpine|busybox|ubuntu|debian|n8n|mlflow|minio|adminer|selenium|qdrant|grafana|zookeeper|registry)(?:[:/@]|$)/;

/** Programs that look after code or notebooks: whoever installs or starts one has no environment and runs no project. */
export const codeTools =
  /^(?:black|flake8|ruff|isort|mypy|pyright|pylint|autopep8|yapf|pre-commit|twine|nbstripout|nbqa|pip|ipykernel|bash|sh|echo|which|ls|cd)$/i;
