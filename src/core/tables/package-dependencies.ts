/**
 * What common packages bring along, so that an import of it needs no line of its own: `package: dependency dependency`, in pip's
 * normal form, of any release of the last years and of conda's packages too (seaborn of conda-forge brings statsmodels). Source: the
 * packages' own metadata. Read 2026-11-25.
 */
const table = `
pandas: numpy python-dateutil pytz tzdata
scipy: numpy
scikit-learn: numpy scipy joblib threadpoolctl
scikit-learn-intelex: scikit-learn
matplotlib: numpy pillow python-dateutil pyparsing packaging cycler kiwisolver fonttools contourpy
matplotlib-base: matplotlib
python-dateutil: six
seaborn: numpy pandas matplotlib scipy statsmodels
statsmodels: numpy scipy pandas patsy packaging
patsy: numpy six
linearmodels: statsmodels pandas formulaic
plotly: packaging tenacity narwhals
plotly-express: plotly pandas numpy statsmodels scipy patsy
plotnine: matplotlib pandas mizani statsmodels scipy numpy
dash: flask plotly werkzeug requests
dash-bootstrap-components: dash
streamlit: pandas numpy pillow altair requests protobuf pyarrow click toml tornado gitpython pydeck tenacity packaging cachetools rich blinker watchdog
gradio: numpy pandas fastapi httpx pillow pyyaml pydantic requests matplotlib uvicorn jinja2 orjson huggingface-hub altair aiofiles typer
altair: jinja2 jsonschema numpy pandas packaging toolz narwhals
bokeh: jinja2 numpy pandas pillow pyyaml tornado packaging contourpy
holoviews: param numpy pandas panel bokeh colorcet packaging
hvplot: holoviews bokeh pandas numpy panel
panel: bokeh param requests tqdm markdown bleach pandas
wordcloud: numpy pillow matplotlib
missingno: numpy matplotlib scipy seaborn
pyvis: networkx jinja2 ipython jsonpickle
folium: branca jinja2 numpy requests xyzservices
tensorflow: keras h5py numpy protobuf grpcio tensorboard absl-py astunparse gast google-pasta opt-einsum requests six termcolor typing-extensions wrapt flatbuffers packaging ml-dtypes scipy pyyaml
tensorflow-cpu: tensorflow
tensorflow-gpu: tensorflow
tensorflow-intel: tensorflow
tensorflow-macos: tensorflow
tensorflow-base: tensorflow
tf-nightly: tensorflow
keras: numpy h5py absl-py rich pyyaml six scipy
keras-gpu: keras tensorflow
keras-tuner: keras packaging requests
tensorflow-hub: numpy protobuf
tensorflow-datasets: numpy requests tqdm dill absl-py promise protobuf
tensorflow-probability: numpy decorator cloudpickle six absl-py dm-tree
tensorboard: markdown numpy protobuf werkzeug grpcio absl-py pillow six requests google-auth
tensorboardx: numpy protobuf packaging six
jax: jaxlib numpy scipy opt-einsum ml-dtypes
flax: jax numpy optax msgpack rich pyyaml matplotlib
optax: jax numpy absl-py chex
torch: typing-extensions sympy networkx jinja2 fsspec filelock numpy
pytorch: torch
torchvision: torch numpy pillow requests
torchaudio: torch
torchtext: torch tqdm requests numpy
torchmetrics: numpy torch packaging
pytorch-lightning: torch tqdm pyyaml fsspec torchmetrics packaging numpy lightning-utilities tensorboard
lightning: pytorch-lightning
torch-geometric: tqdm numpy scipy jinja2 requests pyparsing scikit-learn psutil aiohttp fsspec xxhash networkx
torch-scatter: torch
torch-sparse: torch scipy numpy
torch-cluster: torch scipy numpy
pytorch-metric-learning: torch numpy scikit-learn tqdm
timm: torch torchvision pyyaml huggingface-hub safetensors
fastai: fastcore fastprogress torch torchvision matplotlib pandas requests pyyaml scikit-learn scipy pillow spacy packaging numpy
kornia: torch packaging
gpytorch: torch scikit-learn scipy numpy
botorch: gpytorch torch
pyro-ppl: torch numpy tqdm opt-einsum
captum: torch matplotlib numpy
monai: torch numpy
albumentations: numpy scipy scikit-image opencv-python-headless pyyaml
segmentation-models-pytorch: torch torchvision timm pillow tqdm pretrainedmodels efficientnet-pytorch numpy
efficientnet-pytorch: torch
ultralytics: numpy matplotlib opencv-python pillow pyyaml requests scipy torch torchvision tqdm psutil pandas seaborn py-cpuinfo polars
transformers: filelock huggingface-hub numpy packaging pyyaml regex requests tokenizers safetensors tqdm sacremoses
tokenizers: huggingface-hub
huggingface-hub: filelock fsspec packaging pyyaml requests tqdm typing-extensions
sentence-transformers: transformers tqdm torch numpy scikit-learn scipy huggingface-hub pillow nltk sentencepiece torchvision
datasets: numpy pyarrow dill pandas requests tqdm xxhash multiprocess fsspec aiohttp huggingface-hub packaging pyyaml
evaluate: datasets
accelerate: numpy packaging psutil pyyaml torch huggingface-hub safetensors
peft: transformers accelerate torch
trl: transformers accelerate datasets torch
diffusers: huggingface-hub numpy pillow regex requests safetensors filelock
bert-score: torch pandas transformers numpy requests tqdm matplotlib packaging
simpletransformers: transformers datasets pandas numpy requests regex tqdm scikit-learn scipy wandb streamlit sentencepiece tensorboard
bertopic: numpy pandas umap-learn hdbscan scikit-learn sentence-transformers plotly tqdm
flair: torch gensim transformers matplotlib scikit-learn regex tqdm
spacy: numpy requests tqdm pydantic jinja2 thinc typer murmurhash cymem preshed srsly wasabi catalogue langcodes packaging
nltk: click joblib regex tqdm
textblob: nltk
gensim: numpy scipy smart-open six
pyldavis: numpy pandas scipy gensim scikit-learn joblib numexpr jinja2 funcy
vadersentiment: requests
stanza: torch numpy protobuf requests tqdm emoji
allennlp: torch transformers spacy nltk numpy scipy scikit-learn requests tqdm h5py
openai: httpx pydantic requests tqdm aiohttp numpy pandas openpyxl typing-extensions
anthropic: httpx pydantic typing-extensions
langchain: langchain-core pyyaml sqlalchemy aiohttp numpy pydantic requests tenacity langchain-text-splitters langchain-community langgraph
langchain-core: pydantic pyyaml tenacity packaging typing-extensions langsmith
langchain-community: langchain langchain-core numpy requests sqlalchemy pyyaml aiohttp
langchain-openai: langchain-core openai tiktoken
llama-index: openai nltk numpy pandas requests sqlalchemy tiktoken tqdm beautifulsoup4 pydantic pyyaml networkx aiohttp httpx
tiktoken: regex requests
chromadb: numpy pydantic requests tqdm fastapi uvicorn onnxruntime tokenizers pyyaml httpx rich
jupyter: notebook jupyterlab ipykernel ipywidgets nbconvert qtconsole
notebook: jupyter-server jupyterlab ipykernel ipython nbformat nbconvert tornado jinja2 traitlets jupyter-core jupyter-client pyzmq
jupyterlab: jupyter-server jupyterlab-server ipykernel ipython tornado jinja2 packaging traitlets notebook jupyter-core
jupyterlab-server: requests jsonschema babel jinja2 packaging
jupyter-server: tornado jinja2 nbformat nbconvert traitlets pyzmq packaging jupyter-client jupyter-core
ipykernel: ipython jupyter-client jupyter-core matplotlib-inline tornado traitlets pyzmq psutil packaging
ipywidgets: ipython traitlets ipykernel
ipython: traitlets pygments decorator jedi prompt-toolkit pexpect stack-data backcall pickleshare
ipympl: ipywidgets matplotlib numpy pillow ipython
qtconsole: ipykernel jupyter-client traitlets pygments
nbconvert: jinja2 beautifulsoup4 bleach nbformat nbclient pygments traitlets mistune markupsafe
nbformat: jsonschema traitlets jupyter-core
nbclient: nbformat traitlets jupyter-client
papermill: nbformat nbclient click pyyaml requests tqdm tenacity ansiwrap
voila: nbconvert nbclient jupyter-server traitlets
requests: urllib3 certifi idna charset-normalizer chardet
scikit-image: numpy scipy networkx pillow imageio tifffile packaging lazy-loader pywavelets matplotlib
imageio: numpy pillow
opencv-python: numpy
opencv-python-headless: numpy
opencv-contrib-python: numpy
opencv: numpy
xgboost: numpy scipy
lightgbm: numpy scipy scikit-learn
catboost: numpy pandas scipy matplotlib plotly graphviz six
imbalanced-learn: numpy scipy scikit-learn joblib threadpoolctl
shap: numpy scipy scikit-learn pandas tqdm packaging numba cloudpickle
lime: matplotlib numpy scipy tqdm scikit-learn scikit-image
eli5: numpy scipy scikit-learn jinja2 graphviz tabulate attrs six
yellowbrick: matplotlib scipy scikit-learn numpy cycler
mlxtend: scipy numpy scikit-learn pandas matplotlib joblib
umap-learn: numpy scipy scikit-learn numba pynndescent tqdm
pynndescent: numpy scipy scikit-learn numba joblib
hdbscan: numpy scipy scikit-learn joblib cython
numba: llvmlite numpy
cupy: numpy
optuna: alembic colorlog numpy packaging sqlalchemy tqdm pyyaml
hyperopt: numpy scipy networkx six tqdm cloudpickle future
scikit-optimize: numpy scipy scikit-learn joblib pyaml matplotlib
bayesian-optimization: numpy scipy scikit-learn colorama
ray: click filelock jsonschema msgpack packaging protobuf pyyaml requests numpy
wandb: click gitpython requests psutil pyyaml protobuf sentry-sdk docker-pycreds six python-dateutil pydantic platformdirs
mlflow: click cloudpickle gitpython pyyaml pandas numpy scipy scikit-learn matplotlib sqlalchemy flask docker requests packaging pyarrow alembic gunicorn jinja2 markdown protobuf pydantic fastapi
prophet: pandas numpy matplotlib cmdstanpy holidays tqdm
fbprophet: pandas numpy matplotlib pystan holidays tqdm cython lunarcalendar convertdate
cmdstanpy: numpy pandas tqdm
pmdarima: numpy scipy pandas scikit-learn statsmodels joblib cython urllib3
darts: numpy pandas scikit-learn scipy statsmodels matplotlib torch pytorch-lightning xarray tqdm joblib prophet lightgbm
sktime: numpy pandas scikit-learn scipy packaging
tslearn: numpy scipy scikit-learn numba joblib
tsfresh: numpy pandas scipy scikit-learn statsmodels patsy tqdm dask distributed requests
arch: numpy pandas scipy statsmodels
lifelines: numpy scipy pandas matplotlib autograd formulaic
scikit-survival: numpy scipy pandas scikit-learn joblib numexpr osqp ecos
pycaret: pandas numpy scipy scikit-learn matplotlib joblib plotly imbalanced-learn lightgbm category-encoders statsmodels tqdm yellowbrick sktime pmdarima
category-encoders: numpy scikit-learn scipy statsmodels pandas patsy
ydata-profiling: pandas numpy scipy matplotlib seaborn pydantic pyyaml jinja2 requests tqdm statsmodels phik wordcloud numba multimethod
pandas-profiling: ydata-profiling joblib
sweetviz: pandas numpy matplotlib scipy tqdm jinja2
surprise: scikit-surprise
scikit-surprise: numpy scipy joblib six
dowhy: networkx numpy pandas scipy scikit-learn statsmodels sympy tqdm joblib cvxpy
econml: numpy scipy scikit-learn sparse joblib statsmodels pandas shap lightgbm
causalml: numpy pandas scipy scikit-learn statsmodels seaborn matplotlib tqdm shap xgboost lightgbm cython graphviz
causal-learn: numpy scipy scikit-learn graphviz statsmodels pandas matplotlib networkx pydot tqdm
aif360: numpy pandas scipy scikit-learn matplotlib
fairlearn: numpy pandas scipy scikit-learn
pot: numpy scipy
cvxpy: numpy scipy osqp ecos scs
pymc: arviz numpy pandas scipy cachetools cloudpickle pytensor typing-extensions
pymc3: arviz numpy pandas scipy theano-pymc theano patsy dill cachetools fastprogress
arviz: numpy scipy matplotlib pandas xarray packaging netcdf4
theano: numpy scipy six
networkx: decorator
python-louvain: networkx numpy
node2vec: networkx gensim numpy joblib tqdm
leidenalg: igraph
dgl: numpy scipy networkx requests tqdm psutil pandas pyyaml pydantic
ogb: torch numpy tqdm scikit-learn pandas six urllib3
stellargraph: tensorflow numpy scipy networkx scikit-learn matplotlib gensim pandas
karateclub: numpy networkx decorator tqdm python-louvain scikit-learn scipy pandas gensim six
geopandas: pandas shapely pyproj fiona pyogrio packaging numpy rtree
geopandas-base: geopandas
fiona: attrs certifi click cligj six shapely
rasterio: affine attrs certifi click cligj numpy snuggs
shapely: numpy
pyproj: certifi
osmnx: geopandas networkx numpy pandas requests shapely matplotlib rtree scipy pyproj
contextily: geopy matplotlib mercantile pillow rasterio requests joblib xyzservices
cartopy: numpy matplotlib shapely pyshp pyproj packaging six
libpysal: numpy scipy pandas geopandas shapely beautifulsoup4 requests scikit-learn packaging platformdirs
esda: libpysal numpy scipy pandas geopandas scikit-learn
splot: libpysal esda mapclassify geopandas matplotlib seaborn spreg giddy
pysal: libpysal esda splot mapclassify spreg giddy geopandas matplotlib seaborn
mapclassify: numpy scipy scikit-learn pandas networkx
keplergl: ipywidgets traittypes geopandas pandas shapely traitlets
geemap: earthengine-api folium ipyleaflet ipywidgets numpy pandas matplotlib plotly pyshp xyzservices geocoder colour
earthengine-api: google-api-python-client google-auth httplib2 requests google-cloud-storage future
xarray: numpy pandas packaging
netcdf4: numpy cftime certifi
rioxarray: xarray rasterio numpy pyproj packaging
zarr: numpy fasteners numcodecs asciitree packaging
dask: pyyaml toolz cloudpickle fsspec partd click packaging numpy pandas distributed bokeh
distributed: dask tornado psutil msgpack sortedcontainers zict tblib jinja2 click
metpy: matplotlib numpy pandas pint pooch pyproj scipy traitlets xarray
pyspark: py4j
modin: pandas numpy packaging psutil
polars: numpy
vaex: numpy pandas matplotlib h5py astropy dask pyarrow requests tqdm
pyarrow: numpy
h5py: numpy
tables: numpy numexpr packaging
openpyxl: et-xmlfile
fastparquet: pandas numpy cramjam fsspec packaging
pandas-gbq: pandas google-cloud-bigquery google-auth pyarrow numpy
pandas-datareader: lxml pandas requests
yfinance: pandas numpy requests lxml multitasking beautifulsoup4 html5lib pytz frozendict peewee platformdirs
pandera: pandas numpy pydantic packaging typeguard
great-expectations: pandas numpy scipy requests jinja2 jsonschema tqdm altair
sqlmodel: sqlalchemy pydantic
flask: werkzeug jinja2 click itsdangerous markupsafe blinker
flask-sqlalchemy: flask sqlalchemy
flask-cors: flask
flask-login: flask werkzeug
flask-wtf: flask wtforms itsdangerous
flask-restful: flask pytz six aniso8601
flask-migrate: flask flask-sqlalchemy alembic
jinja2: markupsafe
fastapi: starlette pydantic typing-extensions
uvicorn: click h11
django: asgiref sqlparse pytz
djangorestframework: django pytz
django-cors-headers: django
celery: kombu billiard vine click
pydantic: typing-extensions pydantic-core annotated-types
sqlalchemy: greenlet typing-extensions
alembic: sqlalchemy mako
typer: click rich
black: click pathspec platformdirs packaging
pytest: pluggy iniconfig packaging attrs
beautifulsoup4: soupsieve
bs4: beautifulsoup4
scrapy: lxml parsel twisted w3lib cssselect pyopenssl cryptography itemadapter
selenium: urllib3 certifi trio
webdriver-manager: requests python-dotenv tqdm packaging
requests-html: requests pyppeteer beautifulsoup4 pyquery fake-useragent lxml
newspaper3k: beautifulsoup4 pillow pyyaml cssselect lxml nltk requests feedparser tldextract python-dateutil
tweepy: requests requests-oauthlib oauthlib six
praw: prawcore websocket-client requests
psaw: requests click
wikipedia: beautifulsoup4 requests
wikipedia-api: requests
pytrends: requests pandas lxml
snscrape: requests lxml beautifulsoup4 pytz
spotipy: requests six urllib3 redis
gdown: requests tqdm filelock beautifulsoup4 six
kaggle: requests tqdm python-slugify six certifi python-dateutil urllib3 bleach
boto3: botocore s3transfer jmespath
botocore: python-dateutil urllib3 jmespath
awscli: botocore s3transfer pyyaml colorama docutils rsa
s3fs: fsspec aiobotocore aiohttp
gcsfs: fsspec aiohttp google-auth requests google-cloud-storage decorator
google-api-core: google-auth requests protobuf googleapis-common-protos
google-auth: rsa cachetools pyasn1-modules six
google-api-python-client: google-auth httplib2 google-auth-httplib2 google-api-core uritemplate
google-cloud-storage: google-auth google-api-core requests
google-cloud-bigquery: google-auth google-api-core requests python-dateutil packaging protobuf
google-cloud-vision: google-api-core protobuf
google-cloud-language: google-api-core protobuf
google-generativeai: google-api-core google-auth protobuf pydantic tqdm google-api-python-client
firebase-admin: google-api-core google-cloud-firestore google-cloud-storage google-api-python-client pyjwt
gspread: google-auth google-auth-oauthlib
azure-storage-blob: azure-core cryptography
mne: numpy scipy matplotlib tqdm pooch decorator packaging jinja2 lazy-loader
nilearn: numpy scipy scikit-learn nibabel pandas joblib lxml requests packaging matplotlib
nibabel: numpy packaging
nipype: nibabel numpy scipy networkx click python-dateutil pydot rdflib simplejson traits filelock
pynwb: h5py hdmf numpy pandas python-dateutil
hdmf: h5py numpy pandas scipy jsonschema
allensdk: numpy pandas scipy h5py pynwb matplotlib xarray requests requests-toolbelt simplejson scikit-image seaborn statsmodels sqlalchemy hdmf tables psycopg2 jinja2
biopython: numpy
scikit-bio: numpy pandas scipy h5py biom-format natsort decorator requests statsmodels
biom-format: numpy scipy pandas h5py click
scanpy: anndata numpy pandas scipy matplotlib seaborn h5py tqdm scikit-learn statsmodels patsy networkx joblib numba umap-learn packaging natsort
anndata: numpy pandas scipy h5py natsort packaging
squidpy: scanpy anndata numpy pandas scipy matplotlib scikit-image dask networkx numba xarray tqdm
scvi-tools: anndata torch pytorch-lightning numpy pandas scipy scikit-learn jax tqdm rich
scvelo: anndata scanpy loompy numpy scipy pandas scikit-learn matplotlib umap-learn numba
gseapy: numpy scipy pandas matplotlib requests
pydeseq2: anndata numpy pandas scikit-learn scipy statsmodels matplotlib
rdkit: numpy pillow
deepchem: numpy pandas scikit-learn scipy joblib sympy rdkit
mdanalysis: numpy biopython networkx matplotlib scipy joblib tqdm packaging threadpoolctl
pymatgen: numpy scipy pandas matplotlib networkx sympy requests plotly tqdm ruamel-yaml tabulate uncertainties monty
astropy: numpy pyerfa pyyaml packaging
astroquery: astropy numpy requests beautifulsoup4 html5lib keyring
lightkurve: astropy numpy scipy pandas matplotlib astroquery requests scikit-learn tqdm beautifulsoup4
librosa: numpy scipy scikit-learn joblib numba soundfile audioread decorator pooch soxr lazy-loader msgpack resampy
soundfile: cffi numpy
openai-whisper: torch numpy numba tqdm more-itertools tiktoken transformers
moviepy: numpy imageio imageio-ffmpeg decorator tqdm proglog requests pillow
mediapipe: numpy absl-py attrs matplotlib opencv-contrib-python protobuf
easyocr: torch torchvision opencv-python-headless scipy numpy pillow scikit-image pyyaml shapely
face-recognition: dlib numpy pillow click
pytesseract: pillow packaging
pdfplumber: pdfminer-six pillow
gym: numpy cloudpickle scipy pyglet
gymnasium: numpy cloudpickle typing-extensions
stable-baselines3: gymnasium gym numpy torch pandas matplotlib cloudpickle
pettingzoo: gymnasium numpy
pybaseball: numpy pandas beautifulsoup4 requests lxml matplotlib scipy tqdm pyarrow
nba-api: requests numpy pandas
otter-grader: pyyaml nbformat nbconvert ipython pandas numpy requests jinja2 click dill tqdm
babypandas: pandas
datascience: numpy pandas matplotlib scipy ipython plotly folium branca setuptools
snowflake-connector-python: requests cryptography pyjwt pytz certifi idna pyopenssl
apache-airflow: flask jinja2 pendulum sqlalchemy pandas requests alembic click rich
prefect: click pendulum pydantic pyyaml sqlalchemy httpx rich
hydra-core: omegaconf antlr4-python3-runtime packaging
omegaconf: pyyaml antlr4-python3-runtime
fuzzywuzzy: python-levenshtein
thefuzz: rapidfuzz
python-levenshtein: levenshtein
pingouin: numpy scipy pandas matplotlib seaborn statsmodels scikit-learn tabulate
rpy2: cffi jinja2 tzlocal pytz pandas numpy
qiskit: numpy scipy sympy dill networkx rustworkx python-dateutil
pennylane: numpy scipy networkx autograd requests cachetools
simpleitk: numpy
trimesh: numpy
open3d: numpy dash matplotlib pandas scikit-learn tqdm pyyaml
pyvista: numpy matplotlib pillow pooch vtk
sdv: pandas numpy tqdm ctgan torch scikit-learn scipy plotly boto3
recbole: torch numpy scipy pandas tqdm pyyaml scikit-learn tensorboard
spektral: tensorflow numpy scipy networkx pandas scikit-learn requests lxml joblib
causalinference: numpy
jupyter-book: myst-nb sphinx nbformat jupytext pyyaml click jinja2
muon: mudata anndata scanpy h5py umap-learn numba protobuf statsmodels
leafmap: folium ipyleaflet ipywidgets geopandas xyzservices plotly pystac-client geojson duckdb
dm-control: numpy scipy lxml mujoco dm-env dm-tree absl-py glfw pyopengl pyparsing requests tqdm protobuf
dm-acme: dm-env dm-tree absl-py numpy jax tensorflow gym dm-control
mediapy: ipython matplotlib numpy pillow
jupytext: nbformat pyyaml
nbgrader: jupyter notebook nbformat nbconvert sqlalchemy alembic requests
flask-socketio: flask python-socketio python-engineio
pymysql: cryptography
`;

