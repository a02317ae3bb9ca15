import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import type { CodeFile } from '../model/code-file.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import type { CodeReading, Snapshot } from '../model/snapshot.ts';
import { read } from '../model/unread.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { runCheck } from './check.ts';
import { checkById } from './index.ts';

type Files = Record<string, TestFile>;
type Options = NonNullable<Parameters<typeof snapshotOf>[1]>;

const judged = (id: string, snapshot: Snapshot) => {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return runCheck(check, factsOf(snapshot), everyCheck.parameters);
};
const withReadme = (text: string, files: Files, options: Options = {}): Snapshot =>
  snapshotOf({ 'README.md': `# Sleep\n\nWe measure sleep.\n\n${text}\n`, ...files }, options);
const sh = (...lines: readonly string[]): string => `\`\`\`\n${lines.join('\n')}\n\`\`\``;

const TREE: Files = {
  'run.py': '',
  'src/train.py': '',
  'src/model/deep.py': '',
  'scripts/all.sh': '',
  'notebooks/Trends.ipynb': '',
  'requirements.txt': 'numpy==2.0.0\n',
  'environment.yml': 'name: sleep\ndependencies:\n  - python=3.11\n',
  'config/night.yaml': '',
  Makefile: 'all: run.py\n\tpython run.py\n',
  'app/package.json': '{"scripts": {"start": "node a.js"}}',
  'docker/Dockerfile': 'FROM python:3.12\n',
  'setup.py': '',
  vendor: { kind: 'submodule' },
};

const README_CHECKS = [
  'readme-commands-name-existing-files',
  'readme-commands-are-well-formed',
  'readme-activates-the-environment-it-creates',
  'readme-says-where-the-data-comes-from',
];

