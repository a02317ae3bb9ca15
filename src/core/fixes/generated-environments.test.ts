import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { runCheck } from '../checks/check.ts';
import { checkById } from '../checks/index.ts';
import { factsOf } from '../facts/facts.ts';
import type { CodeImport } from '../model/code-file.ts';
import type { Finding } from '../model/finding.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import { read } from '../model/unread.ts';
import { everyCheck } from '../rubrics/every-check.ts';

type Files = Readonly<Record<string, TestFile>>;
type Options = NonNullable<Parameters<typeof snapshotOf>[1]>;

function findingOf(id: string, files: Files, options: Options = {}): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return runCheck(check, factsOf(snapshotOf(files, options)), everyCheck.parameters);
}

const pasteOf = ({ fix }: Finding, way = 0): string => fix?.ways[way]?.paste ?? '';

/** What every text that is offered for an environment.yml has to meet, in its place. */
function expectGood(text: string, files: Files): void {
  const inPlace = { ...files, 'environment.yml': text };
  const outcomes = ['environment-yml-is-valid', 'environment-yml-pins-python', 'environment-is-portable'].map(
    (id) => findingOf(id, inPlace).outcome,
  );
  expect(outcomes).toEqual(['pass', 'pass', 'pass']);
  expect(findingOf('environment-yml-is-valid', inPlace).notes).toEqual([]);
  expect(findingOf('requirements-are-well-formed', inPlace).outcome).not.toBe('fail');
  expect(findingOf('environment-is-declared', inPlace).outcome).toBe('pass');
}

const CODE = { 'run.py': 'import numpy\n' };
const importOf = (value: string, distribution: string | null, isNeeded = true): CodeImport => ({
  value,
  distributions: distribution === null ? null : [distribution],
  providers: [],
  isNeeded,
  line: 1,
  cell: null,
  quote: '',
});

describe('an environment.yml from requirements', () => {
  test.each<[string, string, string]>([
    ['pins', 'numpy==1.26.4\npandas~=2.2\n', '- numpy==1.26.4\n- pandas~=2.2'],
    [
      'options',
      '--extra-index-url https://example.org/x\n-r base.txt\na\n',
      "- '--extra-index-url https://example.org/x'\n- '-r base.txt'\n- a",
    ],
    ['its own package', '-e .\n./lib\n', "- '-e .'\n- './lib'"],
    ['addresses', 'a @ git+https://example.org/a.git#egg=a\n', "- 'a @ git+https://example.org/a.git#egg=a'"],
    ['markers and quotes', "pywin32==306; sys_platform == 'win32'\n", "- 'pywin32==306; sys_platform == ''win32'''"],
    ['paths of one machine', 'certifi @ file:///croot/certifi\nb==1\n', '- certifi\n- b==1'],
    [
      'wrong names',
      'os\nsklearn==0.0\ncv2>=4\npkg-resources==0.0.0\nb==1\n',
      '- scikit-learn\n- opencv-python>=4\n- b==1',
    ],
    ['what Linux lacks', 'pywin32==306\nb==1\n', '- b==1'],
    ['a single sign', 'a=1.2\nb==1\nc==1\n', '- a==1.2\n- b==1\n- c==1'],
    ['words of YAML', 'y\nno\n', "- 'y'\n- 'no'"],
    ['what stands twice', 'a==1\na==1\n', '- a==1'],
  ])('%s', (_name, requirements, entries) => {
    const files = { ...CODE, 'requirements.txt': requirements, 'base.txt': 'c==1\n' };
    const text = pasteOf(findingOf('python-project-has-environment-yml', files));
    const expected = entries.replaceAll(/^/gm, '      ');
    expect(text).toBe(
      `name: sleep\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.12\n  - pip\n  - pip:\n${expected}\n`,
    );
    expectGood(text, files);
  });

  test('paths are told from the root', () => {
    const files = {
      ...CODE,
      'README.md': '    pip install -r lab/r.txt',
      'lab/r.txt': '-r base.txt\n-e .\n',
      'lab/base.txt': 'a==1\n',
    };
    const text = pasteOf(findingOf('python-project-has-environment-yml', files));
    expect(text).toContain("- '-r lab/base.txt'\n      - '-e lab/.'");
    expectGood(text, files);
  });

  test('the requirements of a project', () => {
    const files = { ...CODE, 'pyproject.toml': '[project]\ndependencies = ["numpy>=1.26", "b[x]==1"]\n' };
    const text = pasteOf(findingOf('python-project-has-environment-yml', files));
    expect(text).toContain('- numpy>=1.26\n      - b[x]==1');
    expectGood(text, files);
  });

  test('a list that is too long to paste is left to its file', () => {
    const long = Array.from({ length: 900 }, (_, index) => `package-${index}==1.0\n`).join('');
    const files = { ...CODE, 'requirements.txt': long };
    const finding = findingOf('python-project-has-environment-yml', files);
    expect(pasteOf(finding)).toMatch(/- pip\n {2}- pip:\n {6}- '-r requirements\.txt'\n$/);
    expectGood(pasteOf(finding), files);
  });
});

