import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import { routeOf } from '../facts/route.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { type Check, runCheck } from './check.ts';
import readmeNamesTheImage from './readme-names-the-image.ts';
import recreates from './readme-says-how-to-recreate-the-environment.ts';
import howToRun from './readme-says-how-to-run.ts';

type Files = Record<string, TestFile>;
const findingOf = <Name extends 'readmeSteps' | 'namedImage'>(check: Check<Name>, snapshot: Snapshot) =>
  runCheck(check, factsOf(snapshot), everyCheck.parameters);
const lineOf = ({ evidence }: ReturnType<typeof findingOf>) => {
  const [first] = evidence;
  return first?.kind === 'line' ? `${first.path}:${first.line}` : null;
};

const TREE: Files = {
  'run.py': '',
  'test.sh': '',
  'src/forecast.R': '',
  'notebooks/Trends.ipynb': '',
  'sleepy/__init__.py': '',
  'sleepy/sleepy_plots.py': '',
  'requirements.txt': 'numpy==2.0.0\n',
};
const withReadme = (text: string, more: Files = {}): Snapshot =>
  snapshotOf({ ...TREE, 'README.md': `# Sleep\n\nWe measure sleep.\n\n${text}\n`, ...more });

describe('readme-says-how-to-run', () => {
  test.each([
    ['a fence', '```\npython run.py all\n```'],
    ['a fence with a prompt', '```\n>>> python3 run.py\n```'],
    ['indented code', '    ./test.sh'],
    ['code between backticks', 'Then `python run.py test`.'],
    ['HTML code', 'Then <code>python run.py</code>.'],
    ['an HTML block', '<pre>\n$ python run.py\n</pre>'],
    ['a command that markup splits', 'Type **python** `run.py` and wait.'],
    ['plain words', 'To see the results, run python run.py test in the folder.'],
    ['words in quotes', '- to test: "python3 run.py test"'],
    ['a sentence that names a file', 'To run the models, run the run.py file with one argument.'],
    ['a notebook to open', 'Open notebooks/Trends.ipynb in Jupyter.'],
    ['a notebook by its name', 'Then run the trends notebook.'],
    ['a line that is a command', 'In the end:\nnpm start'],
    ['the only notebook', 'Open the notebook in Jupyter.'],
    ['a folder of scripts', 'Run the scripts in `src/` one after another.'],
    ['a link to a notebook', 'Execute [the notebook](notebooks/Trends.ipynb).'],
    ['a list under “to reproduce”', 'To reproduce the figures:\n\n- `src/forecast.R`\n'],
    ['a heading that says so', '## How to run\n\n1. `src/forecast.R`: makes the table'],
    ['a module', '```\npython -m sleepy.train\n```'],
    ['a file of Python by its stem', '```\n# Draws the nights.\nsleepy_plots\n```'],
    ['its own package', '```python\nfrom sleepy import forecast\n```'],
    ['settings before the command', '```\nCUDA_VISIBLE_DEVICES=0 python run.py\n```'],
    ['another program in front', '```\npoetry run python run.py\n```'],
    ['a command over lines', '```\nRscript \\\n  src/forecast.R\n```'],
    ['make', '```\nmake all\n```'],
    ['npm', '```\nnpm run dev\n```'],
    ['jupyter, where there are notebooks', '```\njupyter lab\n```'],
    ['the project’s image', '```\ndocker run -it lab/sleep\n```'],
    ['an image under a local name', '```\ndocker build -t sleep .\ndocker run sleep\n```'],
    ['compose', '```\ndocker compose up\n```'],
    ['a script that is not there: another check’s fault', '```\npython main.py\n```'],
    ['after a change of folders', '```\ncd src && Rscript forecast.R\n```'],
    ['a file that uv runs', '```\nuv run --with pandas run.py\n```'],
    ['a task of pixi', '```\npixi run train\n```'],
    ['a program of poetry', '`poetry run start`'],
    ['a loop', '```\nfor s in 1 2 3; do python run.py --seed $s; done\n```'],
    ['a path of Windows', '```\nPS C:\\Users\\me\\x> .venv\\Scripts\\python src\\run.py\n```'],
    ['a script of Windows', '```\n.\\run.py\n```'],
    ['code that imports its own', '`python -c "import sleepy; sleepy.run()"`'],
    ['nbconvert', '```\njupyter-nbconvert --execute notebooks/Trends.ipynb\n```'],
    ['a program that is not known, with its own file', '```\nlocust -f run.py\n```'],
    ['what is compiled', '`g++ -O2 run.cpp -o go && ./go input.txt`'],
    ['a prompt in a paragraph', 'Then:\n$ python3 -m src.main --config a.yml'],
    ['words that say to type the rest', 'Run: python -m src.main'],
    ['several notebooks', 'Start Jupyter and work through the notebooks in the order of their numbers.'],
    ['a button of RStudio', 'Open `forecast.R` in RStudio and press Source.'],
    [
      'Colab',
      '[![Colab](https://a.b/c.svg)](https://colab.research.google.com/github/lab/sleep/blob/main/Trends.ipynb)',
    ],
    ['“do not forget”', 'Do not forget to run `python run.py` in the end.'],
  ])('passes: %s', (_name, text) => {
    const finding = findingOf(howToRun, withReadme(text));
    expect(finding).toMatchObject({ outcome: 'pass' });
    expect(lineOf(finding)).toMatch(/^README\.md:[5-8]$/);
  });

  test.each([
    ['nothing', 'We measure sleep.'],
    ['only an install', '```\npip install -r requirements.txt\nconda activate sleep\n```'],
    ['a drawn tree', '```\nsleep\n├── run.py\n└── test.sh\n```'],
    ['a folder to read', 'The scripts in `src` are well worth reading.'],
    ['a folder named', 'All code that reproduces this is in the `notebooks` folder.'],
    ['“can be run locally”', 'The project can be run locally.'],
    ['files described', '- `run.py`: runs the models\n- test.sh runs the tests\n- src/forecast.R - what one would run'],
    ['a script to open and change', 'Open `run.py` and write your name.'],
    ['make sure', 'Make sure that python is there, then make coffee.'],
    ['the version of a program', '`python --version` and `npm run --help`'],
    [
      'another’s installer',
      '```\nbash Miniconda3-latest-Linux-x86_64.sh\nsource ~/miniconda3/etc/profile.d/conda.sh\n```',
    ],
    ['an image to build on', '```\ndocker run jupyter/scipy-notebook\ndocker run -d postgres:16\n```'],
    ['the project is installed', '```\npython setup.py install\nbash install.sh\n```'],
    ['what does not work', 'You cannot run run.py on a Mac.'],
    ['settings of a program', '```\nmake = 3\nrun.py\n```'],
    ['a comment', '<!-- `python run.py`\n\n    make all\n-->'],
    ['a comment in a sentence', 'We <!-- `python run.py` --> sleep.'],
    ['what is struck through', '~~`python run.py`~~'],
    ['“do not run”', 'Do not run `python run.py`; it is broken.'],
    ['“does not work”', '`python run.py` does not work.'],
    ['what is yet to be written', 'TO-DO: write how to run `run.py`.'],
    ['what is yet to come', 'In the future one will be able to run `python run.py`.'],
    ['a tool that changes code', '`black run.py`, `git add run.py`'],
    ['a tool of the environment', '`poetry run black`'],
    ['Colab of another project', '[x](https://colab.research.google.com/github/a/b/blob/main/Other.ipynb)'],
  ])('fails: %s', (_name, text) => {
    expect(findingOf(howToRun, withReadme(text))).toMatchObject({ outcome: 'fail' });
  });

  test('the fix has the line to paste', () => {
    const pasteOf = (files: Files) =>
      findingOf(howToRun, snapshotOf({ 'README.md': 'We measure sleep.', ...files })).fix?.ways[0].paste ?? null;
    expect(pasteOf(TREE)).toBe('## Run\n\n    python run.py');
    expect(pasteOf({ 'a b.ipynb': '' })).toBe('## Run\n\n    jupyter lab "a b.ipynb"');
    expect(pasteOf({ 'setup.py': '', 'src/deep/er.py': '' })).toBeNull();
  });
});