describe('readme-commands-name-existing-files', () => {
  const outcomeOf = (text: string, files: Files = {}, options: Options = {}) =>
    judged('readme-commands-name-existing-files', withReadme(text, { ...TREE, ...files }, options));

  test.each([
    ['a script', sh('python run.py all')],
    ['a requirements file and a script', sh('pip install -r requirements.txt', 'python src/train.py')],
    ['after a change of folders', sh('cd src', 'python train.py')],
    ['on one line', sh('cd src && python train.py')],
    ['up again', sh('cd src/model', 'cd ../..', 'python run.py')],
    ['pushd and popd', sh('pushd src', 'python train.py', 'popd', 'python run.py')],
    ['after words that lead to a folder', `After navigating to the src directory, train:\n\n${sh('python train.py')}`],
    ['in a folder that words tell', `In the \`src/model\` folder, run:\n\n${sh('python deep.py')}`],
    [
      'in a folder of a folder',
      `1. Navigate to the \`sleep/src\` directory.\n\n   ${sh('python train.py').replaceAll('\n', '\n   ')}`,
    ],
    ['a subshell', sh('(cd src && python train.py)', 'python run.py')],
    ['into what was just cloned', sh('git clone https://example.org/lab/sleep.git', 'cd sleep', 'python run.py')],
    ['into a clone with a stand-in', sh('git clone <address>', 'cd <folder>', 'python run.py')],
    ['into a folder of the clone', sh('git clone https://example.org/lab/sleep', 'cd sleep/src', 'python train.py')],
    ['into a clone of another name', sh('git clone https://example.org/lab/nights', 'cd nights', 'python run.py')],
    ['a heading leads back', `## A\n\n${sh('cd src')}\n\n## B\n\n${sh('python run.py')}`],
    ['another fence may be at the root', `${sh('cd src', 'python train.py')}\n\n${sh('python run.py')}`],
    ['a module', sh('python -m src.train')],
    ['a module of another folder', sh('cd src', 'python -m model.deep')],
    ['a notebook', sh('jupyter notebook notebooks/Trends.ipynb')],
    ['a spec', sh('conda env create -f environment.yml')],
    ['the usual spec', sh('conda env create', 'python run.py')],
    ['a config', sh('python run.py --config config/night.yaml')],
    ['a target', sh('make all')],
    ['a script of npm', sh('cd app', 'npm start')],
    ['a build', sh('docker build -f docker/Dockerfile -t sleep .')],
    ['a build of a folder', sh('docker build -t sleep docker')],
    ['the project itself', sh('pip install -e .')],
    ['a script with a dot', sh('./scripts/all.sh')],
    ['between backticks', 'Then `python run.py`.'],
    ['with a program in front', sh('sudo CUDA_VISIBLE_DEVICES=0 poetry run python run.py')],
    ['of Windows', sh('python src\\train.py')],
    ['a sentence that names a file', 'To run the models, run the run.py file.'],
    ['what a command before made', sh('jupytext --output a.py notebooks/Trends.ipynb', 'python a.py', 'python run.py')],
    ['what is downloaded', sh('wget https://example.org/tool.py', 'python tool.py', 'python run.py')],
    ['what is copied', sh('cp config/night.yaml my.yaml', 'python run.py --config my.yaml')],
    ['what is unpacked', sh('unzip a.zip', 'python other/a.py', 'python run.py')],
    ['what is redirected', sh('pip freeze > all.txt', 'pip install -r all.txt', 'python run.py')],
    ['a submodule', sh('python vendor/deep/a.py', 'python run.py')],
    ['an environment', sh('python -m venv env', 'source env/bin/activate', 'python run.py')],
  ])('passes: %s', (_name, text) => {
    const finding = outcomeOf(text);
    expect(finding).toMatchObject({ outcome: 'pass' });
    expect(finding.evidence.length).toBeGreaterThan(0);
  });

  test.each([
    ['a misspelt script', sh('python src/trian.py'), 'Did you mean src/train.py?'],
    ['a script in a folder', sh('python train.py'), 'Did you mean src/train.py?'],
    ['a script that is nowhere', sh('python everything.py'), 'everything.py is not there'],
    ['a letter’s case', sh('python src/Train.py'), 'works on a Mac and fails on Linux'],
    ['a spec in a folder', sh('conda env create -f src/environment.yml'), 'Did you mean environment.yml?'],
    ['a list', sh('pip install -r references/requirements.txt'), 'Did you mean requirements.txt?'],
    ['after a change of folders', sh('cd src', 'python deep.py'), '(as src/deep.py)'],
    ['a folder in other letters', sh('cd SRC', 'python train.py'), 'The folder SRC'],
    ['a folder of a folder', sh('cd src/modle'), 'The folder src/modle'],
    ['a module', sh('python -m src.tarin'), 'The module src.tarin'],
    ['a target', sh('make paper'), 'Makefile has no target paper'],
    ['a script of npm', sh('cd app', 'npm run build'), 'app/package.json has no script build'],
    ['a config', sh('python run.py --config=conf/day.yaml'), 'The config conf/day.yaml'],
    ['a Dockerfile', sh('docker build -t sleep .'), 'The Dockerfile Dockerfile'],
    ['a context', sh('docker build -f docker/Dockerfile -t sleep image'), 'The build context image'],
    ['a notebook', sh('jupyter lab notebooks/trends.ipynb'), 'There is notebooks/Trends.ipynb'],
    ['between backticks', 'Then `python main.py`.', 'The script main.py'],
    ['compose', sh('docker compose up'), 'The build file compose.yaml'],
    ['R', sh('Rscript -e "rmarkdown::render(\'doc/report.Rmd\')"'), 'The script doc/report.Rmd'],
  ])('fails: %s', (_name, text, words) => {
    const finding = outcomeOf(text);
    expect(finding.summary).toContain(words);
    expect(finding).toMatchObject({ outcome: 'fail', evidence: [{ kind: 'line', path: 'README.md' }] });
  });

  test('the fix is the line with the path that is there', () => {
    expect(outcomeOf(sh('python ./train.py --all')).fix?.ways[0].paste).toBe('python ./src/train.py --all');
    expect(outcomeOf(sh('docker build -t sleep .')).fix?.ways[0].paste).toBe(
      'docker build -f docker/Dockerfile -t sleep .',
    );
    expect(outcomeOf(sh('cd src', 'python deep.py')).fix?.ways[0].paste).toBeNull();
  });

  test.each([
    ['nothing', 'We sleep.'],
    ['what stands in for a name', sh('python your_script.py', 'python <script>.py', 'pip install -r path/to/a.txt')],
    ['a variable', sh('python $HOME/a.py', 'python {name}.py', 'python ...')],
    ['what is elsewhere', sh('python /opt/a.py', 'python ~/a.py', 'bash C:\\a.sh', 'pip install -r https://a.b/c.txt')],
    ['activation', sh('source activate sleep', 'source ~/.bashrc', 'source /opt/conda/bin/activate')],
    ['a container', sh('docker run -it lab/sleep bash', 'python inside.py')],
    [
      'a program of another project',
      sh('git clone https://example.org/other/tool', 'cd tool', 'python setup.py install'),
    ],
    ['somebody’s home', sh('cd ~/work', 'python a.py')],
    ['a folder that is not told', sh('cd ..', 'python a.py')],
    ['a drawn tree', sh('sleep', '├── gone.py', '└── b.py')],
    ['“make sure” in a sentence', 'Please make sure that decisions are made; then make informed decisions.'],
    ['what must not be run', 'Do not run `python old.py`.'],
    ['another’s module', sh('python -m http.server', 'python -m spacy download en')],
    ['the usual file of a tool, which it names not', sh('poetry install')],
  ])('does not apply: %s', (_name, text) => {
    expect(outcomeOf(text, { 'pyproject.toml': '' })).toMatchObject({ outcome: 'not-applicable', fix: null });
  });

  test.each([
    ['a sentence', 'Then run python gone.py to see `python run.py`.', 'it stands in a sentence'],
    [
      'an offer',
      'You can add your own and use `pip install -r mine.txt` or `python run.py`.',
      'it stands in a sentence',
    ],
    [
      'a folder that the words name',
      `The scripts are in the src folder.\n\n${sh('python train.py')}\n\n\`python run.py\``,
      'lies in another folder',
    ],
    [
      'a folder that a later line goes to',
      `${sh('python train.py')}\n\n${sh('cd src', 'python train.py')}`,
      'lies in another folder',
    ],
    [
      'a folder gone to before',
      `## A\n\n${sh('cd src')}\n\n## B\n\n${sh('python train.py', 'python run.py')}`,
      'seen from another folder',
    ],
    ['a config that the program finds', sh('python run.py --config night.yaml'), 'which the program may know'],
    [
      'another repository',
      `Do this in their repository:\n\n${sh('python gone.py')}\n\n\`python run.py\``,
      'another repository',
    ],
    ['what .gitignore names', sh('python run.py --config secret.yaml'), '.gitignore names it'],
  ])('is a note: %s', (_name, text, words) => {
    const finding = outcomeOf(text, { '.gitignore': 'secret.yaml\n' });
    expect(finding).toMatchObject({ outcome: 'pass' });
    expect(finding.notes.join(' ')).toContain(words);
  });

  test('a document that the README leads to stands in its own folder', () => {
    const files = { 'docs/setup.md': `# Setup\n\n${sh('python make.py', 'python gone.py')}`, 'docs/make.py': '' };
    const finding = outcomeOf('See [how to run it](docs/setup.md).', files);
    expect(finding).toMatchObject({ outcome: 'fail', evidence: [{ path: 'docs/setup.md', line: 5 }] });
    expect(finding.summary).toContain('gone.py');
  });

  test('what is not listed is not missing', () => {
    expect(outcomeOf(sh('python gone.py'), {}, { unreadFolders: [''] })).toMatchObject({
      outcome: 'unknown',
      why: { kind: 'truncated' },
    });
    expect(outcomeOf(sh('python run.py'), {}, { unreadFolders: [''] }).outcome).toBe('pass');
  });

  test('without a README there is nothing to judge', () => {
    expect(judged('readme-commands-name-existing-files', snapshotOf(TREE)).outcome).toBe('not-applicable');
  });
});