test('whatever the lines are, what is written meets our own checks', () => {
  const part = fc.constantFrom(
    ...'a b1 os sklearn Pillow pywin32 == = >=1.0 1.2.3 [x] ; # : - -e . / @ https:// file:///x python_version<"3.9" \' " { } , * & ! % ` ~ yes null 3.10 .. -r --pre ${X} é'.split(
      ' ',
    ),
    ' ',
  );
  const line = fc.array(part, { maxLength: 7 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const files = { ...CODE, 'requirements.txt': `good==1\n${lines.join('\n')}\n` };
      const finding = findingOf('python-project-has-environment-yml', files);
      expect(finding.outcome).toBe('fail');
      const missing = /-r|--requirement/.test(pasteOf(finding));
      if (!missing) expectGood(pasteOf(finding), files);
    }),
    runs,
  );
});

describe('the version of Python', () => {
  test.each<[string, Files, string, string]>([
    ['the README', { 'README.md': 'It needs Python 3.9.' }, '3.9', 'README.md line 1'],
    ['a command', { 'README.md': '# A\n\n    conda create -n a python=3.8' }, '3.8', 'README.md line 3'],
    [
      'the Dockerfile',
      { Dockerfile: 'FROM python:3.10-slim\n', 'README.md': '    pip install -r requirements.txt' },
      '3.10',
      'Dockerfile line 1',
    ],
    ['runtime.txt', { 'runtime.txt': 'python-3.11.4\n' }, '3.11', 'runtime.txt line 1'],
    ['a least version', { 'README.md': 'Python 3.6+ or newer' }, '3.12', 'is a choice'],
    ['a least version in words', { 'README.md': 'Python 3.7 or higher' }, '3.12', 'is a choice'],
    ['what is held', { 'requirements.txt': 'numpy==1.19.5\ntorch==1.13.1\n' }, '3.9', 'is a choice'],
    ['what is held and new', { 'requirements.txt': 'numpy==2.1.0\ntorch==2.1.0+cu118\n' }, '3.11', 'is a choice'],
    ['nothing', {}, '3.12', 'is a choice'],
  ])('%s', (_name, files, minor, words) => {
    const finding = findingOf('python-project-has-environment-yml', {
      ...CODE,
      'requirements.txt': 'a==1\n',
      ...files,
    });
    expect(pasteOf(finding)).toContain(`- python=${minor}\n`);
    expect(finding.fix?.ways[0].say).toContain(words);
  });
});

