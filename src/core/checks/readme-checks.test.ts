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
  test.each<[string, Files, string]>([
    ['a pull', { 'README.md': 'Run `docker pull ghcr.io/lab/sleep`.' }, 'pass'],
    ['a team-mate’s image in a command', { 'README.md': '    docker run mate/other\n' }, 'pass'],
    [
      'a team-mate’s image that is spoken of',
      { 'README.md': 'Our image: https://hub.docker.com/r/mate/other' },
      'pass',
    ],
    [
      'a workflow',
      { 'README.md': 'Hello you.', '.github/workflows/a.yml': '- run: docker push ghcr.io/lab/sleep\n' },
      'pass',
    ],
    ['a workflow, without a README', { '.github/workflows/a.yml': '- run: docker push ghcr.io/lab/sleep\n' }, 'pass'],
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
        '.github/workflows/a.yml': 'uses: docker/build-push-action@v6\ntags: ${{ steps.a.outputs.b }}\n',
      },
      'fail',
    ],
    ['a tool', { ...DOCKER, 'README.md': 'Copy uv from ghcr.io/astral-sh/uv:0.5 as its docker guide says.' }, 'fail'],
    ['a service', { ...DOCKER, 'README.md': 'First `docker run --rm bitnami/postgresql`.' }, 'fail'],
    ['the base', { ...DOCKER, 'README.md': 'The image is based on https://hub.docker.com/r/mate/other.' }, 'fail'],
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