describe('words that lead to a folder', () => {
  const outcomeOf = (text: string) => {
    const { outcome, notes } = judged('readme-commands-name-existing-files', withReadme(text, TREE));
    return [outcome, notes.length];
  };
  test.each<[string, string, string, number]>([
    ['one that is not there', `Go to the demo folder:\n\n${sh('python train.py')}`, 'not-applicable', 1],
    [
      'the same, with a command at the root',
      `Go to the demo folder:\n\n${sh('python run.py', 'python train.py')}`,
      'fail',
      0,
    ],
    ['the project’s own', `Navigate to the project folder:\n\n${sh('python train.py')}`, 'fail', 0],
    ['one without the file', `Navigate to the src folder:\n\n${sh('python night.py')}`, 'fail', 0],
    ['another section', `Navigate to the src folder.\n\n## Later\n\n${sh('python night.py')}`, 'fail', 0],
  ])('%s', (_name, text, outcome, notes) => {
    expect(outcomeOf(text)).toEqual([outcome, notes]);
  });
});

describe('readme-commands-are-well-formed', () => {
  const outcomeOf = (line: string, files: Files = {}) =>
    judged('readme-commands-are-well-formed', withReadme(sh(line), files));

  test.each([
    ['a long dash', 'conda create –n sleep python=3.11', 'conda create -n sleep python=3.11'],
    ['a long dash of a long option', 'pip install —upgrade numpy', 'pip install --upgrade numpy'],
    ['a dash and a long one', 'pip install -–user numpy', 'pip install --user numpy'],
    ['curly quotes', 'pip install “pandas>=2”', 'pip install "pandas>=2"'],
    ['an unquoted comparison', 'pip install pandas>=2.0 numpy', 'pip install "pandas>=2.0" numpy'],
    ['with blanks', 'pip install pandas >= 2.0', 'pip install "pandas>=2.0"'],
    ['two bounds', 'conda install pandas>=2.0,<3', 'conda install "pandas>=2.0,<3"'],
    ['in a notebook', '!pip install torch<2.1', 'pip install "torch<2.1"'],
    ['no context', 'docker build -t sleep', 'docker build -t sleep .'],
    ['capitals of an image', 'docker build -f ./Sleep -t Sleep:V1 .', 'docker build -f ./Sleep -t sleep:V1 .'],
    ['capitals of a pulled image', 'docker pull ghcr.io/Lab/sleep', 'docker pull ghcr.io/lab/sleep'],
    [
      'a single dash',
      'docker build - platform linux/amd64 -t sleep .',
      'docker build --platform linux/amd64 -t sleep .',
    ],
    ['one dash for two', 'docker build -platform=linux/amd64 .', 'docker build --platform=linux/amd64 .'],
    ['a parted option', 'conda install numpy -- yes', 'conda install numpy --yes'],
    ['a list without its option', 'pip install requirements.txt', 'pip install -r requirements.txt'],
    ['a policy in small letters', 'launch.sh -i lab/sleep -P always', 'launch.sh -i lab/sleep -P Always'],
    ['an option that is none', 'launch.sh --image lab/sleep -m 8', 'launch.sh -i lab/sleep -m 8'],
  ])('fails: %s', (_name, line, corrected) => {
    const finding = outcomeOf(line);
    expect(finding).toMatchObject({ outcome: 'fail', evidence: [{ kind: 'line', path: 'README.md', line: 6 }] });
    expect(finding.fix?.ways[0].paste).toBe(corrected);
    // What is pasted is whole.
    expect(outcomeOf(corrected).outcome).toBe('pass');
  });

  test('the same fault on two lines is shown on both, and corrected once', () => {
    const { evidence, fix } = outcomeOf('docker build -t sleep\ndocker build -t sleep');
    expect(evidence.flatMap((item) => (item.kind === 'line' ? [item.line] : []))).toEqual([6, 7]);
    expect(fix?.ways[0].paste).toBe('docker build -t sleep .');
  });

  test.each([
    ['quoted', 'pip install "pandas>=2.0" \'numpy<2\''],
    ['pinned', 'pip install pandas==2.0 numpy~=2.0'],
    ['a stand-in', 'pip install <package>'],
    ['a redirection', 'pip freeze > requirements.txt'],
    ['a context', 'docker build -t sleep:V1 .'],
    ['a text as a context', 'docker build -t sleep - < Dockerfile'],
    ['the name of a command alone', 'docker build'],
    ['a stand-in for an image', 'docker pull ghcr.io/OWNER/IMAGE'],
    ['a stand-in with a variable', 'docker run $IMAGE'],
    ['a dash in a comment', 'pip install numpy # fast – really'],
    ['a message in quotes', 'git commit -m "it’s “done”"'],
    ['what follows two dashes', 'docker run lab/sleep -- name'],
    ['letters in a row', 'docker run -it -p 8888:8888 lab/sleep'],
    ['a launch', 'launch.sh -i lab/sleep -P Always -c 4 -- sleep 10'],
    ['a dash for a pipe', 'docker load - platform'.replace(' - platform', ' -i a.tar')],
  ])('passes: %s', (_name, line) => {
    expect(outcomeOf(line)).toMatchObject({ outcome: 'pass', fix: null });
  });

  test.each([
    ['a sentence', 'We write it – as pip does – with care.'],
    ['R', sh('install.packages("a") # b –c')],
  ])('does not apply: %s', (_name, text) => {
    expect(judged('readme-commands-are-well-formed', withReadme(text, {})).outcome).toBe('not-applicable');
  });

  test('a script of its own has its own options', () => {
    expect(outcomeOf('./launch.sh --image a', { 'launch.sh': '' }).outcome).toBe('pass');
  });
});

