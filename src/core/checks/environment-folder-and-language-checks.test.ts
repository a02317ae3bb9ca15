import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { factsOf } from '../facts/facts.ts';
import type { Finding } from '../model/finding.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import { areDisjoint } from '../parse/version-constraint.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { runCheck } from './check.ts';
import { checkById } from './index.ts';

type Files = Readonly<Record<string, TestFile>>;
type Options = NonNullable<Parameters<typeof snapshotOf>[1]>;

function findingOf(id: string, files: Files, options: Options = {}): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  const finding = runCheck(check, factsOf(snapshotOf(files, options)), everyCheck.parameters);
  if (finding.outcome === 'pass' || finding.outcome === 'fail') expect(finding.evidence).not.toEqual([]);
  if (finding.outcome === 'fail') expect(finding.fix).not.toBeNull();
  return finding;
}

const yml = (...entries: readonly string[]) =>
  `name: a\ndependencies:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;
const PYTHON = { 'run.py': 'import numpy\n'.repeat(100), 'requirements.txt': 'numpy==1.26.4\n' };
const R = 'library(dplyr)\n'.repeat(100);

describe('environment-folder-is-not-committed', () => {
  test.each<[string, Files, string]>([
    ['a virtual environment of any name', { 'myenv/pyvenv.cfg': '', 'myenv/bin/python': '' }, 'fail'],
    ['one without its settings', { 'x/bin/activate': '', 'x/bin/activate.fish': '' }, 'fail'],
    ['one of Windows', { 'x/Scripts/activate': '', 'x/Scripts/activate.bat': '' }, 'fail'],
    ['packages of one', { 'x/lib/python3.9/site-packages/a.py': '' }, 'fail'],
    ['a conda environment', { 'x/conda-meta/history': '' }, 'fail'],
    ['packages of npm', { 'web/node_modules/a/index.js': '' }, 'fail'],
    [
      'installed R packages',
      { 'renv/library/R-4.3/a/Meta/package.rds': '', 'renv/library/R-4.3/a/DESCRIPTION': '' },
      'fail',
    ],
    ['a script of that name', { 'tools/bin/activate': '' }, 'pass'],
    ['what tests are fed with', { 'tests/fixtures/env/pyvenv.cfg': '' }, 'pass'],
    ['a folder that is only named so', { 'env/settings.yml': '', 'venv.md': '' }, 'pass'],
    ['the source of an R package', { DESCRIPTION: '', 'R/a.R': '' }, 'pass'],
  ])('%s', (_name, files, outcome) => {
    expect(findingOf('environment-folder-is-not-committed', files).outcome).toBe(outcome);
  });

  test('counts the files of the outermost folder and takes it out', () => {
    const files = {
      'my env/pyvenv.cfg': '',
      'my env/lib/python3.9/site-packages/a.py': '',
      'my env/x': '',
      'run.py': '',
    };
    const finding = findingOf('environment-folder-is-not-committed', files);
    expect(finding.summary).toBe('my env/ is committed: a virtual environment, 3 files.');
    expect(finding.evidence).toHaveLength(1);
    expect(finding.fix?.ways[0].paste).toBe("git rm -r --cached -q -- 'my env'");
    expect(finding.fix?.ways[0].say).toContain('`my env/`');
  });

  test('a part of the list that is missing may hold one, and makes a count the least', () => {
    const options = { unreadFolders: ['data'] };
    expect(findingOf('environment-folder-is-not-committed', PYTHON, options).outcome).toBe('unknown');
    const { summary } = findingOf('environment-folder-is-not-committed', { 'v/pyvenv.cfg': '' }, options);
    expect(summary).toContain(', at least 1 file');
    expect(
      findingOf('environment-folder-is-not-committed', PYTHON, { unreadFolders: ['a/node_modules'] }).outcome,
    ).toBe('fail');
  });

  test('no other check looks into it', () => {
    const files = { ...PYTHON, 'own/pyvenv.cfg': '', 'own/environment.yml': yml('python=3.11'), 'own/a.R': R };
    expect(findingOf('environment-yml-is-valid', files).outcome).toBe('not-applicable');
    expect(findingOf('python-project-has-environment-yml', files).outcome).toBe('fail');
  });
});

describe('python-project-has-environment-yml', () => {
  const docker = { Dockerfile: 'FROM python:3.11-slim\n' };
  test.each<[string, Files, string]>([
    ['environment.yml', { ...PYTHON, 'environment.yml': yml('python=3.11') }, 'pass'],
    ['another name', { ...PYTHON, 'enviroment.yml': yml('python=3.11') }, 'pass'],
    [
      'a list for conda',
      { ...PYTHON, 'environment.txt': '@EXPLICIT\nhttps://example.org/linux-64/a-1-0.conda\n' },
      'pass',
    ],
    ['pixi', { ...PYTHON, 'pixi.toml': '[workspace]\n', 'pixi.lock': 'a' }, 'pass'],
    ['requirements alone', PYTHON, 'fail'],
    ['no file at all', { 'run.py': 'import numpy\n' }, 'fail'],
    ['notebooks alone', { 'a.ipynb': '{}' }, 'fail'],
    ['R beside it', { ...PYTHON, 'plot.R': R }, 'not-applicable'],
    ['R as data', { ...PYTHON, 'data/plot.R': R }, 'fail'],
    ['a lock of R beside notebooks', { 'a.ipynb': '{}', 'renv.lock': '{ }' }, 'not-applicable'],
    ['shell and SQL beside it', { ...PYTHON, 'get.sh': 'ls', 'a.sql': 'select 1' }, 'fail'],
    ['the front end of a site', { ...PYTHON, 'web/index.html': '<p>', 'web/src/app.js': 'a()' }, 'fail'],
    ['a program in JavaScript', { ...PYTHON, 'server.js': 'a()' }, 'not-applicable'],
    ['more JavaScript than Python', { ...PYTHON, 'docs/a.js': R.repeat(9) }, 'not-applicable'],
    ['kernels that pip builds', { ...PYTHON, 'setup.py': 'setup()', 'ops/a.cu': 'x', 'ops/b.cpp': 'x' }, 'fail'],
    ['kernels that are built when it runs', { ...PYTHON, 'ops/a.cu': 'x' }, 'not-applicable'],
    ['no Python', { 'a.R': R, 'renv.lock': '{ }' }, 'not-applicable'],
    ['no code', { 'README.md': 'Notes on sleep.' }, 'not-applicable'],
    [
      'Docker that the README tells',
      { ...PYTHON, ...docker, 'README.md': '    docker build -t a .' },
      'not-applicable',
    ],
    ['Docker and nothing told', { ...PYTHON, ...docker }, 'not-applicable'],
    [
      'Docker as one of two ways',
      { ...PYTHON, ...docker, 'README.md': '    pip install -r requirements.txt\n    docker build -t a .' },
      'not-applicable',
    ],
    [
      'Docker beside the way that is told',
      { ...PYTHON, ...docker, 'README.md': '    pip install -r requirements.txt' },
      'fail',
    ],
    ['an image alone', { ...PYTHON, 'README.md': '    launch.sh -i lab/sleep' }, 'fail'],
    [
      'nothing to install',
      { 'run.py': 'print(1)', 'README.md': 'Only the standard library is used.' },
      'not-applicable',
    ],
    [
      'Docker, and a README that could not be read',
      { ...PYTHON, ...docker, 'README.md': { unread: { kind: 'timeout' } } },
      'unknown',
    ],
  ])('%s', (_name, files, outcome) => {
    expect(findingOf('python-project-has-environment-yml', files).outcome).toBe(outcome);
  });
});

describe('mixed-project-has-container', () => {
  const mixed = { ...PYTHON, 'plot.R': R };
  test.each<[string, Files, string]>([
    ['nothing for R', mixed, 'fail'],
    ['a lock', { ...mixed, 'renv.lock': '{ }' }, 'pass'],
    ['a script that installs', { ...mixed, 'install.R': "install.packages('a')" }, 'pass'],
    ['a package of conda', { ...mixed, 'environment.yml': yml('python=3.11', 'r-base=4.3') }, 'pass'],
    ['a conda file without R', { ...mixed, 'environment.yml': yml('python=3.11') }, 'fail'],
    ['a Dockerfile', { ...mixed, Dockerfile: 'FROM a\n' }, 'pass'],
    ['an image', { ...mixed, 'README.md': '    docker pull ghcr.io/lab/sleep:1.0' }, 'pass'],
    ['a little of R', { ...PYTHON, 'plot.R': 'a' }, 'not-applicable'],
    ['a little of R that is run', { ...PYTHON, 'plot.R': 'a', 'README.md': '    Rscript plot.R' }, 'fail'],
    ['Python alone', PYTHON, 'not-applicable'],
    ['no file at all: one fault', { 'run.py': 'a', 'plot.R': R }, 'not-applicable'],
    ['a language without such files', { ...PYTHON, 'a.m': R }, 'not-applicable'],
    [
      'a program with its packages',
      { ...PYTHON, 'server.js': R, 'package.json': '{}', 'package-lock.json': '{}' },
      'pass',
    ],
    ['Java with Maven', { ...PYTHON, 'src/A.java': R, 'pom.xml': '<project/>' }, 'pass'],
    [
      'Java, and a README that could not be read',
      { ...PYTHON, 'src/A.java': R, 'README.md': { unread: { kind: 'timeout' } } },
      'unknown',
    ],
  ])('%s', (_name, files, outcome) => {
    expect(findingOf('mixed-project-has-container', files).outcome).toBe(outcome);
  });

  test('shows the line that runs it and gives the line for conda', () => {
    const finding = findingOf('mixed-project-has-container', { ...mixed, 'README.md': '# A\n\n    Rscript plot.R\n' });
    expect(finding.evidence).toMatchObject([{ path: 'README.md', line: 3 }]);
    expect(finding.fix?.ways[0].paste).toBe('  - r-base');
  });
});

describe('environments-agree', () => {
  const files = (conda: string, pip: string): Files => ({
    'environment.yml': yml(conda),
    'requirements.txt': `${pip}\n`,
  });
  test.each<[string, Files, string]>([
    ['a prefix and a release of it', files('numpy=1.26', 'numpy==1.26.4'), 'pass'],
    ['two releases', files('numpy=1.26', 'numpy==2.1.0'), 'fail'],
    ['with builds', files('numpy=1.26.4=py311h08b1b3b_0', 'numpy==1.26.3'), 'fail'],
    ['ranges that meet', files('numpy>=1.20', 'numpy<2'), 'pass'],
    ['ranges that do not', files('numpy>=2', 'numpy<2'), 'fail'],
    ['zeros at the end', files('numpy==1.26', 'numpy==1.26.0'), 'pass'],
    ['compatible release', files('pandas=2.3', 'pandas~=2.2.1'), 'fail'],
    ['a local part', files('pytorch=2.0.1', 'torch==2.0.1+cu118'), 'pass'],
    ['one package of two names', files('pytorch=1.13', 'torch==2.0.1'), 'fail'],
    ['a pre-release', files('a=1.0', 'a==2.0rc1'), 'pass'],
    ['alternatives', files('a=1|2', 'a==3'), 'pass'],
    ['a marker', files('a=1', 'b==1\na==2; python_version < "3.9"'), 'pass'],
    ['open and held', files('a', 'a==2'), 'pass'],
    ['installers do not count', files('setuptools=75', 'setuptools==68.2'), 'not-applicable'],
    ['for developers', { 'requirements.txt': 'a==1\n', 'requirements-dev.txt': 'a==2\n' }, 'not-applicable'],
    ['for another system', { 'environment.yml': yml('a=1'), 'environment-gpu.yml': yml('a=2') }, 'not-applicable'],
    ['in a folder', { 'requirements.txt': 'a==1\n', 'old/requirements.txt': 'a==2\n' }, 'not-applicable'],
    [
      'Poetry’s caret',
      { 'requirements.txt': 'a==2.1\n', 'pyproject.toml': '[tool.poetry.dependencies]\na = "^1.4"\n' },
      'fail',
    ],
    ['one that a file names twice', { ...files('a=1', 'a==2\na==1') }, 'pass'],
    ['one file', { 'requirements.txt': 'a==1\n' }, 'not-applicable'],
    [
      'one that could not be read',
      { 'requirements.txt': { unread: { kind: 'timeout' } }, 'environment.yml': yml('a=1') },
      'not-applicable',
    ],
  ])('%s', (_name, given, outcome) => {
    expect(findingOf('environments-agree', given).outcome).toBe(outcome);
  });

  test('a spec that could not be read may disagree', () => {
    const three = { ...files('a=1', 'a==1'), 'pyproject.toml': { unread: { kind: 'timeout' as const } } };
    expect(findingOf('environments-agree', three).outcome).toBe('unknown');
  });
});

describe('what requirements take in', () => {
  const base = { 'run.py': 'a', 'requirements.txt': '-r reqs/base.txt\nb==1\n' };
  test('is judged and counted with them', () => {
    const files = { ...base, 'reqs/base.txt': '-r more.txt\nsklearn\n', 'reqs/more.txt': 'c\n' };
    expect(findingOf('requirements-are-well-formed', files).evidence).toMatchObject([
      { path: 'reqs/base.txt', line: 2 },
    ]);
    const { summary, evidence } = findingOf('dependencies-are-pinned', files);
    expect(summary).toBe('1 of 3 pinned: sklearn, c are open.');
    expect(evidence).toMatchObject([{ path: 'reqs/base.txt' }, { path: 'reqs/more.txt' }]);
  });

  test.each<[string, Files, string]>([
    ['a file that is not there', base, 'fail'],
    ['a circle', { ...base, 'reqs/base.txt': '-r ../requirements.txt\na==1\n' }, 'pass'],
    ['an address', { 'requirements.txt': '-r https://example.org/r.txt\nb==1\n' }, 'pass'],
    ['a file that could not be read', { ...base, 'reqs/base.txt': { unread: { kind: 'timeout' } } }, 'unknown'],
  ])('%s', (_name, files, outcome) => {
    expect(findingOf('requirements-are-well-formed', files).outcome).toBe(outcome);
  });

  test('an empty file is one fault and counts once', () => {
    const files = { 'run.py': 'a', 'requirements.txt': '' };
    expect(findingOf('environment-is-declared', files).outcome).toBe('fail');
    expect(findingOf('requirements-are-well-formed', files)).toMatchObject({
      outcome: 'not-applicable',
      summary: 'requirements.txt holds no package: see “A file declares the environment.”',
    });
    expect(findingOf('requirements-are-well-formed', { ...files, Dockerfile: 'FROM a\n' }).outcome).toBe('fail');
  });
});

describe('versions that no release can meet', () => {
  const version = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
  const operator = fc.constantFrom('==', '=', '', '>=', '<=', '<', '>', '~=', '!=', '^', '~', '===');
  const constraint = fc
    .array(fc.tuple(operator, version), { minLength: 1, maxLength: 3 })
    .map((clauses) => clauses.map((clause) => clause.join('')).join(','));

  test('are the same whichever is told first', () => {
    fc.assert(
      fc.property(constraint, constraint, (one, other) => {
        expect(areDisjoint(one, other)).toBe(areDisjoint(other, one));
      }),
      runs,
    );
  });

  test('never those of a constraint and itself, nor of an open one', () => {
    fc.assert(
      fc.property(operator, version, (sign, release) => {
        expect(areDisjoint(`${sign}${release}`, `${sign}${release}`)).toBe(false);
        expect(areDisjoint(`${sign}${release}`, '')).toBe(false);
      }),
      runs,
    );
  });

  test('any text will do', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => typeof areDisjoint(one, other) === 'boolean'),
      runs,
    );
  });
});
