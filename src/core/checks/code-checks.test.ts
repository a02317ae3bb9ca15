import { describe, expect, test } from 'vitest';
import { codeFileOf } from '../facts/code-file.ts';
import { factsOf } from '../facts/facts.ts';
import { isCode } from '../facts/is-code.ts';
import type { Finding } from '../model/finding.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import type { CodeReading, Snapshot } from '../model/snapshot.ts';
import { read, unread } from '../model/unread.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { runCheck } from './check.ts';
import { checkById } from './index.ts';

type Files = Readonly<Record<string, TestFile>>;

const codeOf = (files: Files): readonly CodeReading[] =>
  Object.entries(files)
    .filter(([path]) => isCode(path))
    .map(([path, text]) => ({
      path,
      id: 'a'.repeat(40),
      reading: typeof text === 'string' ? read(codeFileOf(path, text)) : unread('timeout'),
    }));

/** A repository whose code was looked into; locks are not read. */
function lookedInto(files: Files, unreadFolders: readonly string[] = []): Snapshot {
  const snapshot = snapshotOf(files, { code: codeOf(files), unreadFolders });
  const { repository } = snapshot;
  if (repository === null) return snapshot;
  return {
    ...snapshot,
    repository: { ...repository, texts: repository.texts.filter(({ path }) => !/\.lock$/.test(path)) },
  };
}

function findingOf(id: string, snapshot: Snapshot): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  const finding = runCheck(check, factsOf(snapshot), everyCheck.parameters);
  if (finding.outcome === 'pass' || finding.outcome === 'fail') expect(finding.evidence).not.toEqual([]);
  if (finding.outcome === 'fail') expect(finding.fix).not.toBeNull();
  return finding;
}

const notebookOf = (...sources: readonly string[]) =>
  JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'code', source, outputs: [] })) });