describe('readme-activates-the-environment-it-creates', () => {
  const id = 'readme-activates-the-environment-it-creates';
  const YML = {
    'environment.yml': 'name: sleep\ndependencies:\n  - python=3.11\n',
    'lab/r.yml': 'name: r\ndependencies: [r-base]\n',
  };

  test.each<[string, Files, ...string[]]>([
    ['by name', {}, 'conda create -n sleep python=3.11', 'conda activate sleep'],
    ['by the file’s name', YML, 'conda env create -f environment.yml', 'conda activate sleep'],
    ['the usual file', YML, 'conda env create', 'source activate sleep'],
    ['a file of a folder', YML, 'cd lab', 'mamba env create --file=r.yml', 'mamba activate r'],
    ['a name that overrules', YML, 'conda env create -n nights -f environment.yml', 'conda activate nights'],
    ['the file’s name without a command', YML, 'conda activate sleep'],
    ['a prefix', {}, 'conda create -p ./env python=3.11', 'conda activate ./env'],
    ['one of Python’s own', {}, 'python3 -m venv .venv', 'source .venv/bin/activate'],
    ['of Windows', {}, 'python -m venv env', 'env\\Scripts\\activate'],
    ['uv', {}, 'uv venv', 'source .venv/bin/activate'],
    [
      'several',
      {},
      'conda create -n a python=3.1',
      'conda create -n b python=3.1',
      'conda activate b',
      'conda activate a',
    ],
    ['a file that is not there: another check’s fault', {}, 'conda env create -f gone.yml', 'conda activate x'],
    ['a long dash', {}, 'conda create –n sleep python=3.11', 'conda activate sleep'],
  ])('passes: %s', (_name, files, ...lines) => {
    expect(judged(id, withReadme(sh(...lines), files))).toMatchObject({ outcome: 'pass', fix: null });
  });

  test.each<[string, Files, string | null, ...string[]]>([
    ['another name', {}, 'conda activate sleep', 'conda create -n sleep python=3.11', 'conda activate sleep-env'],
    ['not the file’s', YML, 'conda activate sleep', 'conda env create -f environment.yml', 'conda activate nights'],
    ['not the file’s, without a command', YML, 'conda activate sleep', 'conda activate nights'],
    ['another folder', {}, 'source .venv/bin/activate', 'python -m venv .venv', 'source env/bin/activate'],
    ['one that nothing creates', {}, null, 'source venv/bin/activate'],
    ['one that no file describes', {}, null, 'conda activate microbes-2022.11'],
  ])('fails: %s', (_name, files, corrected, ...lines) => {
    const finding = judged(id, withReadme(sh(...lines), files));
    expect(finding).toMatchObject({
      outcome: 'fail',
      evidence: [{ kind: 'line', line: 5 + lines.length }, ...finding.evidence.slice(1)],
    });
    expect(finding.fix?.ways[0].paste ?? null).toBe(corrected);
  });

  test.each([
    ['nothing', sh('python run.py')],
    ['base', sh('conda activate base')],
    ['a stand-in', sh('conda activate <name>', 'conda activate ENV_NAME', 'conda activate your_env')],
    ['a folder elsewhere', sh('source ~/envs/a/bin/activate')],
    ['created in words', `Create a virtual environment first.\n\n${sh('source venv/bin/activate')}`],
    ['created by a script', sh('make environment', 'conda activate sleep')],
  ])('does not apply: %s', (_name, text) => {
    expect(judged(id, withReadme(text, {}))).toMatchObject({ outcome: 'not-applicable' });
  });

  test('a file that was not read leaves it open', () => {
    const files = { 'environment.yml': { unread: { kind: 'timeout' } } } as const;
    const snapshot = withReadme(sh('conda env create -f environment.yml', 'conda activate a'), files);
    expect(judged(id, snapshot).outcome).not.toBe('fail');
  });
});