describe('an environment.yml from imports', () => {
  const code = (...imports: readonly CodeImport[]): Options => ({
    code: [
      {
        path: 'run.py',
        id: 'a'.repeat(40),
        reading: read({
          imports,
          machinePaths: [],
          harmlessPaths: [],
          openedFiles: [],
          writtenFiles: [],
          installs: [],
          problem: null,
        }),
      },
    ],
  });
  const options = code(
    importOf('sklearn.svm', 'scikit-learn'),
    importOf('numpy', 'numpy'),
    importOf('numpy.linalg', 'numpy'),
    importOf('own_tool', null),
    importOf('cupy', 'cupy', false),
    importOf('win32api', 'pywin32'),
  );

  test.each(['python-project-has-environment-yml', 'environment-is-declared'])('%s', (id) => {
    const finding = findingOf(id, CODE, options);
    expect(pasteOf(finding)).toMatch(/- pip\n {2}- pip:\n {6}- numpy\n {6}- scikit-learn\n$/);
    expect(finding.fix?.ways[0].say).toContain('left to pin');
    expect(finding.fix?.ways[0].say).toContain('own_tool');
    expectGood(pasteOf(finding), CODE);
  });

  test('as long as no code was read, a beginning', () => {
    const finding = findingOf('environment-is-declared', CODE);
    expect(pasteOf(finding)).toMatch(/- python=3\.12\n {2}- pip\n$/);
    expectGood(pasteOf(finding), CODE);
  });
});

describe('lists of which conda drops some', () => {
  const fixOf = (text: string) => pasteOf(findingOf('environment-yml-is-valid', { 'environment.yml': text }));
  test.each<[string, string, string]>([
    [
      'two lists for pip',
      'dependencies:\n  - python=3.11\n  - pip\n  - pip:\n    - a==1\n  - pip:\n    - b @ https://example.org/b-1.zip\n    - a==1\n',
      "  - pip:\n      - a==1\n      - 'b @ https://example.org/b-1.zip'",
    ],
    ['three', 'dependencies:\n- pip: [a]\n- pip: [b]\n- pip: [c]\n', '  - pip:\n      - a\n      - b\n      - c'],
    ['channels twice', 'channels: [a]\ndependencies: [python=3.11]\nchannels: [b, a]\n', 'channels:\n  - a\n  - b'],
    ['one package in two ways', 'dependencies:\n- pip: [a==1]\n- pip: [a==2]\n', ''],
    ['a name twice', 'name: a\ndependencies: [python=3.11]\nname: b\n', ''],
    ['a fault besides', 'dependencies:\n- pip: [a]\n- pip: [b]\n- c: 1\n', ''],
  ])('%s', (_name, text, merged) => {
    expect(fixOf(text)).toBe(merged);
  });

  test('in the place of the others the list is read whole', () => {
    const list = fixOf('dependencies:\n  - python=3.11\n  - pip\n  - pip: [a==1]\n  - pip: [b==2]\n');
    expectGood(`name: a\ndependencies:\n  - python=3.11\n  - pip\n${list}\n`, CODE);
  });
});

describe('an environment.yml for Linux', () => {
  const mended = (text: string) => pasteOf(findingOf('environment-is-portable', { 'environment.yml': text }), 2);
  test('loses builds, paths and packages of one system, and keeps the rest as it is written', () => {
    const text = mended(
      'name: a # mine\ndependencies:\n  - python=3.11.4=hb885b13_0\n  - "numpy=1.26.4=py311hca03da5_0" # why\n  - libcxx=14.0.6\n  - pip\n  - pip:\n      - appnope==0.1.3\n      - certifi @ file:///croot/certifi\n      - pywin32==306\nprefix: /Users/somebody/a\n',
    );
    expect(text).toBe(
      'name: a # mine\ndependencies:\n  - python=3.11.4\n  - "numpy=1.26.4" # why\n  - pip\n  - pip:\n      - appnope==0.1.3\n      - certifi\n',
    );
    expectGood(text, CODE);
  });

  test.each([
    ['in one line', 'dependencies: [libcxx=14, python=3.11]\n'],
    ['nothing is left', 'dependencies:\n  - libcxx=14\n'],
    [
      'too long to paste',
      `dependencies:\n  - libcxx=14\n${Array.from({ length: 600 }, (_, index) => `  - package-${index}=1.0\n`).join('')}`,
    ],
  ])('%s: the export alone is offered', (_name, text) => {
    expect(mended(text)).toBe('');
  });
});
