import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import type { Finding } from '../model/finding.ts';
import { imageOf, snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { judge } from '../report/judge.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { runCheck } from './check.ts';
import { checkById, checks } from './index.ts';

type Files = Readonly<Record<string, TestFile>>;

function findingOf(id: string, given: Files | Snapshot): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  const snapshot = 'version' in given ? (given as Snapshot) : snapshotOf(given as Files);
  return runCheck(check, factsOf(snapshot), everyCheck.parameters);
}

/** Outcome, and for a verdict the evidence that every one of them carries. */
function outcomeOf(id: string, files: Files): string {
  const finding = findingOf(id, files);
  if (finding.outcome === 'pass' || finding.outcome === 'fail') expect(finding.evidence).not.toEqual([]);
  if (finding.outcome === 'fail') expect(finding.fix).not.toBeNull();
  return finding.outcome;
}

const CODE = { 'run.py': 'import numpy\n' };
const yml = (...entries: readonly string[]) =>
  `name: a\ndependencies:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;
const withPip = (...entries: readonly string[]) =>
  yml('python=3.11', 'pip', `pip:\n${entries.map((entry) => `    - ${entry}\n`).join('')}`);

describe('environment-is-declared', () => {
  test.each<[string, Files, string]>([
    ['environment.yml', { ...CODE, 'environment.yml': yml('python=3.11') }, 'pass'],
    ['a misspelt name', { ...CODE, 'enviroment.yml': yml('python=3.11') }, 'pass'],
    [
      'a free name that a command tells',
      { ...CODE, 'README.md': '`conda env create -f lab/x.yml`', 'lab/x.yml': yml('numpy') },
      'pass',
    ],
    [
      'a free name in a workflow',
      { ...CODE, '.github/workflows/t.yml': 'environment-file: ci/x.yml', 'ci/x.yml': yml('numpy') },
      'pass',
    ],
    ['requirements.txt', { ...CODE, 'requirements.txt': 'numpy\n' }, 'pass'],
    ['a misspelt requirements file', { ...CODE, 'requirments.txt': 'numpy\n' }, 'pass'],
    ['a folder of requirements', { ...CODE, 'requirements/base.txt': 'numpy\n' }, 'pass'],
    ['pyproject.toml', { ...CODE, 'pyproject.toml': '[project]\ndependencies = ["numpy"]\n' }, 'pass'],
    ['a file for one system', { ...CODE, 'environment.linux-64.yml': yml('numpy') }, 'pass'],
    ['capitals', { ...CODE, 'Environment.yml': yml('numpy') }, 'pass'],
    ['settings of that name', { ...CODE, 'environment.prod.yml': 'debug: false\n' }, 'fail'],
    ['a lock for pip', { ...CODE, 'requirements.lock': 'numpy==1.26.4\n' }, 'pass'],
    [
      'a lock of another name that the README installs',
      { ...CODE, 'README.md': '`pip install -r all.lock`', 'all.lock': 'numpy==1.26.4\n' },
      'pass',
    ],
    ['Maven', { 'src/A.java': '', 'pom.xml': '<project/>' }, 'pass'],
    ['Gradle', { 'src/A.kt': '', 'build.gradle.kts': 'plugins { }' }, 'pass'],
    ['Nix', { ...CODE, 'flake.nix': '{ }' }, 'pass'],
    ['CMake', { 'src/a.cpp': '', 'CMakeLists.txt': 'find_package(Eigen3)\n' }, 'pass'],
    ['a merge conflict', { ...CODE, 'requirements.txt': '<<<<<<< a\na==1\n=======\na==2\n>>>>>>> b\n' }, 'pass'],
    ['a script that may list its packages', { ...CODE, 'README.md': '    uv run --no-cache run.py 3' }, 'unknown'],
    ['a script that is not there', { ...CODE, 'README.md': '    uv run other.py' }, 'fail'],
    ['MATLAB alone', { 'a.m': '', 'lib/b.m': '' }, 'unknown'],
    ['Stata, with a command', { 'a.do': '', 'README.md': '`ssc install estout`' }, 'unknown'],
    ['a script in an editor of uv’s', { ...CODE, 'README.md': '`uvx marimo edit --sandbox run.py`' }, 'unknown'],
    ['MATLAB and Python', { ...CODE, 'a.m': '' }, 'fail'],
    ['commands for R in the README', { 'a.R': '', 'README.md': "`install.packages('dplyr')`" }, 'fail'],
    ['notes on a Dockerfile', { ...CODE, 'dockerfile_notes.txt': 'How we build it.' }, 'fail'],
    ['pixi.toml', { ...CODE, 'pixi.toml': '[workspace]\nname = "a"\n' }, 'pass'],
    ['setup.py', { ...CODE, 'setup.py': 'from setuptools import setup\nsetup(name="a")\n' }, 'pass'],
    ['libraries.R', { 'run.R': '', 'libraries.R': "install.packages('dplyr')\n" }, 'pass'],
    ['renv.lock', { 'run.R': '', 'renv.lock': '{ }' }, 'pass'],
    ['package.json with a lock', { 'a.js': '', 'package.json': '{ }', 'package-lock.json': '{ }' }, 'pass'],
    ['a Dockerfile', { ...CODE, 'docker/Dockerfile': 'FROM python:3.11\n' }, 'pass'],
    ['an explicit list', { ...CODE, 'environment.txt': '@EXPLICIT\nhttps://example.org/noarch/a-1-0.conda\n' }, 'pass'],
    ['an image of a fixed version', { ...CODE, 'README.md': '`docker run ghcr.io/lab/a:1.2`' }, 'pass'],
    ['an image of a moving version', { ...CODE, 'README.md': '`docker run ghcr.io/lab/a:latest`' }, 'fail'],
    ['nothing', CODE, 'fail'],
    ['an empty requirements.txt', { ...CODE, 'requirements.txt': '' }, 'fail'],
    ['prose', { ...CODE, 'requirements.txt': 'Please install:\n* git\n* make\n' }, 'fail'],
    ['settings of a linter', { ...CODE, 'pyproject.toml': '[tool.ruff]\n' }, 'fail'],
    ['another setup.py', { ...CODE, 'setup.py': 'print("hello")\n' }, 'fail'],
    ['package.json without a lock', { 'a.js': '', 'package.json': '{ }' }, 'fail'],
    ['what a tracking tool wrote', { ...CODE, 'mlruns/0/conda.yaml': yml('numpy') }, 'fail'],
    ['a checkpoint', { ...CODE, '.ipynb_checkpoints/requirements-checkpoint.txt': 'numpy\n' }, 'fail'],
    [
      'a project put in whole',
      { ...CODE, 'lib/README.md': 'x', 'lib/LICENSE': '', 'lib/requirements.txt': 'a\n' },
      'fail',
    ],
    ['any YAML that a README names', { ...CODE, 'README.md': 'Edit config.yaml', 'config.yaml': 'a: 1\n' }, 'fail'],
    ['documents alone', { 'README.md': 'Notes', 'notes.md': '' }, 'not-applicable'],
    ['a spec that could not be read', { ...CODE, 'requirements.txt': { unread: { kind: 'timeout' } } }, 'unknown'],
    ['a README that could not be read', { ...CODE, 'README.md': { unread: { kind: 'timeout' } } }, 'unknown'],
  ])('%s', (_name, files, outcome) => {
    expect(outcomeOf('environment-is-declared', files)).toBe(outcome);
  });

  test.each([
    ['the file', CODE],
    ['the code', { 'README.md': 'Notes' }],
  ])('a part that is not listed may hold it: %s', (_name, files) => {
    expect(findingOf('environment-is-declared', snapshotOf(files, { unreadFolders: ['src'] })).outcome).toBe('unknown');
  });

  test('of two Dockerfiles the one that the README builds counts', () => {
    const files = { ...CODE, 'docker/Dockerfile.cpu': 'FROM a\n', 'docker/Dockerfile.gpu': 'FROM a\n' };
    const readme = '`docker build -f docker/Dockerfile.gpu .`';
    const { summary } = findingOf('environment-is-declared', snapshotOf({ ...files, 'README.md': readme }));
    expect(summary).toBe('The environment is declared in docker/Dockerfile.gpu.');
  });

  test('an image that the registry refuses declares nothing', () => {
    const images = [
      imageOf(
        'lab/a',
        { kind: 'refused', likely: null },
        { reference: { registry: 'ghcr.io', path: 'lab/a', tag: '1.2', digest: null } },
      ),
    ];
    const snapshot = snapshotOf({ ...CODE, 'README.md': '`docker run ghcr.io/lab/a:1.2`' }, { images });
    expect(findingOf('environment-is-declared', snapshot)).toMatchObject({
      outcome: 'fail',
      summary: 'No file declares the environment.',
    });
  });

  test('a moving image instead of a file weighs as a tip, whatever the rubric says', () => {
    const rubric = {
      ...everyCheck,
      rows: [{ id: 'a', statement: 'a', checks: [{ check: 'environment-is-declared', level: 'required' as const }] }],
    };
    const levelOf = (readme: string) =>
      judge(snapshotOf({ ...CODE, 'README.md': readme }), rubric, { rubricHash: '', version: '', checks }).findings[0]
        ?.level;
    expect(levelOf('`docker pull lab/a`')).toBe('recommended');
    expect(levelOf("`install.packages('dplyr')`")).toBe('recommended');
    expect(levelOf('Run it.')).toBe('required');
  });

  test('names the judged one and the others', () => {
    const finding = findingOf('environment-is-declared', {
      ...CODE,
      'requirements.txt': 'a\n',
      'environment.yml': yml('a'),
      Dockerfile: 'FROM a\n',
    });
    expect(finding).toMatchObject({
      summary: 'The environment is declared in environment.yml.',
      notes: ['environment.yml comes first; requirements.txt, Dockerfile declare one too.'],
    });
  });
});

describe('which spec is judged', () => {
  const OPEN = 'numpy\n';
  test.each<[string, Files, string]>([
    ['conda before pip', { 'environment.yml': yml('a'), 'requirements.txt': OPEN }, 'environment.yml'],
    ['root before folder', { 'a/environment.yml': yml('a'), 'requirements.txt': OPEN }, 'requirements.txt'],
    [
      'named by the README before root',
      { 'README.md': '`pip install -r a/requirements.txt`', 'a/requirements.txt': OPEN, 'environment.yml': yml('a') },
      'a/requirements.txt',
    ],
    [
      'installed by the Dockerfile before root',
      { Dockerfile: 'FROM a\nRUN pip install -r /tmp/gpu.txt\n', 'docker/gpu.txt': OPEN, 'requirements.txt': OPEN },
      'docker/gpu.txt',
    ],
    [
      'for everybody before for developers',
      { 'requirements-dev.txt': OPEN, 'requirements_pip.txt': OPEN },
      'requirements_pip.txt',
    ],
    [
      'a name that stands twice is nobody’s',
      { 'README.md': '`pip install -r r.txt`', 'a/r.txt': OPEN, 'b/r.txt': OPEN, 'requirements.txt': OPEN },
      'requirements.txt',
    ],
  ])('%s', (_name, files, path) => {
    expect(findingOf('dependencies-are-pinned', files).evidence[0]).toMatchObject({ path });
  });
});

const unreadFile: TestFile = { unread: { kind: 'timeout' } };

describe('environment-yml-is-named-environment-yml', () => {
  test.each<[string, Files, string]>([
    ['the name itself', { 'environment.yml': yml('a') }, 'pass'],
    ['another ending', { 'environment.yaml': yml('a') }, 'fail'],
    ['a folder', { 'env/environment.yml': yml('a') }, 'fail'],
    [
      'another name that the README tells',
      { 'env.yml': yml('a'), 'README.md': '`conda env create -f env.yml`' },
      'pass',
    ],
    [
      'another name that only the Dockerfile tells',
      { 'env.yml': yml('a'), Dockerfile: 'FROM a\nRUN conda env create -f env.yml\n' },
      'fail',
    ],
    ['another name, and a README that could not be read', { 'env.yml': yml('a'), 'README.md': unreadFile }, 'unknown'],
    [
      'the name itself, and a README that could not be read',
      { 'environment.yml': yml('a'), 'README.md': unreadFile },
      'pass',
    ],
    ['capitals', { 'Environment.yml': yml('a'), 'README.md': '`conda env create -f environment.yml`' }, 'fail'],
    ['none', { 'requirements.txt': 'a\n' }, 'not-applicable'],
  ])('%s', (_name, files, outcome) => {
    expect(outcomeOf('environment-yml-is-named-environment-yml', files)).toBe(outcome);
  });

  test.each<[string, Files, string]>([
    [
      'the README’s own words',
      { 'env.yml': yml('a'), 'README.md': '`conda env create -f env.yml`' },
      'The README names env.yml.',
    ],
    [
      'a file that lies elsewhere',
      { 'deep/er/environment.yml': yml('a'), 'README.md': '`conda env create -f environment.yml`' },
      'The README means deep/er/environment.yml.',
    ],
    [
      'the Dockerfile',
      { 'env.yml': yml('a'), Dockerfile: 'FROM a\nRUN conda env create -f env.yml\n' },
      'The environment file is env.yml, and no command of the README names it.',
    ],
  ])('by %s', (_name, files, summary) => {
    expect(findingOf('environment-yml-is-named-environment-yml', files).summary).toBe(summary);
  });

  test('gives the command', () => {
    const { fix } = findingOf('environment-yml-is-named-environment-yml', { 'my env/environment.yaml': yml('a') });
    expect(fix?.ways[0].paste).toBe("git mv 'my env/environment.yaml' environment.yml");
  });
});

describe('environment-yml-pins-python', () => {
  test.each<[string, string]>([
    ['python=3.11', 'pass'],
    ['python==3.9.20', 'pass'],
    ['python 3.8', 'pass'],
    ['python=3.11.*', 'pass'],
    ['python>=3.11,<3.12', 'pass'],
    ['conda-forge::python=3.8.19=h1_0', 'pass'],
    ['python~=3.11.2', 'pass'],
    ['python~=3.11', 'fail'],
    ['python>=3.8', 'fail'],
    ['python >=3.8,<3.12', 'fail'],
    ['python=3', 'fail'],
    ['python', 'fail'],
    ['numpy=1.2', 'fail'],
    ['r-base=4.3', 'not-applicable'],
  ])('%s: %s', (entry, outcome) => {
    expect(outcomeOf('environment-yml-pins-python', { 'environment.yml': yml(entry) })).toBe(outcome);
  });
});

describe('environment-is-portable', () => {
  test.each<[string, Files, string]>([
    ['names and versions', { 'environment.yml': yml('numpy=1.26', 'python=3.11') }, 'pass'],
    ['builds for Linux', { 'environment.yml': yml('_libgcc_mutex=0.1=main', 'numpy=1.26=py311h08b1b3b_0') }, 'pass'],
    ['builds for every system', { 'environment.yml': yml('tqdm=4.66=pyhd8ed1ab_0') }, 'pass'],
    ['builds of a Mac', { 'environment.yml': yml('numpy=1.26=py311hca03da5_0') }, 'fail'],
    ['builds of Windows', { 'environment.yml': yml('pip=23.0=py39haa95532_0') }, 'fail'],
    ['a package of a Mac', { 'environment.yml': yml('libcxx=14.0.6') }, 'fail'],
    ['a package of Windows', { 'environment.yml': yml('m2w64-gcc-libs=5.3.0') }, 'fail'],
    ['a file of one machine', { 'environment.yml': withPip('a @ file:///Users/somebody/a') }, 'fail'],
    ['pywin32 for pip', { 'requirements.txt': 'pywin32==306\n' }, 'fail'],
    ['another spelling', { 'requirements.txt': 'Tensorflow_Intel==2.12.0\n' }, 'fail'],
    ['pywin32 for Windows alone', { 'requirements.txt': 'pywin32==306; sys_platform == "win32"\n' }, 'pass'],
    ['appnope, which Linux has too', { 'requirements.txt': 'appnope==0.1.3\n' }, 'pass'],
    ['a list for Windows', { 'environment.txt': '@EXPLICIT\nhttps://example.org/win-64/a-1-0.conda\n' }, 'fail'],
    ['a list for Linux', { 'environment.txt': '@EXPLICIT\nhttps://example.org/linux-64/a-1-0.conda\n' }, 'pass'],
    ['pixi for a Mac', { 'pixi.toml': '[workspace]\nplatforms = ["osx-64"]\n' }, 'fail'],
    ['pixi for both', { 'pixi.toml': '[workspace]\nplatforms = ["osx-64", "linux-64"]\n' }, 'pass'],
    ['a Dockerfile alone', { Dockerfile: 'FROM a\n' }, 'not-applicable'],
    ['prose', { 'requirements.txt': 'Please install:\n* git\n* make\n' }, 'not-applicable'],
    ['both sides of a merge', { 'requirements.txt': '<<<<<<< a\na==1\n=======\na==2\n>>>>>>> b\n' }, 'pass'],
    ['a lock whose systems its name does not tell', { 'conda-lock.yml': 'version: 1\n' }, 'unknown'],
  ])('%s', (_name, files, outcome) => {
    expect(outcomeOf('environment-is-portable', files)).toBe(outcome);
  });

  test('notes what belongs to one machine or card', () => {
    const text = `${yml('_libgcc_mutex=0.1=main', 'cudatoolkit=11.8')}prefix: /opt/conda/envs/a\n`;
    expect(findingOf('environment-is-portable', { 'environment.yml': text }).notes).toHaveLength(3);
  });

  test('gives the export for both shells', () => {
    const { fix } = findingOf('environment-is-portable', { 'environment.yml': yml('libcxx=14') });
    expect(fix?.ways.map(({ paste }) => paste)).toEqual([
      'conda env export --no-builds > environment.yml',
      'conda env export --no-builds | Out-File -Encoding utf8 environment.yml',
    ]);
  });
});

describe('dependencies-are-pinned', () => {
  test.each<[string, Files, string, string]>([
    ['all', { 'requirements.txt': 'a==1\nb~=2.0\nc @ https://example.org/c-1.tar.gz\n' }, 'pass', '3 of 3 pinned'],
    ['some', { 'environment.yml': withPip('a', 'b==1') }, 'fail', '1 of 2 pinned: a is open.'],
    [
      'a module of Python, which has no version',
      { 'requirements.txt': 'math\nnumpy==2.0.0\n' },
      'pass',
      '1 of 1 pinned',
    ],
    [
      'python, pip, setuptools and wheel do not count',
      { 'environment.yml': yml('python', 'pip', 'setuptools', 'wheel', 'a=1') },
      'pass',
      '1 of 1',
    ],
    ['one name twice', { 'requirements.txt': 'a\na==1\n' }, 'pass', '1 of 1'],
    [
      'a path of one machine',
      { 'requirements.txt': 'a @ file:///croot/a\nb==1\n' },
      'fail',
      '1 of 2 pinned: a is open.',
    ],
    [
      'a lock beside it',
      { 'pyproject.toml': '[project]\ndependencies = ["a"]\n', 'uv.lock': 'version = 1\n' },
      'pass',
      'uv.lock holds every version.',
    ],
    [
      'a lock in another folder',
      { 'pyproject.toml': '[project]\ndependencies = ["a"]\n', 'x/uv.lock': 'version = 1\n' },
      'fail',
      '0 of 1 pinned',
    ],
    ['a lock alone', { 'renv.lock': '{ }' }, 'pass', 'renv.lock holds every version.'],
    ['R', { 'install.R': "install.packages('a')\n" }, 'unknown', 'does not read versions in install.R'],
    ['a variable', { 'requirements.txt': 'a==1\n${EXTRA}\n' }, 'unknown', '1 of 2 are written in a form'],
    [
      'a merge conflict',
      { 'requirements.txt': '<<<<<<< a\na==1\n=======\na\n>>>>>>> b\n' },
      'unknown',
      'both sides of a merge conflict',
    ],
    ['a lock for pip alone', { 'requirements.lock': 'a==1\n' }, 'pass', 'requirements.lock holds every version.'],
    ['another file', { 'requirements.txt': '-r base.txt\n' }, 'unknown', 'in a way that Reprise does not read'],
    ['a Dockerfile alone', { Dockerfile: 'FROM a\n' }, 'not-applicable', 'There is no environment file.'],
  ])('%s', (_name, files, outcome, words) => {
    expect(outcomeOf('dependencies-are-pinned', files)).toBe(outcome);
    expect(findingOf('dependencies-are-pinned', files).summary).toContain(words);
  });

  test('tells how to find the version', () => {
    expect(findingOf('dependencies-are-pinned', { 'requirements.txt': 'a\nb\n' }).fix?.ways[0]).toMatchObject({
      paste: 'pip show a b',
    });
    expect(findingOf('dependencies-are-pinned', { 'environment.yml': yml('a') }).fix?.ways[0]).toMatchObject({
      paste: 'conda list a',
    });
  });
});

describe('requirements-are-well-formed', () => {
  test.each<[string, string, string, string | null]>([
    ['good lines', 'numpy==1.26\n-e .\n--index-url https://example.org\n', 'pass', null],
    ['a name that is also a package', 'dataclasses\nargparse\n', 'pass', null],
    ['a standard module', 'numpy\nos\n', 'fail', null],
    ['sklearn', 'sklearn>=0.22\n', 'fail', 'scikit-learn>=0.22'],
    ['sklearn of a version of its own', 'sklearn==0.0\n', 'fail', 'scikit-learn'],
    ['an import’s name', 'cv2\n', 'fail', 'opencv-python'],
    ['a name of one system', 'pkg-resources==0.0.0\n', 'fail', null],
    ['a single equals sign', 'numpy=1.2\npandas==2\nscipy==1\n', 'fail', 'numpy==1.2'],
    [
      'a path of one machine',
      'certifi @ file:///croot/certifi\n',
      'fail',
      'pip list --format=freeze > requirements.txt',
    ],
    ['pip list', 'Package Version\n------- ----\nnumpy   1.2\n', 'fail', 'pip freeze > requirements.txt'],
    [
      'an explicit list',
      '@EXPLICIT\nhttps://example.org/win-64/a-1-0.conda\n',
      'fail',
      'pip list --format=freeze > requirements.txt',
    ],
    ['prose', 'Please install:\n* git\n* make\n', 'fail', null],
    ['nothing', '', 'fail', 'pip freeze > requirements.txt'],
    ['a variable that pip fills in', 'numpy\n${EXTRA}\n', 'pass', null],
    ['a merge conflict', '<<<<<<< a\na==1\n=======\na==2\n>>>>>>> b\n', 'fail', null],
  ])('%s', (_name, text, outcome, paste) => {
    const files = { 'requirements.txt': text };
    expect(outcomeOf('requirements-are-well-formed', files)).toBe(outcome);
    expect(findingOf('requirements-are-well-formed', files).fix?.ways[0].paste ?? null).toBe(paste);
  });

  test.each<[string, Files, string]>([
    ['a pip list of conda’s', { 'environment.yml': withPip('sklearn') }, 'fail'],
    [
      'a pip list in order',
      { 'environment.yml': withPip('-r requirements.txt'), 'requirements.txt': 'a==1\n' },
      'pass',
    ],
    [
      'what the README installs beside it',
      { 'environment.yml': yml('a=1'), 'README.md': '`pip install -r extra.txt`', 'extra.txt': 'os\n' },
      'fail',
    ],
    [
      'what the Dockerfile installs',
      {
        'environment.yml': yml('a=1'),
        Dockerfile: 'FROM a\nRUN pip install -r requirements.txt\n',
        'requirements.txt': 'os\n',
      },
      'fail',
    ],
    ['what nothing installs', { 'environment.yml': yml('a=1'), 'requirements.txt': 'os\n' }, 'not-applicable'],
    ['no requirements', { 'environment.yml': yml('a=1') }, 'not-applicable'],
    [
      'a list that the README hands to conda',
      {
        'README.md': '`conda create -n a --file requirements.txt`',
        'requirements.txt': '@EXPLICIT\nhttps://example.org/linux-64/a-1-0.conda\n',
      },
      'not-applicable',
    ],
    ['one that could not be read', { 'requirements.txt': { unread: { kind: 'timeout' } } }, 'unknown'],
  ])('%s', (_name, files, outcome) => {
    expect(outcomeOf('requirements-are-well-formed', files)).toBe(outcome);
  });

  test('what pip fills in is noted', () => {
    const { notes } = findingOf('requirements-are-well-formed', { 'requirements.txt': 'numpy\n${EXTRA}\n' });
    expect(notes).toEqual(['requirements.txt line 2, `${EXTRA}`: pip fills it in from the shell’s variables.']);
  });

  test('what nothing installs is noted', () => {
    const { notes } = findingOf('requirements-are-well-formed', {
      'environment.yml': yml('a=1'),
      'requirements.txt': 'os\n',
    });
    expect(notes).toEqual([
      'requirements.txt, which nothing installs: `os` comes with Python; pip finds no such package.',
    ]);
  });
});

describe('environment-yml-is-valid', () => {
  test('shows the list that is lost and the list that is kept', () => {
    const finding = findingOf('environment-yml-is-valid', {
      'environment.yml': 'dependencies:\n- pip: [a]\n- pip: [b]\n',
    });
    expect(finding.evidence).toMatchObject([{ line: 2 }, { line: 3 }]);
  });

  /** The text as it is decoded from bytes of another length. */
  const decoded = (text: string, bytes: number): Snapshot => {
    const snapshot = snapshotOf({ 'environment.yml': text });
    const { repository } = snapshot;
    if (repository === null) throw new Error('no repository');
    const texts = repository.texts.map(({ path, reading }) => ({
      path,
      reading: reading.state === 'read' ? { ...reading, value: { ...reading.value, bytes } } : reading,
    }));
    return { ...snapshot, repository: { ...repository, texts } };
  };

  test('Latin-1 is refused, as conda does; the replacement character itself is not', () => {
    const text = '# caf\ufffd\nname: a\ndependencies:\n  - python=3.11\n';
    const whole = new TextEncoder().encode(text).length;
    expect(findingOf('environment-yml-is-valid', decoded(text, whole - 2))).toMatchObject({
      outcome: 'fail',
      summary: 'conda refuses environment.yml: Line 1 holds a character that is not saved as UTF-8.',
    });
    expect(findingOf('environment-yml-is-valid', decoded(text, whole)).outcome).toBe('pass');
  });
});