describe('readme-says-where-the-data-comes-from', () => {
  const id = 'readme-says-where-the-data-comes-from';
  const codeOf = (...opened: readonly string[]): readonly CodeReading[] => codeWith(opened, []);
  const codeWith = (
    opened: readonly string[],
    writtenFiles: readonly string[],
    path = 'run.py',
    id = 'a'.repeat(40),
  ): readonly CodeReading[] => {
    const mentions = opened.map((value, index) => ({ value, line: index + 1, cell: null, quote: `read("${value}")` }));
    const file: CodeFile = {
      imports: [],
      installs: [],
      machinePaths: [],
      harmlessPaths: [],
      openedFiles: mentions,
      writtenFiles,
      problem: null,
    };
    return [{ path, id, reading: read(file) }];
  };
  const TREE_WITH_DATA: Files = { 'run.py': '', 'data/nights.csv': '' };

  test.each([
    ['a download', sh('wget https://example.org/nights.csv')],
    ['a tool', sh('kaggle datasets download -d lab/nights')],
    ['dvc', sh('dvc pull')],
    ['a script that downloads it', sh('python src/download_data.py')],
    ['an address that its own script takes', sh('python read.py --link=https://example.org/a.csv')],
    ['a step of its own', sh('python run.py data')],
    ['a comment in a fence', sh('# download and extract data', 'python read.py')],
    ['a link of the file system', 'The data folder is a symbolic link to the server of the lab.'],
    ['whom to ask', 'The data are confidential.'],
    ['a paper', 'We analyse the data presented in Doe et al.'],
    ['a library', sh('ds = load_dataset("lab/nights")')],
    ['a link', 'The data are on [a server](https://example.org/nights).'],
    ['a host of data', 'See https://www.kaggle.com/lab/nights for more.'],
    ['a section', '## Data\n\nEach night has one row with eight columns.'],
    ['a sentence', 'The recordings were collected from forty volunteers.'],
    ['a sentence with a name', 'Built with the MIMIC-IV clinical data and a forest.'],
  ])('passes: %s', (_name, text) => {
    const finding = judged(id, withReadme(text, { 'run.py': '' }, { code: codeOf('gone.csv') }));
    expect(finding).toMatchObject({ outcome: 'pass', evidence: [{ kind: 'line', path: 'README.md' }] });
  });

  test('passes: what the code opens is there', () => {
    const finding = judged(
      id,
      withReadme('We sleep.', TREE_WITH_DATA, { code: codeOf('data/nights.csv', '../nights.csv') }),
    );
    expect(finding).toMatchObject({ outcome: 'pass', evidence: [{ path: 'run.py', line: 1 }] });
  });

  test.each([
    ['nothing', 'We sleep.'],
    ['data science', 'A project of data science, with data analysis and data visualization.'],
    ['an installer', sh('curl -LsSf https://example.org/uv/install.sh | sh')],
    ['a server of its own', sh('curl http://localhost:80/data')],
    ['a poster', '[Poster](https://drive.google.com/file/d/1/view)'],
    ['a badge', '![badge](https://zenodo.org/badge/1.svg)'],
  ])('fails: %s', (_name, text) => {
    const finding = judged(id, withReadme(text, TREE_WITH_DATA, { code: codeOf('data/nights.csv', 'data/days.csv') }));
    expect(finding).toMatchObject({ outcome: 'fail', evidence: [{ path: 'run.py', line: 2 }] });
    expect(finding.fix?.ways[0].paste).toContain('## Data\n\nDownload data/days.csv');
  });

  test.each<[string, Files, readonly CodeReading[], string]>([
    ['code that was not looked at', { 'run.py': '' }, [], 'unknown'],
    ['code that opens nothing', { 'run.py': '' }, codeOf(), 'not-applicable'],
    ['code that opens addresses', { 'run.py': '' }, codeOf('https://example.org/a.csv'), 'not-applicable'],
    ['no code', { 'notes.txt': '' }, [], 'not-applicable'],
    [
      'paths of one machine',
      { 'run.py': '' },
      codeOf('/home/ada/a.csv', 'C:\\\\a.csv', 'drive/MyDrive/a.csv'),
      'not-applicable',
    ],
    ['one of them beside data', TREE_WITH_DATA, codeOf('/home/ada/a.csv', 'nights.csv'), 'pass'],
    ['what its code writes', { 'run.py': '' }, codeWith(['out/a.csv'], ['a.csv']), 'not-applicable'],
    [
      'what its code writes by a pattern',
      { 'run.py': '' },
      codeWith(['out/night_1.csv'], ['night_*.csv']),
      'not-applicable',
    ],
    ['another pattern', { 'run.py': '' }, codeWith(['out/day_1.csv'], ['night_*.csv']), 'fail'],
    ['what is packed', { 'run.py': '', 'data/a.zip': '' }, codeOf('data/a.csv'), 'pass'],
    ['what DVC has', { 'run.py': '', 'data/a.csv.dvc': '' }, codeOf('data/a.csv'), 'pass'],
    ['a model', { 'run.py': '' }, codeOf('best_model.pkl', 'net.pt'), 'not-applicable'],
    ['a stand-in', { 'run.py': '' }, codeOf('path/to/a.csv'), 'not-applicable'],
    ['a test', { 'tests/a.py': '' }, codeWith(['gone.csv'], [], 'tests/a.py'), 'not-applicable'],
    [
      'code with a README of its own',
      { 'plots/README.md': '', 'plots/a.py': '' },
      codeWith(['gone.csv'], [], 'plots/a.py'),
      'unknown',
    ],
    ['code of which some was not looked at', { 'run.py': '', 'more.py': '' }, codeOf('gone.csv'), 'unknown'],
  ])('%s', (_name, files, code, outcome) => {
    const finding = judged(id, withReadme('We sleep.', files, { code }));
    expect(finding.outcome).toBe(outcome);
    if (outcome === 'unknown') expect(finding.why?.kind).toBe('not-asked');
  });
});