describe('commands that a package brings', () => {
  test.each<[string, Files]>([
    ['setup.py', { 'setup.py': 'setup(entry_points={"console_scripts": ["draw-nights=sleepy.plots:main"]})' }],
    ['setup.cfg', { 'setup.cfg': '[options.entry_points]\nconsole_scripts =\n  draw-nights = sleepy.plots:main\n' }],
    ['pyproject.toml', { 'pyproject.toml': '[project.scripts]\ndraw-nights = "sleepy.plots:main"\n' }],
  ])('%s', (_name, files) => {
    const outcomeOf = (text: string) => findingOf(howToRun, withReadme(text, files)).outcome;
    expect(outcomeOf('```\ndraw-nights\n```')).toBe('pass');
    expect(outcomeOf('The program `draw-nights` has a name.')).toBe('fail');
    expect(outcomeOf('```\ndraw-days\n```')).toBe('fail');
  });
});

describe('readme-says-how-to-recreate-the-environment', () => {
  test.each([
    ['conda env create', '```\nconda env create -f environment.yml\n```', 'conda'],
    ['conda create with packages', '`conda create -n sleep python=3.11`', 'conda'],
    ['conda create from a list', '`conda create --name sleep --file requirements.txt`', 'conda'],
    ['a file of a free name', '```\nmamba env create --file lab/r-sleep.yaml\n```', 'conda'],
    ['pip', 'Install with `pip install -r requirements.txt`.', 'pip'],
    ['pip in a notebook’s way', '```\n!pip install numpy\n```', 'pip'],
    ['pip in plain words', 'Another option is running "pip install -r requirements.txt".', 'pip'],
    ['python -m pip', '```\npython -m pip install -e .\n```', 'pip'],
    ['uv', '```\nuv sync\n```', 'other'],
    ['uv run', '```\nuv run run.py\n```', 'other'],
    ['poetry', '```\npoetry install\n```', 'other'],
    ['pixi', '```\npixi install\n```', 'other'],
    ['pipenv', '```\npipenv install\n```', 'other'],
    ['npm', '```\nnpm ci\n```', 'other'],
    ['R', '```r\nrenv::restore()\n```', 'other'],
    ['R from a shell', '```\nRscript -e "install.packages(\'dplyr\')"\n```', 'other'],
    ['a script that installs', '```\nbash setup.sh\n```', 'other'],
    ['a target of make', '```\nmake create_environment\n```', 'other'],
    ['docker build', '```\ndocker build -t sleep .\n```', 'docker'],
    ['docker pull', '```\ndocker pull ghcr.io/lab/sleep\n```', 'docker'],
    ['docker compose', '```\ndocker compose up\n```', 'docker'],
    ['a launch with an image', '```\nlaunch.sh -i lab/sleep:1 -m 8\n```', 'dsmlp'],
    ['a launch over lines', '```\nlaunch-scipy-ml.sh \\ # log in first\n  -c 4 \\\n  -i lab/sleep\n```', 'dsmlp'],
    ['a launch with the image alone', '`launch-180.sh lab/sleep`', 'dsmlp'],
    ['a sentence that names the file', 'Install all packages that requirements.txt lists.', 'pip'],
    ['a sentence on an image', 'Use the Docker image lab/sleep.', 'docker'],
    ['the image that comes with it', 'Run run.py in the included Docker image.', 'docker'],
    ['a link under a heading', '## Docker\n\nThe image: https://hub.docker.com/r/lab/sleep', 'docker'],
    ['Binder', '[![Binder](https://mybinder.org/badge_logo.svg)](https://mybinder.org/v2/gh/lab/sleep/HEAD)', 'other'],
    ['Codespaces', '[Open](https://codespaces.new/lab/sleep)', 'other'],
    ['the project itself', '`pip install .`', 'pip'],
    ['uv’s pip', '```\nuv pip install .\n```', 'pip'],
    ['pip-sync', '```\npip-sync\n```', 'pip'],
    ['xargs', '```\ncat requirements.txt | xargs -n 1 pip install\n```', 'pip'],
    ['pip of Windows', '```\n.venv\\Scripts\\python -m pip install -r requirements.txt\n```', 'pip'],
    ['conda-env', '```\nconda-env create -f environment.yml\n```', 'conda'],
    ['devtools', '```r\ndevtools::install()\n```', 'other'],
    ['bundle', '```\nbundle\n```', 'other'],
    ['pixi in short', '```\npixi i\n```', 'other'],
    ['Julia’s packages', '```\n(@v1.10) pkg> instantiate\n```', 'other'],
  ])('passes: %s', (_name, text, tool) => {
    const snapshot = withReadme(text);
    const finding = findingOf(recreates, snapshot);
    expect(finding).toMatchObject({ outcome: 'pass' });
    expect(lineOf(finding)).toMatch(/^README\.md:[5-8]$/);
    expect(routeOf(snapshot)).toMatchObject({ state: 'present', value: { kind: tool } });
  });

  test.each([
    ['nothing', 'We measure sleep. `python run.py`'],
    ['“the necessary packages”', 'Install the necessary packages with pip install.'],
    ['a file to check against', 'Refer to `requirements.txt` to check if all packages are installed.'],
    ['a launch without an image', '```\nlaunch-scipy-ml.sh -c 4\n```'],
    ['a launch with a placeholder', '```\nlaunch.sh -i <image>\n```'],
    [
      'Docker that does not work here',
      'Docker does not work on DSMLP for this project; `docker run lab/sleep` does not work.',
    ],
    ['an environment without packages', '```\nconda create -n sleep\nconda activate sleep\n```'],
    ['pip that brings itself up to date', '```\npip install --upgrade pip setuptools\n```'],
    ['a tool alone', '```\nnpm install -g yarn\n```'],
    ['a service beside it', '```\ndocker run -p 5432:5432 postgres:16\n```'],
    ['a protein binder', 'We predict how a binder docks; see https://example.org/binder.'],
    ['some YAML file', 'The parameters are in config/params.yaml; create one for each run.'],
    ['the file described', '- `requirements.txt`: the packages that one would install'],
    ['a script that downloads data', '```\nbash download.sh\n```'],
    ['tools alone', '`pip install black flake8`'],
    ['“do not use”', 'Do not use `pip install -r requirements.txt`.'],
    ['an ellipsis', '`pip install ...`'],
  ])('fails: %s', (_name, text) => {
    const snapshot = withReadme(text);
    expect(findingOf(recreates, snapshot)).toMatchObject({
      outcome: 'fail',
      fix: { ways: [{ paste: '## Environment\n\n    pip install -r requirements.txt' }] },
    });
    expect(routeOf(snapshot)).toMatchObject({ state: 'present', value: { kind: 'none', step: null } });
  });
});