/**
 * Packages that bring along some of the usual ones. Which of them was not looked up one by one, so each excuses all: `usual:
 * packages`.
 */
const groups = `
numpy pandas scipy matplotlib scikit-learn tqdm requests joblib pillow seaborn statsmodels networkx numba h5py: adjusttext agentpy alibi alpaca-trade-api altair-ally antropy antspynet antspyx apache-beam arm-pyart auto-sklearn autoviz bambi bbknn biopandas biosppy boruta bqplot brian2 caiman cellrank cfgrib climetlab cnvkit coffea comet-ml cooler corner cornac ctgan cufflinks dagma datashader deepchecks deeprobust dice-ml dipy dscribe dtale dynesty earthpy elephant evidently factor-analyzer fancyimpute fastbook feature-engine fooof galpy gcastle giotto-tda gluonts goatools gower gplearn gstools gudhi harmonypy heartpy highway-env hmmlearn imgaug interpret joypy kmodes kneed lenskit lightfm lingam lmfit logomaker loompy madmom magic-impute mapie matminer mdtraj medpy mesa miceforest missingpy mofax mofapy2 momepy mordred movingpandas mplhep mudata neuralforecast neurodsp neurokit2 ngboost niworkflows nlpaug pandana pandarallel pandas-market-calendars pandas-ta persim pgmpy phate photutils pomegranate prince prody ptitprince pyampute pyclustering pycox pyjanitor pykrige pymatch pymoo pyod pyresample pysentimiento pytorch-forecasting quandl ragas rasterstats regionmask reproject researchpy ripser rsatoolbox ruptures salem satpy scikit-fuzzy scikit-multiflow scikit-multilearn scikit-plot scikit-posthocs scrublet sklearn-crfsuite sklearn-pandas skorch smartnoise-synth snorkel sompy specparam spikeinterface splink sportsreference spreg statsforecast stumpy suite2p sunpy swifter synthcity tabpfn tensorly textacy tigramite top2vec torchio tpot verde wfdb wilds wrf-python xesmf yasa
numpy scipy pandas pillow opencv-python matplotlib tqdm requests: dlib imagehash imutils mmcv mmdet paddleocr pycocotools rembg segment-anything fvcore iopath open-clip-torch pims torchnet grad-cam sk-video
torch torchvision torchaudio numpy scipy tqdm requests pillow matplotlib scikit-learn transformers: audiomentations bitsandbytes classy-vision deepspeed e3nn fair-esm fvcore geoopt gluonts grad-cam keybert lpips mmcv mmdet neuralforecast opacus open-clip-torch pretrainedmodels pycox pytorch-fid pytorch-forecasting pytorchcv segment-anything speechbrain synthcity ctgan tabpfn top2vec torch-spline-conv torchcrepe torchdata torchio torchnet torchtuples wilds xformers gsplat
tensorflow keras numpy scipy matplotlib pandas scikit-learn h5py pillow tqdm: autokeras tensorflow-addons tensorflow-io tensorflow-text tf-keras tf-slim tflearn dm-sonnet deepwalk antspynet
requests beautifulsoup4 lxml pandas python-dateutil pytz: alpha-vantage census censusdata cdsapi deep-translator facebook-scraper getoldtweets3 googletrans googlesearch-python habanero instaloader kagglehub lyricsgenius nba-api opendatasets pmaw pyalex python-binance pystac-client scholarly sentinelhub sentinelsat sodapy sportsreference trafilatura twint yt-dlp youtube-transcript-api uszipcode sentry-sdk pygithub python-gitlab
numpy: aesara ale-py awkward bottleneck cftime faiss-cpu fasttext filterpy gdal h3 healpy implicit minisom mujoco onnx onnxruntime opentsne pyarrow pycuda pygam pyedflib pyproj pytensor pywavelets pyworld rouge-score sacrebleu sparse tifffile uncertainties
sympy networkx: pgmpy qutip pysr
`;

/** The two sides of each line of a table. */
const sidesOf = (text: string): readonly (readonly [readonly string[], readonly string[]])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [left = '', right = ''] = line.split(': ');
      return [left.split(' '), right.split(' ')];
    });

/** Which packages bring a package along directly. */
const bringers: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  const add = (brought: readonly string[], names: readonly string[]) => {
    for (const one of brought) found.set(one, [...(found.get(one) ?? []), ...names]);
  };
  for (const [names, dependencies] of sidesOf(table)) add(dependencies, names);
  for (const [usual, packages] of sidesOf(groups)) add(usual, packages);
  return found;
})();

/** The packages given and all that bring one of them along, directly or through others. */
export function withBringers(names: readonly string[]): readonly string[] {
  const found = new Set(names);
  for (const name of found) for (const bringer of bringers.get(name) ?? []) found.add(bringer);
  return [...found];
}