describe('hostile READMEs are judged in time', () => {
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`src/f${index}/train${index}.py`, '']));
  test.each([
    ['scripts that are not there', 'python gone.py\n'],
    ['scripts like many', 'python train.py\n'],
    ['changes of folders', 'cd src/f1\ncd ../f2\n'],
    ['folders that are not there', 'cd src/gone\n'],
    ['what is made', 'mkdir -p a/b/c && cp x y > z\n'],
    ['dashes', 'pip install –n '],
    ['comparisons', 'pip install a>=1, <2 a[ '],
    ['quotes', 'pip install "“\'a'],
    ['words of data', 'use data from '],
    ['targets', 'make -C a b\n'],
    ['activations', 'conda activate a\nsource b/bin/activate\n'],
    ['deep paths', 'python a/'],
    ['brackets', '(cd a && '],
  ])('%s', (_name, piece) => {
    const whole = piece.repeat(Math.floor(200_000 / piece.length));
    for (const text of [sh(whole), whole]) {
      const snapshot = snapshotOf({ ...many, 'README.md': text, '.gitignore': '**/*a*b*\n'.repeat(500) });
      const begin = performance.now();
      for (const id of README_CHECKS) judged(id, snapshot);
      expect(performance.now() - begin).toBeLessThan(6_000);
    }
  });
});