const yml = (...entries: readonly string[]) =>
  `name: a\nchannels:\n  - pytorch\ndependencies:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;
const SEABORN = { 'run.py': 'import seaborn as sns\n' };
const LOCK = '[[package]]\nname = "seaborn"\n';
const NUMPY = { 'requirements.txt': 'numpy==1.26.4\n' };

describe('imports-are-declared', () => {
  test.each<[string, Files, string]>([
    ['declared for conda', { ...SEABORN, 'environment.yml': yml('seaborn=0.13') }, 'pass'],
    ['declared for pip in a conda file', { ...SEABORN, 'environment.yml': yml('pip', 'pip:\n    - seaborn') }, 'pass'],
    ['missing', { ...SEABORN, ...NUMPY }, 'fail'],
    ['missing in a notebook', { 'a.ipynb': notebookOf('import seaborn'), ...NUMPY }, 'fail'],
    [
      'a name that differs',
      { 'run.py': 'import cv2, PIL, yaml\n', 'requirements.txt': 'opencv-python-headless\npillow\nPyYAML\n' },
      'pass',
    ],
    ['a name of conda’s', { 'run.py': 'import torch, cv2\n', 'environment.yml': yml('pytorch', 'py-opencv') }, 'pass'],
    ['a channel is no package', { 'run.py': 'import torch\n', 'environment.yml': yml('numpy') }, 'fail'],
    ['the name of the import', { 'run.py': 'import sklearn\n', 'requirements.txt': 'sklearn\n' }, 'pass'],
    ['brought along', { 'run.py': 'import numpy, dateutil\n', 'requirements.txt': 'pandas\n' }, 'pass'],
    ['brought along by others', { 'run.py': 'import six, pylab\n', 'environment.yml': yml('seaborn') }, 'pass'],
    ['a file beside it', { 'run.py': 'import yaml\n', 'src/yaml.py': '', ...NUMPY }, 'pass'],
    ['a folder of modules', { 'run.py': 'from box.a import b\n', 'lib/box/a.py': '', ...NUMPY }, 'pass'],
    ['a submodule', { 'run.py': 'import timm\n', 'lib/timm': { kind: 'submodule' }, ...NUMPY }, 'pass'],
    ['a key module that is left out', { 'run.py': 'import apikeys, config\n', ...NUMPY }, 'pass'],
    ['only Python’s own', { 'run.py': 'import os\n', ...NUMPY }, 'pass'],
    ['in try', { 'run.py': 'try:\n    import seaborn\nexcept ImportError:\n    pass\n', ...NUMPY }, 'pass'],
    ['in a function', { 'run.py': 'def f():\n    import seaborn\n', ...NUMPY }, 'pass'],
    ['in a test', { 'tests/test_a.py': 'import pytest\n', ...NUMPY }, 'pass'],
    [
      'installed by the notebook',
      { 'a.ipynb': notebookOf('!pip install seaborn', 'import seaborn'), ...NUMPY },
      'pass',
    ],
    ['installed by another notebook', { 'a.ipynb': notebookOf('!pip install seaborn'), ...SEABORN, ...NUMPY }, 'fail'],
    ['installed by a script', { 'setup.sh': 'pip install seaborn\n', ...SEABORN, ...NUMPY }, 'pass'],
    [
      'listed in the script',
      { 'a.py': '# /// script\n# dependencies = ["seaborn"]\n# ///\nimport seaborn\n', ...NUMPY },
      'pass',
    ],
    [
      'a command of the README',
      { ...SEABORN, ...NUMPY, 'README.md': '```\nconda install seaborn -c conda-forge\n```\n' },
      'pass',
    ],
    ['another file', { ...SEABORN, ...NUMPY, 'app/requirements.txt': 'seaborn\n' }, 'pass'],
    ['an included file', { ...SEABORN, 'requirements.txt': '-r more.txt\n', 'more.txt': 'seaborn\n' }, 'pass'],
    [
      'pyproject.toml',
      { ...SEABORN, 'pyproject.toml': '[project]\ndependencies = [\n  "seaborn>=0.13",\n]\n' },
      'pass',
    ],
    [
      'an extra of it',
      {
        ...SEABORN,
        'pyproject.toml': '[project]\ndependencies = []\n[project.optional-dependencies]\nplots = ["seaborn"]\n',
      },
      'pass',
    ],
    ['setup.py', { ...SEABORN, 'setup.py': 'setup(name="a", install_requires=["seaborn"])\n' }, 'pass'],
    [
      'a repository of git',
      { 'run.py': 'import timm\n', 'requirements.txt': 'git+https://example.org/x/timm.git@v1\n' },
      'pass',
    ],
    [
      'an explicit list',
      { ...SEABORN, 'environment.txt': '@EXPLICIT\nhttps://example.org/noarch/seaborn-0.13-0.conda\n' },
      'pass',
    ],
    ['a Dockerfile', { ...SEABORN, Dockerfile: 'FROM python:3.12\nRUN pip install seaborn\n' }, 'pass'],
    ['a Dockerfile without it', { ...SEABORN, Dockerfile: 'FROM python:3.12\nRUN pip install numpy\n' }, 'fail'],
    [
      'a base that holds it',
      { ...SEABORN, Dockerfile: 'FROM quay.io/jupyter/scipy-notebook:2024-01-01\nRUN pip install timm\n' },
      'pass',
    ],
    [
      'Debian’s package',
      {
        ...SEABORN,
        Dockerfile:
          'FROM debian:12\nRUN apt-get update && apt-get install -y python3-seaborn python3-pip && pip install timm\n',
      },
      'pass',
    ],
    [
      'a base that nothing is known of',
      { ...SEABORN, ...NUMPY, Dockerfile: 'FROM lab/base:1\nRUN pip install timm\n' },
      'unknown',
    ],
    ['all of Anaconda', { ...SEABORN, 'environment.yml': yml('anaconda') }, 'unknown'],
    ['a lock alone', { ...SEABORN, 'uv.lock': LOCK }, 'unknown'],
    ['a lock beside what it was made from', { ...SEABORN, ...NUMPY, 'uv.lock': LOCK }, 'fail'],
    ['a lock elsewhere', { ...SEABORN, ...NUMPY, 'a/uv.lock': LOCK }, 'fail'],
    ['a lock over the code', { 'a/run.py': 'import seaborn', ...NUMPY, 'a/uv.lock': LOCK }, 'unknown'],
    [
      'a package that nothing is known of',
      { 'run.py': 'import mylib, seaborn\n', 'requirements.txt': 'mylib\n' },
      'unknown',
    ],
    [
      'a file of packages that was not read',
      { ...SEABORN, ...NUMPY, 'requirements-dev.txt': { unread: { kind: 'timeout' } } },
      'unknown',
    ],
    ['no environment file', SEABORN, 'not-applicable'],
    ['an empty one', { ...SEABORN, 'requirements.txt': '' }, 'not-applicable'],
    [
      'a list in words',
      { ...SEABORN, 'requirements.txt': 'First install Python for Windows.\nThen open the editor you like.\n' },
      'not-applicable',
    ],
    ['R alone', { 'run.R': 'library(dplyr)\n', 'environment.yml': yml('r-base') }, 'not-applicable'],
    ['no code', { 'README.md': 'Words.\n' }, 'not-applicable'],
    ['a broken notebook', { 'a.ipynb': '{"cells": [', ...NUMPY }, 'unknown'],
    [
      'a file that was not read',
      { 'run.py': 'import numpy\n', 'a.py': { unread: { kind: 'timeout' } }, ...NUMPY },
      'unknown',
    ],
    ['a fault is one whatever was not read', { ...SEABORN, 'a.py': { unread: { kind: 'timeout' } }, ...NUMPY }, 'fail'],
  ])('%s', (_name, files, expected) => {
    expect(findingOf('imports-are-declared', lookedInto(files)).outcome).toBe(expected);
  });

  test('before anybody looked', () => {
    const { outcome, summary } = findingOf('imports-are-declared', snapshotOf({ ...SEABORN, ...NUMPY }));
    expect([outcome, summary]).toEqual(['unknown', 'Not looked at yet.']);
  });

  test('a folder that is not listed may hold the module', () => {
    expect(findingOf('imports-are-declared', lookedInto({ ...SEABORN, ...NUMPY }, ['lib'])).outcome).toBe('unknown');
  });

  test.each<[string, Files, string]>([
    ['conda', { 'a.ipynb': notebookOf('', 'import torch'), 'environment.yml': yml('numpy') }, '  - pytorch'],
    ['pip', { ...SEABORN, ...NUMPY }, 'seaborn'],
    ['pixi', { ...SEABORN, 'pixi.toml': '[workspace]\nname = "a"\n[dependencies]\nnumpy = "*"\n' }, 'seaborn = "*"'],
    ['pyproject.toml', { ...SEABORN, 'pyproject.toml': '[project]\ndependencies = ["numpy"]\n' }, '"seaborn",'],
    [
      'a Dockerfile',
      { ...SEABORN, Dockerfile: 'FROM python:3.12\nRUN pip install numpy\n' },
      'RUN pip install --no-cache-dir seaborn',
    ],
  ])('the line to add: %s', (_name, files, paste) => {
    expect(findingOf('imports-are-declared', lookedInto(files)).fix?.ways[0].paste).toBe(paste);
  });

  test('the place in a notebook, and what is only noted', () => {
    const files = {
      'a.ipynb': notebookOf('', 'import seaborn\n!pip install timm\nimport timm'),
      'docs/conf.py': 'import sphinx\n',
      ...NUMPY,
    };
    const { evidence, notes } = findingOf('imports-are-declared', lookedInto(files));
    expect(evidence).toEqual([{ kind: 'line', path: 'a.ipynb', line: 1, quote: 'cell 2: import seaborn' }]);
    expect(notes).toEqual([
      'Installed by the code itself: timm.',
      'Imported only where the code may go on without, in tests or in files put aside: sphinx.',
    ]);
  });
});

describe('code-has-no-machine-paths', () => {
  const open = (path: string) => ({ 'run.py': `open("${path}")\n` });
  test.each<[string, Files, string]>([
    ['a relative path', open('data/a.csv'), 'pass'],
    ['a home folder', open('/Users/ada/a.csv'), 'fail'],
    ['one of Linux', open('/home/ada/a.csv'), 'fail'],
    ['one that is filled in', { 'run.py': 'open("/home/{}/a.csv".format(me))\n' }, 'fail'],
    ['a drive of Windows', { 'run.R': 'setwd("C:/work")\n' }, 'fail'],
    ['a drive of Google’s', { 'a.ipynb': notebookOf('open("/content/drive/MyDrive/a.csv")') }, 'fail'],
    ['in a notebook’s command', { 'a.ipynb': notebookOf('%cd /Users/ada/x') }, 'fail'],
    ['programs of Windows', { 'run.py': 'open(r"C:\\Program Files\\x\\y.exe")\n' }, 'pass'],
    ['a comment', { 'run.py': '# /Users/ada/a.csv\n' }, 'pass'],
    ['a container’s home', open('/home/jovyan/a.csv'), 'pass'],
    [
      'the home that the Dockerfile makes',
      { ...open('/home/app1/a.csv'), Dockerfile: 'FROM python:3.12\nWORKDIR /home/app1\n' },
      'pass',
    ],
    ['the container’s side of a mount', { 'run.sh': 'docker run -v "$PWD":/home/lab/x image\n' }, 'pass'],
    ['a course’s mount', open('/datasets/a/b.csv'), 'pass'],
    ['a test', { 'tests/test_a.py': 'open("/home/ada/a.csv")\n' }, 'pass'],
    ['what others wrote', { 'third_party/a.py': 'open("/home/ada/a.csv")\n', 'run.py': '' }, 'pass'],
    [
      'what a run left behind',
      {
        'a.ipynb': JSON.stringify({ cells: [{ cell_type: 'code', source: 'x', outputs: [{ text: '/Users/ada/x' }] }] }),
      },
      'pass',
    ],
    ['no code', { 'README.md': '/Users/ada/x' }, 'not-applicable'],
    ['a broken notebook', { 'a.ipynb': '{' }, 'unknown'],
    ['a file that was not read', { 'run.py': '', 'a.py': { unread: { kind: 'timeout' } } }, 'unknown'],
    [
      'a fault is one whatever was not read',
      { ...open('/Users/ada/a.csv'), 'a.py': { unread: { kind: 'timeout' } } },
      'fail',
    ],
  ])('%s', (_name, files, expected) => {
    expect(findingOf('code-has-no-machine-paths', lookedInto(files)).outcome).toBe(expected);
  });

  test('before anybody looked', () => {
    const { outcome, summary } = findingOf('code-has-no-machine-paths', snapshotOf(open('/Users/ada/a.csv')));
    expect([outcome, summary]).toEqual(['unknown', 'Not looked at yet.']);
  });

  test.each([
    ['run.py', 'x = "/Users/ada/Desktop/sleep/src/a.csv"\n', "Path('src/a.csv')"],
    ['run.R', 'x <- "C:/Users/ada/a.csv"\n', '"data/a.csv"'],
    ['run.py', 'x = "/Users/ada/Desktop"\n', null],
  ])('the path from the project’s folder: %s', (path, text, paste) => {
    const { fix, evidence } = findingOf('code-has-no-machine-paths', lookedInto({ [path]: text }));
    expect(fix?.ways[0].paste).toBe(paste);
    expect(evidence).toEqual([{ kind: 'line', path, line: 1, quote: text.trim() }]);
  });
});