describe('both', () => {
  const both = (snapshot: Snapshot) => [howToRun, recreates].map((check) => findingOf(check, snapshot).outcome);
  const GUIDE = '## Set-up\n\n    conda env create\n    python run.py\n';

  test.each<[string, string, string]>([
    ['a link', 'See [the guide](docs/Setup.md#run).', 'docs/Setup.md'],
    ['a link of HTML', '<a href="docs/Setup.md">guide</a>', 'docs/Setup.md'],
    ['an address on GitHub', 'See https://github.com/lab/sleep/blob/main/docs/Setup.md.', 'docs/Setup.md'],
    ['a path', 'Instructions are in `docs/Setup.md`.', 'docs/Setup.md'],
    ['a folder', 'All about [the set-up](config).', 'config/README.md'],
  ])('what stands in a document of the repository counts: %s', (_name, text, path) => {
    expect(both(withReadme(text, { [path]: GUIDE }))).toEqual(['pass', 'pass']);
    expect(lineOf(findingOf(howToRun, withReadme(text, { [path]: GUIDE })))).toBe(`${path}:4`);
    const why = { kind: 'timeout' } as const;
    expect(both(withReadme(text, { [path]: { unread: why } }))).toEqual(['unknown', 'unknown']);
  });

  test.each([
    ['one that nothing links to', 'We measure sleep.', 'docs/Setup.md'],
    ['a page elsewhere', 'See https://example.org/docs/Setup.md.', 'docs/Setup.md'],
    ['a licence', 'See [the licence](LICENSE.md).', 'LICENSE.md'],
  ])('but not %s', (_name, text, path) => {
    expect(both(withReadme(text, { [path]: GUIDE }))).toEqual(['fail', 'fail']);
  });

  test.each<[string, Files, string]>([
    ['no README', TREE, 'not-applicable'],
    ['a README of headings', { ...TREE, 'README.md': '# Sleep\n' }, 'not-applicable'],
    ['documents alone', { 'README.md': 'How to sleep well.', 'docs/a.md': '' }, 'not-applicable'],
    ['a README that is not read', { ...TREE, 'README.md': { unread: { kind: 'timeout' } } }, 'unknown'],
  ])('%s: %s', (_name, files, outcome) => {
    expect(both(snapshotOf(files))).toEqual([outcome, outcome]);
  });

  const OTHER_WORDS = [
    'Erstelle die Umgebung mit requirements.txt und führe dann das Skript run.py aus.',
    '使用 requirements.txt 创建环境,然后启动 run.py。',
    '`run.py` を実行してください。',
    'Instale las dependencias de requirements.txt y luego ejecute el archivo run.py.',
    'Crie o ambiente a partir de requirements.txt e depois rode o arquivo run.py.',
    'Установите зависимости из requirements.txt, затем запустите run.py.',
    'requirements.txt 로 설치한 뒤 run.py 를 시작하세요.',
  ];
  test.each(OTHER_WORDS)('in another language a sentence that names a file may be a step: %s', (text) => {
    expect(both(snapshotOf({ ...TREE, 'README.md': `# X\n\n${text}\n` }))).toEqual(['unknown', 'unknown']);
  });

  test.each([
    ['names no file', 'Wir messen den Schlaf und das Rauschen der Straße mit Geduld.'],
    [
      'is English with a name from elsewhere',
      'We measure the sleep of people in Rio de Janeiro; see run.py and the rest.',
    ],
  ])('but not one that %s', (_name, text) => {
    expect(both(snapshotOf({ ...TREE, 'README.md': `# X\n\n${text}\n` }))).toEqual(['fail', 'fail']);
  });

  test.each<[string, string, Files]>([
    [
      'beyond the bound',
      '[a](1.md) [b](2.md) [c](3.md) [d](4.md)',
      { '1.md': 'a', '2.md': 'b', '3.md': 'c', '4.md': GUIDE },
    ],
    ['behind a document', 'See the [docs](docs/).', { 'docs/index.md': '[x](install.md)', 'docs/install.md': GUIDE }],
    ['of HTML', 'How to start: [guide](docs/guide.html).', { 'docs/guide.html': '' }],
    ['of Word', 'Instructions are in INSTRUCTIONS.docx.', { 'INSTRUCTIONS.docx': '' }],
    ['a PDF', 'To set it up see the [manual](manual.pdf).', { 'manual.pdf': '' }],
  ])('a document that is not read may hold them: %s', (_name, text, files) => {
    expect(both(withReadme(text, files))).toEqual(['unknown', 'unknown']);
  });

  test('CONTRIBUTING counts where the README sends one there to run, else not', () => {
    const files = { 'CONTRIBUTING.md': GUIDE };
    expect(both(withReadme('See [this](CONTRIBUTING.md) for how to run.', files))).toEqual(['pass', 'pass']);
    expect(both(withReadme('Be kind, see [this](CONTRIBUTING.md).', files))).toEqual(['fail', 'fail']);
  });

  test.each<[string, Files, string, string]>([
    [
      'a notebook in Colab',
      {},
      'Choose Run all: https://colab.research.google.com/github/a/b/blob/main/Trends.ipynb',
      'pass,pass',
    ],
    [
      'a container of an editor',
      { '.devcontainer/devcontainer.json': '{}' },
      'Press “Reopen in Container”, then run run.py.',
      'pass,pass',
    ],
    ['“Type make.”', { Makefile: 'all:' }, 'Type make.', 'pass,fail'],
    [
      'the standard library alone',
      {},
      'Only the standard library is used. Run `python run.py`.',
      'pass,not-applicable',
    ],
    ['nothing to install', {}, 'Nothing is to be installed. Run `python run.py`.', 'pass,not-applicable'],
    [
      'packages beside the standard library',
      {},
      'Uses only numpy and the standard library. Run `python run.py`.',
      'pass,fail',
    ],
  ])('%s', (_name, files, text, expected) => {
    expect(both(withReadme(text, files)).join()).toBe(expected);
  });

  test.each<[string, Files, string]>([
    ['a page', { 'README.md': 'Open `index.html` in a browser.', 'index.html': '', 'a.js': '' }, 'pass,not-applicable'],
    ['MATLAB', { 'README.md': 'Needs MATLAB. Run `main` in the command window.', 'main.m': '' }, 'pass,unknown'],
    ['text to set', { 'README.md': 'Type `latexmk -pdf paper.tex` now.', 'paper.tex': '' }, 'pass,not-applicable'],
    ['a command alone', { 'README.md': '`./gradlew run`', 'a.java': '' }, 'pass,pass'],
    ['two words', { 'README.md': 'Type make.', Makefile: '' }, 'pass,fail'],
  ])('a repository of its own kind: %s', (_name, files, expected) => {
    expect(both(snapshotOf(files)).join()).toBe(expected);
  });

  test('what is not listed may hold the file that a step names', () => {
    const files = { ...TREE, 'README.md': 'Run step.py in the end.' };
    expect(both(snapshotOf(files, { unreadFolders: ['src'] }))).toEqual(['unknown', 'unknown']);
  });

  test('reStructuredText', () => {
    const text =
      'Sleep\n=====\n\nWe measure sleep.\n\nRun::\n\n    pip install -r requirements.txt\n    python run.py\n';
    expect(both(snapshotOf({ ...TREE, 'README.rst': text }))).toEqual(['pass', 'pass']);
  });
});

