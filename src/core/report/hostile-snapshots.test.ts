import { describe, expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { codeFileOf } from '../facts/code-file.ts';
import { limits } from '../model/limits.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import { read } from '../model/unread.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { judge } from './judge.ts';

const settings = { rubricHash: '', version: '0', checks };
type Files = Readonly<Record<string, TestFile>>;

const timeOf = (files: Files, code: Files = {}): number => {
  const looked = Object.entries(code).map(([path, text]) => {
    const reading = read(codeFileOf(path, String(text)));
    return { path, id: 'a'.repeat(40), reading };
  });
  const snapshot = snapshotOf({ 'README.md': '# A\n\n    python run.py\n', 'run.py': '', ...files }, { code: looked });
  const started = performance.now();
  const { findings } = judge(snapshot, everyCheck, settings);
  expect(findings.length).toBeGreaterThan(50);
  return performance.now() - started;
};

const times = (count: number, line: string): string => line.repeat(count);
const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const cut = (text: string, { most }: { readonly most: number }): string => text.slice(0, most);
const tree = (count: number, path: (index: number) => string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [path(index), { kind: 'file' as const }]));

const laughs = `a: &a [x]\n${[...'bcdefghi'].map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`).join('\n')}`;

const YAML: readonly (readonly [string, string])[] = [
  ['one long scalar', `name: ${times(250_000, 'a')}`],
  ['keys', numbered(20_000, (at) => `k${at}: 1`)],
  ['a flow of keys', `{${numbered(20_000, (at) => `k${at}: 1,`)}}`],
  ['items', `dependencies:\n${times(60_000, '- a\n')}`],
  ['packages', `name: a\ndependencies:\n${numbered(9_000, (at) => `  - p${at}=1.${at}=h${at}_0`)}`],
  ['lines of pip', `dependencies:\n  - pip:\n${numbered(8_000, (at) => `    - p${at}==1.${at}`)}`],
  ['open brackets', times(250_000, '[')],
  ['open questions', times(10_000, '? ')],
  ['aliases', `a: &a x\nb: [${times(60_000, '*a,')}]`],
  ['anchors', numbered(10_000, (at) => `- &a${at} x`)],
  ['empty lines', times(250_000, '\n')],
  ['anchors without a value', times(80_000, '&a ')],
  ['open lists', times(60_000, '[,,,')],
  ['open quotes', times(80_000, '"\\\n')],
  ['documents', times(60_000, '---\n')],
  ['nine laughs', laughs],
  ['itself', 'dependencies: &a [*a]'],
];
const MARKDOWN: readonly (readonly [string, string])[] = [
  ['paragraphs', 'a\n\n'],
  ['headings', '# a\n'],
  ['quotes', '> '],
  ['quotes on lines', '> a\n'],
  ['lists', '- '],
  ['items', '- `pip install a`\n'],
  ['tables', '|a|b|\n|-|-|\n'],
  ['wide tables', '|a'],
  ['images', '![[]('],
  ['links', '[a](b '],
  ['whole links', '[a](docs/a.md) '],
  ['definitions', '[a]: b\n'],
  ['stars', '*'],
  ['underlines', '_a'],
  ['code spans', '` `` ``` '],
  ['fences', '```\npip install a\n```\n'],
  ['open comments', '<!--'],
  ['comments', '<!-- a -->'],
  ['tags', '<a '],
  ['details', '<details>\n\na\n\n</details>\n'],
  ['instructions', '<?'],
  ['entities', '&amp;'],
  ['addresses', 'https://ghcr.io/a/b:1 '],
  ['commands', '    cd a && python run.py --b c > d\n'],
  ['plain commands', 'Run python run.py in the folder. '],
  ['installs', '    pip install -r requirements.txt\n'],
  ['docker', '    docker pull ghcr.io/a/b:1 && docker run a/b\n'],
  ['sentences', 'The data is from the file and you can run the code with it. '],
  ['letters without blanks', 'a'],
  ['blanks', ' '],
  ['words', 'data '],
  ['negations', 'do not run '],
  ['paths', 'a/'],
  ['marks', '.'],
  ['another language', 'Die Daten und der Code für das Modell 数据 '],
];
const LONG_LINE = ' && a b=c \\\n';
const DOCKERFILES: readonly (readonly [string, string])[] = [
  ['instructions', `FROM python:3.11\n${times(1_999, 'RUN pip install a b c\n')}`],
  ['continued lines', `FROM python:3.11\nRUN a${times(5_000, LONG_LINE)}`],
  ['packages', `FROM ubuntu:22.04\nRUN apt-get install -y ${times(10_000, 'aa=1 ')}`],
  ['one long line', `FROM a:1\nRUN ${times(120_000, 'a')}`],
  ['an open heredoc', `FROM a:1\nRUN <<EOF\n${times(50_000, 'a\n')}`],
  ['heredocs', `FROM a:1\n${times(1_900, 'RUN <<E\npip install a\nE\n')}`],
  ['stages', numbered(1_900, (at) => `FROM ${at === 0 ? 'a:1' : `s${at - 1}`} AS s${at}`)],
  ['variables', `ARG A=1\nFROM a:$A\n${times(1_900, 'ENV A=$A$A B=$A\n')}`],
  ['folders', `FROM a:1\n${numbered(1_900, (at) => `WORKDIR d${at}`)}`],
  ['users', `FROM a:1\n${times(900, 'USER root\nRUN conda install a\n')}`],
  ['copied lists', `FROM a:1\n${times(950, 'COPY requirements.txt .\nRUN pip install -r requirements.txt\n')}`],
  ['what it is not', times(60_000, '<p>')],
];

/** Measured at half of these bounds and below on a machine at rest; what is quadratic needs minutes. */
describe('a whole report on hostile files ends in time', () => {
  test.each(YAML)('environment.yml: %s', (_name, text) => {
    const whole = cut(text, limits.environmentBytes);
    expect(timeOf({ 'environment.yml': whole })).toBeLessThan(1_500);
  });

  test.each(YAML)('workflow and compose file: %s', (_name, text) => {
    const whole = cut(`on: push\n# docker push\n${text}`, limits.workflowBytes);
    const files = { '.github/workflows/a.yml': whole, 'docker-compose.yml': whole };
    expect(timeOf(files)).toBeLessThan(1_500);
  });

  test.each(MARKDOWN)('README: %s', (_name, piece) => {
    const text = cut(piece.repeat(limits.readmeBytes.most / piece.length), limits.readmeBytes);
    const files = { 'README.md': text, 'requirements.txt': 'a==1\n', 'docs/a.md': '# A\n' };
    expect(timeOf(files)).toBeLessThan(3_000);
  });

  test.each(DOCKERFILES)('Dockerfile: %s', (_name, text) => {
    const files = { Dockerfile: cut(text, limits.dockerfileBytes), 'requirements.txt': times(2_000, 'a==1\n') };
    expect(timeOf(files)).toBeLessThan(2_000);
  });

  test('1,900 lines of COPY, 30,000 files and a long .dockerignore', () => {
    const files = {
      ...tree(30_000, (at) => `data/part-${at % 300}/file-${at}.csv`),
      Dockerfile: `FROM python:3.11\n${numbered(1_900, (at) => `COPY data/*/file-${at}* missing-${at} /a/`)}`,
      '.dockerignore': numbered(8_000, (at) => `**/x${at}*/**\n!data/part-${at}`),
      '.gitignore': numbered(8_000, (at) => `**/missing-${at}*`),
    };
    expect(timeOf(files)).toBeLessThan(4_000);
  });

  test.each([
    ['packages', numbered(10_000, (at) => `package-${at}==1.${at}`)],
    ['packages without versions', numbered(10_000, (at) => `package${at}`)],
    ['prose', times(8_000, 'this is a list of the packages\n')],
    ['marks', times(3_000, 'a[b,c]>=1,<2;python_version<"3.9" --hash=a \\\n')],
    ['one line', `a==${times(250_000, '1.')}`],
    ['other lists', numbered(10_000, (at) => `-r requirements-${at}.txt`)],
  ])('requirements.txt: %s', (_name, text) => {
    const whole = cut(text, limits.environmentBytes);
    expect(timeOf({ 'requirements.txt': whole, 'dev/requirements.txt': whole })).toBeLessThan(1_500);
  });

  test.each([
    ['files of code', (at: number) => `src/part-${at % 1_000}/module-${at}.py`],
    ['environments', (at: number) => `env-${at % 900}/lib/python3.9/site-packages/p${at}/a.py`],
    ['specs', (at: number) => `part-${at >> 1}/${at % 2 === 0 ? 'requirements.txt' : 'Dockerfile'}`],
    ['projects', (at: number) => `p${at >> 1}/${at % 2 === 0 ? 'README.md' : 'LICENSE'}`],
    ['deep folders', (at: number) => `${'a/'.repeat(at % 200)}f${at}.py`],
  ])('a tree of 100,000 entries: %s', (_name, path) => {
    expect(timeOf(tree(100_000, path))).toBeLessThan(4_000);
  });

  test('code: a notebook with outputs of 4 MB, and deep nesting', () => {
    const cell = {
      cell_type: 'code',
      source: 'import numpy\nx = "/home/ada/a.csv"',
      outputs: [{ text: times(80_000, 'See /home/ada/data/results and C:\\Users\\ada\\x.\n') }],
    };
    const deep = numbered(1_000, (at) => `${' '.repeat(at)}if a:`);
    const started = performance.now();
    const code = {
      'a.ipynb': JSON.stringify({ cells: [cell] }),
      'deep.py': `import numpy\n${deep}\n${' '.repeat(1_000)}import b`,
      'brackets.py': `import numpy\nx = ${times(500_000, '[')}`,
    };
    timeOf({ 'a.ipynb': '', 'requirements.txt': 'numpy==1\n' }, code);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