describe('the section that is offered', () => {
  const FILES: Files = {
    'run.py': '',
    'environment.yml': 'name: sleep\ndependencies:\n  - python=3.11\n',
    'submission.json': '{"image": "ghcr.io/lab/sleep:1"}',
  };
  const pasteOf = (id: string, snapshot: Snapshot) => judged(id, snapshot).fix?.ways[0].paste ?? null;
  const CHECKS = [
    'readme-exists',
    'readme-says-how-to-run',
    'readme-says-how-to-recreate-the-environment',
    'readme-commands-name-existing-files',
    'readme-commands-are-well-formed',
    'readme-activates-the-environment-it-creates',
  ];

  test('makes a README that its own checks accept', () => {
    const paste = pasteOf('readme-exists', snapshotOf(FILES));
    expect(paste).toContain('conda env create -f environment.yml\n    conda activate sleep');
    expect(paste).toContain('docker pull ghcr.io/lab/sleep:1');
    expect(paste).toContain('python run.py');
    const mended = snapshotOf({ ...FILES, 'README.md': paste ?? '' });
    expect(CHECKS.map((id) => judged(id, mended).outcome)).toEqual(CHECKS.map(() => 'pass'));
  });

  test.each<[string, Files]>([
    ['pip and a notebook', { 'a b.ipynb': '', 'requirements.txt': 'numpy==2.0.0\n' }],
    ['make and uv', { Makefile: 'all:\n\ttrue\n', 'pyproject.toml': '', 'uv.lock': '', 'a.py': '' }],
    ['R', { 'main.R': '', 'renv.lock': '{}' }],
    ['Docker', { 'main.sh': '', Dockerfile: 'FROM python:3.12\n' }],
    ['a package', { 'setup.py': 'setup()', 'main.py': '' }],
  ])('sections added to a README that lacks both: %s', (_name, files) => {
    const before = snapshotOf({ ...files, 'README.md': 'We measure sleep here.\n' });
    const pastes = CHECKS.slice(1, 3).map((id) => pasteOf(id, before));
    const mended = snapshotOf({ ...files, 'README.md': `We measure sleep here.\n\n${pastes.join('\n\n')}\n` });
    expect(pastes).not.toContain(null);
    expect(CHECKS.slice(0, 3).map((id) => judged(id, mended).outcome)).toEqual(['pass', 'pass', 'pass']);
    expect(['pass', 'not-applicable']).toContain(judged('readme-commands-name-existing-files', mended).outcome);
  });
});