test.each([
  ['images', 'docker pull a/b docker run -v x '.repeat(8_000)],
  ['paths', `install yml ${'a/'.repeat(900)} docker.\n\n`.repeat(140)],
  ['names', `use file ${'-.'.repeat(900)}env docker.\n\n`.repeat(140)],
  ['links', '[a](b/c.md) '.repeat(20_000)],
  ['digits', '1'.repeat(200_000)],
  ['open comments', '<!--'.repeat(60_000)],
  ['struck out', '~~a'.repeat(80_000)],
  ['items', '- a\n'.repeat(60_000)],
  ['refusals', 'do not `run '.repeat(20_000)],
  ['commands', `\`\`\`\n${'pip install a b && '.repeat(14_000)}`],
])('a hostile README ends in time: %s', (_name, text) => {
  const start = performance.now();
  findingOf(howToRun, snapshotOf({ ...TREE, 'README.md': text, 'b/c.md': '' }));
  // Measured below 0.9 s.
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe.each([howToRun, recreates])('$id', (check) => {
  test.each([
    ['a guide', 'See the [installation guide](https://sleep.example.org/guide).', 'https://sleep.example.org/guide'],
    ['documentation, bare', 'Documentation: https://sleep.example.org/docs.', 'https://sleep.example.org/docs'],
    ['a badge', 'Documentation [![docs](https://img.shields.io/a.svg)](https://img.shields.io/b.svg)', null],
    ['a paper', 'We follow the guide of https://doi.org/10.1/x', null],
    ['another page', 'Thanks to [the lab](https://lab.example.org).', null],
  ])('a failure notes %s outside the repository', (_name, line, address) => {
    const finding = findingOf(
      check,
      snapshotOf({ 'run.py': '', 'README.md': `# Sleep\nWe measure sleep.\n\n${line}\n` }),
    );
    expect(finding.outcome).toBe('fail');
    expect(finding.notes.join()).toBe(
      address === null
        ? ''
        : `README.md line 4 leads to ${address}, which was not read: a page outside the repository may change without it.`,
    );
  });
});

describe('the route', () => {
  const routeIn = (text: string) => {
    const route = routeOf(withReadme(text));
    return route.state === 'present' ? [route.value.kind, ...route.value.others] : route.state;
  };
  test.each([
    [
      'an ordinary environment before Docker',
      '`docker pull lab/sleep` or `pip install -r requirements.txt`',
      ['pip', 'docker'],
    ],
    ['the first of two ordinary ones', '`conda env create`\n\n`pip install numpy`', ['conda', 'pip']],
    ['a command before a sentence', 'Install what requirements.txt lists:\n\n    conda env create', ['conda', 'pip']],
    ['the first of two containers', '`launch.sh -i lab/sleep`, `docker pull lab/sleep`', ['dsmlp', 'docker']],
  ])('%s', (_name, text, expected) => {
    expect(routeIn(text)).toEqual(expected);
  });

  test('without a README nobody is told anything; an unread one is unread', () => {
    expect(routeOf(snapshotOf(TREE))).toMatchObject({ state: 'present', value: { kind: 'none' } });
    expect(routeOf(snapshotOf({ 'README.md': { unread: { kind: 'timeout' } } }))).toMatchObject({ state: 'unread' });
  });
});

describe('readme-names-the-image', () => {
  const DOCKER = { Dockerfile: 'FROM python:3.12-slim\n' };
  const workflow = (step: string) => `on: push\njobs:\n  image:\n    steps:\n      - ${step}\n`;
  const PUSHING = workflow('run: docker push ghcr.io/lab/sleep');
  test.each<[string, Files, string]>([
    ['a pull', { 'README.md': 'Run `docker pull ghcr.io/lab/sleep`.' }, 'pass'],
    ['a team-mate’s image in a command', { 'README.md': '    docker run mate/other\n' }, 'pass'],
    [
      'a team-mate’s image that is spoken of',
      { 'README.md': 'Our image: https://hub.docker.com/r/mate/other' },
      'pass',
    ],
    ['a workflow', { 'README.md': 'Hello you.', '.github/workflows/a.yml': PUSHING }, 'pass'],
    [
      'a document that may tell it and was not read, since the README has steps of its own',
      {
        ...DOCKER,
        'README.md': '    pip install -r requirements.txt\n    python run.py\n\nSee [setup](docs/setup.md).\n',
        'docs/setup.md': { kind: 'file' },
      },
      'unknown',
    ],
    ['a workflow, without a README', { '.github/workflows/a.yml': PUSHING }, 'pass'],
    ['submission.json', { 'submission.json': '{"dockerhub-id": "mate/other"}' }, 'pass'],
    ['nothing that builds one', { 'README.md': 'We measure sleep.' }, 'not-applicable'],
    [
      'a container of an editor',
      { 'README.md': 'We measure sleep.', '.devcontainer/Dockerfile': '' },
      'not-applicable',
    ],
    ['one that is built locally', { ...DOCKER, 'README.md': '`docker build -t sleep .` and more' }, 'not-applicable'],
    ['no README', DOCKER, 'not-applicable'],
    ['a Dockerfile alone', { ...DOCKER, 'README.md': 'We measure sleep.' }, 'fail'],
    ['a Dockerfile in a folder', { 'docker/Dockerfile': 'FROM a/b\n', 'README.md': 'We measure sleep.' }, 'fail'],
    [
      'a workflow that pushes under a name it computes',
      {
        'README.md': 'We measure sleep.',
        '.github/workflows/a.yml': workflow(
          'uses: docker/build-push-action@v6\n        with: { push: true, tags: "${{ steps.a.outputs.b }}" }',
        ),
      },
      'fail',
    ],
    ['a tool', { ...DOCKER, 'README.md': 'Copy uv from ghcr.io/astral-sh/uv:0.5 as its docker guide says.' }, 'fail'],
    ['a service', { ...DOCKER, 'README.md': 'First `docker run --rm bitnami/postgresql`.' }, 'fail'],
    ['the base', { ...DOCKER, 'README.md': 'The image is based on https://hub.docker.com/r/mate/other.' }, 'fail'],
    [
      'a comment',
      { ...DOCKER, 'README.md': 'We measure.\n<!--\ndocker pull ghcr.io/lab/sleep\n-->\nSleep, that is.' },
      'fail',
    ],
    ['a placeholder', { ...DOCKER, 'README.md': '`docker push ghcr.io/<you>/sleep` it.' }, 'fail'],
  ])('%s', (_name, files, outcome) => {
    const finding = findingOf(readmeNamesTheImage, snapshotOf(files));
    expect(finding.outcome).toBe(outcome);
    if (outcome === 'fail') expect(finding.fix?.ways[0].paste).toBe('docker pull ghcr.io/lab/sleep');
  });

  test('what was not read may name it', () => {
    const files: Files = {
      ...DOCKER,
      'README.md': 'We measure sleep.',
      'submission.json': { unread: { kind: 'timeout' } },
    };
    expect(findingOf(readmeNamesTheImage, snapshotOf(files)).outcome).toBe('unknown');
  });
});
