import type { ParserCase } from './parser-case.ts';
import { parseRequirement, parseRequirements } from './requirements.ts';

/** `kind name constraint held marker fault`, blanks left out. */
const one = (name: string, text: string, expected: string): ParserCase => ({
  name,
  parse: () => {
    const { kind, name: own, constraint, isHeld, hasMarker, fault } = parseRequirement(text, 1);
    return [kind, own, constraint, isHeld && 'held', hasMarker && 'marker', fault].filter(Boolean).join(' ');
  },
  expected,
});

const file = (name: string, text: string, shape: string, lines: readonly string[]): ParserCase => ({
  name,
  parse: () => {
    const parsed = parseRequirements(text);
    return [parsed.shape, parsed.lines.map((line) => `${line.line}: ${line.text}`)];
  },
  expected: [shape, lines],
});

const COMMIT = '4b41059694619831a7db195b7e0988fc4ff3a307';

export const cases: readonly ParserCase[] = [
  one('a bare name', 'numpy', 'requirement numpy'),
  one('an exact version', 'numpy==1.26.4', 'requirement numpy ==1.26.4 held'),
  one('blanks around the operator', 'pyyaml == 5.4.1', 'requirement pyyaml ==5.4.1 held'),
  one('a variable of the shell', '${EXTRA_PACKAGE}', 'variable'),
  one('a version from a variable', 'numpy==${NUMPY}', 'variable'),
  one('a variable that pip does not fill in', '${extra}', 'invalid not-a-requirement'),
  one('extras', 'transformers[torch,sentencepiece]', 'requirement transformers'),
  one('extras with a version', 'uvicorn [standard]>=0.27', 'requirement uvicorn >=0.27'),
  one('a compatible release', 'pandas~=2.2', 'requirement pandas ~=2.2 held'),
  one('a wildcard', 'gradio==3.50.*', 'requirement gradio ==3.50.* held'),
  one('a range as wide as a compatible release', 'numpy>=1.24,<2', 'requirement numpy >=1.24,<2 held'),
  one('a wide range', 'numpy>=1.24,<4', 'requirement numpy >=1.24,<4'),
  one('a version in brackets', 'numpy (>=1.2)', 'requirement numpy >=1.2'),
  one('a local version', 'torch==1.13.1+cu117', 'requirement torch ==1.13.1+cu117 held'),
  one('a marker', 'pywin32==306 ; sys_platform == "win32"', 'requirement pywin32 ==306 held marker'),
  one('a hash', `numpy==1.26.4 --hash=sha256:${'a'.repeat(64)}`, 'requirement numpy ==1.26.4 held'),
  one('a commit', `openfold @ git+https://example.org/o.git@${COMMIT}`, 'requirement openfold held'),
  one('a branch', 'openfold @ git+https://example.org/o.git@main', 'requirement openfold'),
  one('a repository without a name', 'git+https://example.org/o.git#egg=open-fold', 'requirement open-fold'),
  one('an editable commit', `-e git+https://example.org/o.git@${COMMIT}#egg=o`, 'requirement o held'),
  one(
    'a wheel on the web',
    'https://example.org/a-1.0-py3-none-any.whl',
    'requirement https://example.org/a-1.0-py3-none-any.whl held',
  ),
  one('the newest of a branch', 'a @ https://example.org/a/archive/main.zip', 'requirement a'),
  one('the project itself', '-e .', 'path'),
  one('the project with extras', '.[dev]', 'path'),
  one('a wheel beside it', 'lib/own-1.0-py3-none-any.whl', 'path'),
  one('an option', '--extra-index-url https://example.org/simple', 'option'),
  one('a short option', '-r base.txt', 'option'),
  one('a path of one machine', 'certifi @ file:///croot/certifi_1/work', 'requirement certifi local-path'),
  one('an editable path of one machine', '-e /Users/somebody/project', 'requirement local-path'),
  one('a drive', 'C:\\wheels\\a.whl', 'requirement local-path'),
  one('a single equals sign', 'numpy=1.2', 'invalid numpy single-equals'),
  one('a line of a conda list', 'numpy=1.2=py39h1_0', 'invalid numpy single-equals'),
  one('a version without an operator', 'numpy 1.2', 'invalid numpy not-a-requirement'),
  one('a sentence', 'Install these packages first', 'invalid Install not-a-requirement'),
  one('a Markdown bullet', '* numpy', 'invalid not-a-requirement'),
  one('a list item', '- numpy', 'invalid not-a-requirement'),
  file('comments, blanks and continuations', '# a\n\nnumpy # why\npandas \\\n  ==2.2\r\n', 'requirements', [
    '3: numpy',
    '4: pandas   ==2.2',
  ]),
  file('nothing', '\n# only a comment\n', 'requirements', []),
  file(
    'an explicit list',
    '# platform: win-64\n@EXPLICIT\nhttps://example.org/win-64/a-1-0.conda\n',
    'explicit-list',
    [],
  ),
  file('an export of conda', '# $ conda create --name a --file b\nnumpy=1.2=py39_0\npip=23=py39_0\n', 'conda-list', [
    '2: numpy=1.2=py39_0',
    '3: pip=23=py39_0',
  ]),
  file('what pip list prints', 'Package Version\n------- -------\nnumpy   1.26.4\npandas  2.2.0\n', 'pip-list', [
    '1: Package Version',
    '2: ------- -------',
    '3: numpy   1.26.4',
    '4: pandas  2.2.0',
  ]),
  file('prose', 'Ubuntu:\n\n* curl `$ sudo apt install curl`\n', 'prose', [
    '1: Ubuntu:',
    '3: * curl `$ sudo apt install curl`',
  ]),
  file('an unsettled merge', 'numpy\n<<<<<<< HEAD\na==1\n=======\na==2\n>>>>>>> main\n', 'merge-conflict', [
    '1: numpy',
    '3: a==1',
    '5: a==2',
  ]),
  file('one bad line among good ones', 'Python 3.8\nnumpy\npandas\n', 'requirements', [
    '1: Python 3.8',
    '2: numpy',
    '3: pandas',
  ]),
];
