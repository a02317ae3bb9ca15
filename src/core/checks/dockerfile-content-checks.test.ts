import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import type { Finding } from '../model/finding.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import { general } from '../rubrics/general.ts';
import { methodologyAssignment6 } from '../rubrics/methodology-assignment-6.ts';
import { runCheck } from './check.ts';
import { findCheck } from './check-list.ts';
import { checks } from './index.ts';

type Files = Readonly<Record<string, TestFile>>;

function findingOf(
  id: string,
  files: Files,
  { unreadFolders = [], parameters = methodologyAssignment6.parameters } = {} as {
    readonly unreadFolders?: readonly string[];
    readonly parameters?: typeof methodologyAssignment6.parameters;
  },
): Finding {
  const asked = findCheck(checks, id, parameters);
  if (asked === undefined) throw new Error(`no check ${id}`);
  return runCheck(asked.check, factsOf(snapshotOf(files, { unreadFolders })), parameters, asked.about);
}

const pasteOf = ({ fix }: Finding): string | null => fix?.ways[0].paste ?? null;
const placesOf = ({ evidence }: Finding): string =>
  evidence.flatMap((item) => (item.kind === 'line' ? [`${item.path}:${item.line}`] : [])).join(' ');

const FROM = 'FROM python:3.12-slim\n';
const BASE = 'FROM ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable\nUSER root\n';

describe('dockerfile-copies-existing-files', () => {
  const id = 'dockerfile-copies-existing-files';
  const copying = (text: string, files: Files = {}): Files => ({ Dockerfile: `${FROM}${text}\n`, ...files });

  test.each<[string, Files, string]>([
    ['nothing is copied', copying('RUN pip install numpy'), 'not-applicable'],
    ['a file', copying('COPY a.txt ./', { 'a.txt': '' }), 'pass'],
    ['the whole context', copying('COPY . /app'), 'pass'],
    ['a folder, by its end', copying('COPY src/ /app/', { 'src/a.py': '' }), 'pass'],
    ['from the context’s root', copying('COPY /a.txt ./', { 'a.txt': '' }), 'pass'],
    ['a list in JSON', copying('COPY --chown=1 ["a b.txt", "/x/"]', { 'a b.txt': '' }), 'pass'],
    ['of another stage', copying('COPY --link --from=build /a /b'), 'not-applicable'],
    ['a heredoc', copying('COPY <<EOF /a\nx\nEOF'), 'not-applicable'],
    ['addresses', copying('ADD https://example.org/a.tgz git@example.org:a/b.git /x/'), 'not-applicable'],
    ['a default in a path', copying('ARG F=a.txt\nCOPY $F ./', { 'a.txt': '' }), 'pass'],
    ['a default in a path, which is not there', copying('ARG F=b.txt\nCOPY ${F} ./'), 'fail'],
    ['a variable without a value', copying('ARG F\nCOPY $F ./'), 'unknown'],
    ['a link', copying('COPY data /data', { data: { kind: 'symlink' } }), 'pass'],
    ['below a submodule', copying('COPY lib/a.py /x/', { lib: { kind: 'submodule' } }), 'pass'],
    ['what fits a pattern', copying('COPY req*.txt ./', { 'requirements.txt': '' }), 'pass'],
    ['a stage that is not built', { Dockerfile: `${FROM}COPY gone /x\n${FROM}COPY a /x\n`, a: '' }, 'pass'],
    ['a file that is not there', copying('COPY /start.sh /'), 'fail'],
    [
      'a folder that is not there',
      copying('ADD workspace /workspace', { 'README.md': 'Our workspace is large.' }),
      'fail',
    ],
    ['another letter case', copying('COPY Data.csv ./', { 'data.csv': '' }), 'fail'],
    [
      'a committed folder that no check looks into',
      copying('COPY node_modules /x', { 'node_modules/a.js': '' }),
      'pass',
    ],
    ['what .dockerignore leaves out', copying('COPY data /d', { 'data/a.csv': '', '.dockerignore': 'data' }), 'fail'],
    [
      'what .dockerignore lets in again',
      copying('COPY data /d', { 'data/a.csv': '', 'data/b': '', '.dockerignore': 'data\n!data/a.csv' }),
      'pass',
    ],
    [
      'the .dockerignore of the Dockerfile’s own name counts alone',
      copying('COPY a /d', { a: '', '.dockerignore': 'a', 'Dockerfile.dockerignore': 'b' }),
      'pass',
    ],
    [
      'an unread .dockerignore',
      copying('COPY a /d', { a: '', '.dockerignore': { unread: { kind: 'offline' } } }),
      'unknown',
    ],
    [
      'a product that a workflow makes',
      copying('COPY dist/ /x', { '.github/workflows/a.yml': 'run: npm run build' }),
      'pass',
    ],
    ['a lock that a step of the README writes', copying('COPY uv.lock /x', { 'README.md': '    uv sync\n' }), 'pass'],
    ['a product that nothing makes', copying('COPY dist/ /x'), 'fail'],
    [
      'a file that the README says to make',
      copying('COPY .env /x', { 'README.md': '    cp .env.example .env\n' }),
      'pass',
    ],
    [
      'a file that the README says to download',
      copying('COPY w.pt /x', { 'README.md': 'Download `w.pt` first.' }),
      'pass',
    ],
    ['a file that the README only names', copying('COPY w.pt /x', { 'README.md': 'The weights are w.pt.' }), 'fail'],
  ])('%s', (_name, files, outcome) => {
    expect(findingOf(id, files).outcome).toBe(outcome);
  });

  test.each<[string, Files, string, string]>([
    [
      'its own folder',
      { 'app/Dockerfile': `${FROM}COPY a /x`, 'app/a': '' },
      'pass',
      'Sources are looked for in app/: no text that was read tells where the image is built.',
    ],
    [
      'a folder above it',
      { 'app/Dockerfile': `${FROM}COPY src /x`, 'src/a': '' },
      'pass',
      'Sources are looked for in the root folder: no text that was read tells where the image is built.',
    ],
    [
      'the one that the README tells',
      { 'README.md': '`docker build -f app/Dockerfile .`', 'app/Dockerfile': `${FROM}COPY a /x`, 'app/a': '' },
      'fail',
      'Sources are taken from the root folder, as README.md line 1 tells.',
    ],
    [
      'the one that a compose file tells',
      {
        'compose.yaml': 'services:\n  a:\n    build:\n      context: src\n      dockerfile: ../app/Dockerfile\n',
        'app/Dockerfile': `${FROM}COPY a /x`,
        'src/a': '',
      },
      'pass',
      'Sources are taken from src/, as compose.yaml line 5 tells.',
    ],
    [
      'the one that a linked document tells',
      {
        'README.md': 'See [how to build](docs/build.md).',
        'docs/build.md': '`docker build -f app/Dockerfile .`',
        'app/Dockerfile': `${FROM}COPY a /x`,
        'app/a': '',
        a: '',
      },
      'pass',
      'Sources are taken from the root folder, as docs/build.md line 1 tells.',
    ],
    [
      'two, where nothing tells which',
      { 'app/Dockerfile': `${FROM}COPY a /x\nCOPY b c /x`, 'app/a': '', b: '', c: '' },
      'pass',
      'Sources are looked for in the root folder: no text that was read tells where the image is built.',
    ],
  ])('taken from %s', (_name, files, outcome, note) => {
    const finding = findingOf(id, files);
    expect([finding.outcome, finding.notes[0]]).toEqual([outcome, note]);
  });

  test.each<[string, Files, string | null]>([
    ['the nearest path', copying('COPY requirment.txt ./', { 'requirements.txt': '' }), 'COPY requirements.txt ./'],
    ['the same in another case', copying('COPY data/A.csv ./', { 'data/a.csv': '' }), 'COPY data/a.csv ./'],
    ['an exception', copying('COPY a ./', { a: '', '.dockerignore': '*' }), '!a'],
    ['nothing like it', copying('COPY other.sh /'), null],
    [
      'out of the context',
      {
        'compose.yaml': 'services:\n  a:\n    build: app\n',
        'app/Dockerfile': `${FROM}COPY ../notes.txt /x`,
        'notes.txt': '',
      },
      'docker build -f app/Dockerfile .',
    ],
  ])('mended by %s', (_name, files, paste) => {
    const finding = findingOf(id, files);
    expect([finding.outcome, pasteOf(finding)]).toEqual(['fail', paste]);
  });

  test('a listing that is not whole proves no absence', () => {
    const files = copying('COPY a/b ./');
    expect(findingOf(id, files, { unreadFolders: ['a'] }).outcome).toBe('unknown');
    expect(findingOf(id, copying('COPY c ./', { c: '' }), { unreadFolders: ['a'] }).outcome).toBe('pass');
  });
});

describe('dockerfile-sets-the-required-command', () => {
  const id = 'dockerfile-sets-the-required-command';
  test.each<[string, string, string, string]>([
    ['as asked', `${BASE}CMD ["/bin/bash"]`, 'pass', 'The Dockerfile sets'],
    ['the last one counts', `${BASE}CMD ["x"]\nCMD [ "/bin/bash" ]`, 'pass', 'The Dockerfile sets'],
    ['of the stage it begins from', 'FROM python:3.12 AS a\nCMD ["/bin/bash"]\nFROM a\n', 'pass', 'The'],
    [
      'of a stage that is left',
      `FROM python:3 AS a\nCMD ["/bin/bash"]\n${FROM}`,
      'fail',
      'There is no `CMD`. The base image starts ["python3"].',
    ],
    ['of the base', 'FROM ubuntu:22.04\n', 'pass', 'The base image sets'],
    [
      'of the base, which an ENTRYPOINT takes away',
      'FROM ubuntu:22.04\nENTRYPOINT ["/x"]\n',
      'fail',
      'There is no `CMD`. `ENTRYPOINT` starts',
    ],
    ['in a comment', `${BASE}# CMD ["/bin/bash"]`, 'fail', '`CMD` stands in a comment only'],
    [
      'words in a comment',
      `${BASE}# CMD is not needed here`,
      'fail',
      'There is no `CMD`. The base image starts a notebook server.',
    ],
    ['without its slash', `${BASE}CMD ["bin/bash"]`, 'fail', '`bin/bash` is another program'],
    ['without its folder', `${BASE}CMD ["bash"]`, 'fail', '["bash"] is found by the search path'],
    ['in shell form', `${BASE}CMD /bin/bash`, 'fail', '`/bin/bash` goes through a shell'],
    ['in single quotes', `${BASE}CMD ['/bin/bash']`, 'fail', 'The list is not in double quotes'],
    ['another program', `${BASE}CMD ["python", "a.py"]`, 'fail', 'The command is another one: `["python", "a.py"]`.'],
    ['another of as many words', `${BASE}CMD ["jupyter"]`, 'fail', 'The command is another one'],
    ['none at all', `${BASE}RUN x`, 'fail', 'There is no `CMD`.'],
    ['of an unknown base', 'FROM lab/own:1\n', 'fail', 'There is no `CMD`. The base image tells what starts.'],
    ['a heredoc holds no comment', `${BASE}RUN <<EOF\n# CMD ["/bin/bash"]\nEOF\n`, 'fail', 'There is no `CMD`.'],
  ])('%s', (_name, Dockerfile, outcome, words) => {
    const finding = findingOf(id, { Dockerfile });
    expect([finding.outcome, finding.summary.slice(0, words.length)]).toEqual([outcome, words]);
    expect(pasteOf(finding)).toBe(outcome === 'fail' ? 'CMD ["/bin/bash"]' : null);
  });

  test('an ENTRYPOINT is said; nothing is asked where a rubric asks for no command', () => {
    const Dockerfile = `${BASE}ENTRYPOINT ["/start"]\nCMD ["/bin/bash"]`;
    expect(findingOf(id, { Dockerfile }).notes[0]).toMatch(/^`ENTRYPOINT` in line 3/);
    const parameters = { ...methodologyAssignment6.parameters, command: null };
    expect(findingOf(id, { Dockerfile }, { parameters }).outcome).toBe('not-applicable');
  });
});

describe('base-image-is-allowed', () => {
  const id = 'base-image-is-allowed';
  test.each<[string, string, string, string | null]>([
    ['one that is asked for', 'FROM ghcr.io/ucsd-ets/scipy-ml-notebook:stable', 'pass', null],
    ['a course image on it', 'FROM ghcr.io/ucsd-ets/dsc10-notebook:fa24', 'pass', null],
    ['another publisher', 'FROM python:3.12', 'pass', null],
    ['an old course image', 'FROM ucsdets/cogs18-notebook:wi21', 'pass', null],
    [
      'moved',
      'FROM ucsdets/scipy-ml-notebook:2021.3-stable',
      'fail',
      'FROM ghcr.io/ucsd-ets/scipy-ml-notebook:2023.4-stable',
    ],
    [
      'moved, by an ARG',
      'ARG B=ucsdets/datascience-notebook:2023.2-stable\nFROM $B',
      'fail',
      'ARG B=ghcr.io/ucsd-ets/datascience-notebook:2023.2-stable',
    ],
    [
      'moved and misspelt',
      'FROM ucsdets/datascience-norebook',
      'fail',
      'FROM ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable',
    ],
    [
      'retired',
      'FROM ghcr.io/ucsd-ets/datahub-base-notebook:2023.1-stable',
      'fail',
      'FROM ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable',
    ],
    [
      'a misspelt owner',
      'FROM ghcr.io/ucsdets/rstudio-notebook:2023.4-stable',
      'fail',
      'FROM ghcr.io/ucsd-ets/rstudio-notebook:2023.4-stable',
    ],
    [
      'the first stage of the image',
      'FROM ucsdets/datascience-notebook:1 AS a\nFROM a',
      'fail',
      'FROM ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable AS a',
    ],
    ['a stage that is only taken from', 'FROM ucsdets/datascience-notebook:1 AS a\nFROM python:3.12', 'pass', null],
    ['nothing', 'FROM scratch', 'not-applicable', null],
    ['not told', 'ARG B\nFROM $B', 'not-applicable', null],
  ])('%s', (_name, Dockerfile, outcome, paste) => {
    const finding = findingOf(id, { Dockerfile });
    expect([finding.outcome, pasteOf(finding)]).toEqual([outcome, paste]);
  });

  test('no base is asked for', () => {
    expect(findingOf(id, { Dockerfile: FROM }, { parameters: general.parameters }).outcome).toBe('not-applicable');
  });
});

describe('dockerfile-downloads-are-pinned', () => {
  const hash = '0123456789abcdef'.repeat(4);
  test.each<[string, string, string]>([
    ['none', 'RUN pip install numpy', 'not-applicable'],
    ['a release', 'RUN wget https://example.org/tool-1.2.tar.gz', 'pass'],
    ['a release by its folder', 'RUN curl -L https://example.org/releases/download/v2/tool', 'pass'],
    ['a commit', 'RUN curl -O https://example.org/a/0123abc4567/x.sh', 'pass'],
    ['a variable of the file', 'ENV V=1.4.0\nRUN wget https://example.org/$V/x', 'pass'],
    ['a variable from elsewhere', 'ARG V\nRUN wget https://example.org/$V/x', 'not-applicable'],
    ['a checksum', 'RUN wget https://example.org/x && echo "a x" | sha256sum -c -', 'pass'],
    ['a checksum of ADD', `ADD --checksum=sha256:${hash} https://example.org/x /x`, 'pass'],
    ['a key', 'RUN curl -fsSL https://example.org/key.gpg | gpg --dearmor', 'not-applicable'],
    ['this machine', 'RUN curl http://localhost:80/x', 'not-applicable'],
    ['a clone of a release', 'RUN git clone --depth 1 -b v1.0 https://example.org/a.git', 'pass'],
    ['a clone with a checkout', 'RUN git clone https://example.org/a.git && cd a && git checkout 0123abc', 'pass'],
    [
      'a checkout in a later RUN',
      'RUN git clone https://example.org/a.git /a\nWORKDIR /a\nRUN git checkout v1.2',
      'pass',
    ],
    ['a checksum in a later RUN', 'RUN wget https://example.org/x\nRUN echo "a x" | sha256sum -c -', 'pass'],
    [
      'a later checkout of another clone',
      'RUN git clone https://example.org/a.git\nRUN git clone https://example.org/b.git && cd b && git checkout v1.2',
      'fail',
    ],
    ['a clone', 'RUN git clone https://example.org/a.git', 'fail'],
    ['a clone of a branch', 'RUN git clone -b main https://example.org/a.git', 'fail'],
    ['the latest', 'RUN wget https://example.org/Tool3-latest-Linux-x86_64.sh', 'fail'],
    ['a branch', 'RUN wget https://example.org/master/install.sh', 'fail'],
    ['a branch, with the release in the file’s name', 'RUN wget https://example.org/main/x_1.2.deb', 'pass'],
    ['no version', 'ADD https://example.org/install.sh /x', 'fail'],
  ])('%s', (_name, text, outcome) => {
    expect(findingOf('dockerfile-downloads-are-pinned', { Dockerfile: FROM + text }).outcome).toBe(outcome);
  });
});

describe('dockerfile-installs-are-pinned', () => {
  const id = 'dockerfile-installs-are-pinned';
  test.each<[string, string, Files, string, string]>([
    ['nothing', 'RUN apt-get install -y nmap', {}, 'not-applicable', ''],
    ['held', "RUN pip install numpy==1.26.4 'pandas~=2.2' && conda install -y scipy=1.11", {}, 'pass', 'Dockerfile:2'],
    ['open', 'RUN pip install numpy==1.26.4 pandas', {}, 'fail', 'Dockerfile:2'],
    ['the installer itself', 'RUN pip install --upgrade pip setuptools', {}, 'not-applicable', ''],
    [
      'options and their values',
      'RUN pip install -f https://example.org/x --timeout 9 a==1',
      {},
      'pass',
      'Dockerfile:2',
    ],
    ['a file that holds', 'COPY r.txt /t/\nRUN pip install -r /t/r.txt', { 'r.txt': 'a==1\n' }, 'pass', 'r.txt:1'],
    [
      'a file under another name',
      'COPY r.txt /t/s.txt\nRUN pip install -r /t/s.txt',
      { 'r.txt': 'a\n' },
      'fail',
      'r.txt:1',
    ],
    ['a file that does not', 'RUN pip install -r r.txt', { 'r.txt': 'a==1\nb\n' }, 'fail', 'r.txt:2'],
    [
      'a file that was not read',
      'RUN pip install -r r.txt',
      { 'r.txt': { unread: { kind: 'offline' } } },
      'unknown',
      '',
    ],
    ['a file that is not there', 'RUN pip install -r r.txt', {}, 'not-applicable', ''],
    [
      'conda’s file',
      'RUN conda env update -f e.yml',
      { 'e.yml': 'dependencies:\n  - a=1\n  - pip:\n    - b\n' },
      'fail',
      'e.yml:4',
    ],
    [
      'a list of addresses',
      'RUN mamba install --file l.lock',
      { 'l.lock': '@EXPLICIT\nhttps://x/linux-64/a-1-0.conda\n' },
      'pass',
      'l.lock:2',
    ],
    ['constraints', 'RUN pip install a -c c.txt', { 'c.txt': 'a==1' }, 'pass', 'Dockerfile:2'],
    ['an address without a commit', 'RUN pip install git+https://example.org/a.git', {}, 'fail', 'Dockerfile:2'],
    ['a folder', 'RUN pip install -e "lab/[fast]"', {}, 'not-applicable', ''],
  ])('%s', (_name, text, files, outcome, places) => {
    const finding = findingOf(id, { Dockerfile: `${FROM}${text}\n`, ...files });
    expect(finding.outcome).toBe(outcome);
    if (outcome === 'pass' || outcome === 'fail') expect(placesOf(finding)).toBe(places);
  });

  test.each([
    ['a name', 'pip install a git+https://example.org/b.git', 'Write `a==VERSION`', 'pip show a'],
    [
      'a branch',
      'pip install git+https://me@example.org/a.git@main#egg=a',
      '`git+https://me@example.org/a.git@COMMIT`',
      null,
    ],
    ['a file of a branch', 'pip install https://example.org/archive/main.zip', 'Name a release or a commit', null],
  ])('tells how to hold %s', (_name, text, say, paste) => {
    const way = findingOf(id, { Dockerfile: `${FROM}RUN ${text}` }).fix?.ways[0];
    expect(way?.say).toContain(say);
    expect(way?.paste).toBe(paste);
  });

  test('a list at an address was not read', () => {
    const Dockerfile = `${FROM}RUN pip install a==1 -r https://example.org/r.txt`;
    expect(findingOf(id, { Dockerfile }).notes).toEqual(['`https://example.org/r.txt` was not read.']);
  });

  test('versions of apt are a note', () => {
    const Dockerfile = `${FROM}RUN apt-get install -y nmap=7.93 && pip install a==1`;
    expect(findingOf(id, { Dockerfile }).notes).toEqual([
      'Line 2 holds versions of apt: Debian and Ubuntu take old ones away.',
    ]);
  });
});

describe('dockerfile-installs-for-every-user', () => {
  test.each<[string, string, string, string | null]>([
    ['nothing is installed', `${FROM}ENV A=b`, 'not-applicable', null],
    ['for all', `${BASE}RUN pip install numpy`, 'pass', null],
    ['into the base’s own conda', `${BASE}RUN conda install -y numpy\nUSER jovyan`, 'pass', null],
    ['for one', `${BASE}USER jovyan\nRUN pip install --user numpy`, 'fail', 'RUN pip install numpy'],
    [
      'conda in root’s home',
      `${FROM}RUN bash Miniconda3-py311.sh -b -p /root/miniconda3 && apt-get install -y a`,
      'fail',
      'RUN bash Miniconda3-py311.sh -b -p /opt/miniconda3 && apt-get install -y a',
    ],
    [
      'an environment in root’s home',
      `${FROM}RUN apt-get install -y a && python -m venv ~/venv`,
      'fail',
      'RUN apt-get install -y a && python -m venv /opt/venv',
    ],
    ['code in root’s home', `${FROM}COPY . /root/app`, 'fail', 'COPY . /opt/app'],
    ['code in it by the working folder', `${FROM}WORKDIR /root/app\nCOPY . .`, 'fail', 'WORKDIR /opt/app'],
    ['a user’s own', `${FROM}COPY bin /home/me/.local/bin/`, 'fail', null],
    [
      'a list in root’s home that is only installed from',
      `${FROM}COPY r.txt /root/\nRUN pip install -r /root/r.txt`,
      'pass',
      null,
    ],
    ['settings in root’s home', `${FROM}COPY a /root/.bashrc\nRUN pip install b`, 'pass', null],
    ['root’s home opened', `${FROM}COPY . /root/app\nRUN chmod -R a+rX /root`, 'pass', null],
    [
      'in a stage that is only taken from',
      'FROM python:3.12 AS a\nRUN pip install --user b\nFROM python:3.12\nRUN pip install c',
      'pass',
      null,
    ],
    [
      'of such a stage, by its copy',
      'FROM python:3.12 AS a\nFROM python:3.12\nCOPY --from=a /root/.local /root/.local',
      'fail',
      'COPY --from=a /opt/.local /opt/.local',
    ],
  ])('%s', (_name, Dockerfile, outcome, paste) => {
    const finding = findingOf('dockerfile-installs-for-every-user', { Dockerfile });
    expect([finding.outcome, pasteOf(finding)]).toEqual([outcome, paste]);
  });
});

describe('dockerfile-installs-package', () => {
  const about = (name: string) => `dockerfile-installs-package:${name}`;
  const UPDATE = 'RUN apt-get update && apt-get install -y';

  test.each<[string, string, string, Files, string, string]>([
    ['by apt', 'nmap', `${UPDATE} aria2 nmap traceroute`, {}, 'pass', 'The Dockerfile installs nmap.'],
    [
      'over lines',
      'traceroute',
      `${UPDATE} \\\n  nmap \\\n  # the last\n  traceroute`,
      {},
      'pass',
      'The Dockerfile installs traceroute.',
    ],
    [
      'by conda',
      'geopandas',
      'RUN conda install --quiet --yes geopandas',
      {},
      'pass',
      'The Dockerfile installs geopandas.',
    ],
    [
      'with quotes and extras',
      'geopandas',
      'RUN pip install "geopandas[all]>=0.9"',
      {},
      'pass',
      'The Dockerfile installs geopandas.',
    ],
    [
      'in a file',
      'geopandas',
      'COPY r.txt .\nRUN pip install -r r.txt',
      { 'r.txt': 'numpy\nGeoPandas\n' },
      'pass',
      'The Dockerfile installs geopandas.',
    ],
    [
      'in conda’s file',
      'geopandas',
      'RUN conda env update -n base -f e.yml',
      { 'e.yml': 'dependencies:\n  - geopandas\n' },
      'pass',
      'The Dockerfile installs geopandas.',
    ],
    [
      'held',
      'babypandas',
      'RUN pip install babypandas==0.1.5',
      {},
      'pass',
      'The Dockerfile installs babypandas 0.1.5.',
    ],
    [
      'held in conda’s form',
      'babypandas',
      'RUN conda install -y babypandas=0.1.5',
      {},
      'pass',
      'The Dockerfile installs babypandas 0.1.5.',
    ],
    ['not held', 'babypandas', 'RUN pip install babypandas', {}, 'fail', 'babypandas is not held to 0.1.5.'],
    [
      'held by conda’s form in pip',
      'babypandas',
      'RUN pip install babypandas=0.1.5',
      {},
      'fail',
      'babypandas is not held to 0.1.5 by `=0.1.5`.',
    ],
    [
      'another version',
      'babypandas',
      'RUN pip install babypandas==0.1.9',
      {},
      'fail',
      'Another version of babypandas: 0.1.9, where 0.1.5 is asked for.',
    ],
    [
      'the last one counts',
      'babypandas',
      'RUN pip install babypandas==0.1.5\nRUN pip install babypandas==0.1.9',
      {},
      'fail',
      'Another version of babypandas: 0.1.9, where 0.1.5 is asked for.',
    ],
    [
      'in a comment',
      'nmap',
      '# RUN apt-get -y install aria2 nmap',
      {},
      'fail',
      'nmap is missing: it stands in a comment only, in line 3.',
    ],
    [
      'in a comment of a command',
      'nmap',
      `${UPDATE} aria2 \\\n  # nmap`,
      {},
      'fail',
      'nmap is missing: it stands in a comment only, in line 4.',
    ],
    [
      'by its command',
      'aria2',
      `${UPDATE} aria2c`,
      {},
      'fail',
      'aria2 is missing: line 3 asks for `aria2c`, which is its command; the package is `aria2`.',
    ],
    [
      'misspelt',
      'traceroute',
      `${UPDATE} tracerout`,
      {},
      'fail',
      'traceroute is missing: line 3 asks for `tracerout`.',
    ],
    [
      'without a verb',
      'aria2',
      'RUN apt-get aria2',
      {},
      'fail',
      'aria2 is missing: line 3 names it, but without `install`.',
    ],
    [
      'for the system’s Python',
      'geopandas',
      `${UPDATE} python3-geopandas`,
      {},
      'fail',
      'geopandas is missing: `python3-geopandas` in line 3 is for the system’s own Python alone.',
    ],
    [
      'by pip, which has another',
      'nmap',
      'RUN pip install nmap',
      {},
      'fail',
      'nmap is missing: line 3 asks pip for it, where the name means something else.',
    ],
    [
      'outside of a RUN',
      'nmap',
      'RUN apt-get update\nAPT-GET INSTALL -y nmap',
      {},
      'fail',
      'nmap is missing: line 4 names it outside of any `RUN`.',
    ],
    ['nowhere', 'nmap', 'RUN pip install numpy', {}, 'fail', 'nmap is missing: no install command names it.'],
    [
      'taken away again',
      'nmap',
      `${UPDATE} nmap\nRUN apt-get purge -y nmap`,
      {},
      'fail',
      'nmap is missing: line 4 takes it away again.',
    ],
    [
      'a list that is not read',
      'nmap',
      `${UPDATE} $(cat apt.txt)`,
      {},
      'unknown',
      'Line 3 takes names from elsewhere, which were not read.',
    ],
    [
      'a file that is not read',
      'geopandas',
      'RUN pip install -r r.txt',
      { 'r.txt': { unread: { kind: 'offline' } } },
      'unknown',
      'Line 3 takes names from r.txt, which was not read whole.',
    ],
    [
      'a file of packages of another kind',
      'nmap',
      'RUN pip install -r r.txt',
      { 'r.txt': 'numpy' },
      'fail',
      'nmap is missing: no install command names it.',
    ],
    [
      'a project',
      'geopandas',
      'RUN pip install .',
      {},
      'unknown',
      'Line 3 takes names from elsewhere, which were not read.',
    ],
    [
      'a script',
      'nmap',
      'COPY a.sh /\nRUN bash /a.sh',
      { 'a.sh': '' },
      'unknown',
      'Line 4 runs a script of its own, which was not read.',
    ],
  ])('%s', (_name, name, text, files, outcome, words) => {
    const finding = findingOf(about(name), { Dockerfile: `${BASE}${text}\n`, ...files });
    expect([
      finding.outcome,
      finding.outcome === 'unknown' ? (finding.why?.detail ?? finding.summary) : finding.summary,
    ]).toEqual([outcome, words]);
  });

  test.each<[string, string, string | null]>([
    ['nmap', `${BASE}RUN apt-get update\n`, 'RUN apt-get update && apt-get install -y nmap'],
    ['nmap', 'FROM jupyter/base-notebook:x\n', 'USER root\nRUN apt-get update && apt-get install -y nmap'],
    ['babypandas', BASE, 'RUN pip install babypandas==0.1.5'],
    ['babypandas', `${BASE}RUN pip install a babypandas b\n`, 'RUN pip install a babypandas==0.1.5 b'],
    ['babypandas', `${BASE}RUN conda install -y babypandas=0.1.9\n`, 'RUN conda install -y babypandas=0.1.5'],
  ])('%s, mended', (name, Dockerfile, paste) => {
    expect(pasteOf(findingOf(about(name), { Dockerfile }))).toBe(paste);
  });

  test('what an unknown base holds is not known; what a misspelt one would hold is', () => {
    expect(findingOf(about('nmap'), { Dockerfile: 'FROM lab/own:1\n' }).outcome).toBe('unknown');
    expect(findingOf(about('nmap'), { Dockerfile: 'FROM ucsdets/datascience-norebook\n' }).outcome).toBe('fail');
  });

  test('an earlier stage, another environment and a condition are said', () => {
    const notes = (Dockerfile: string) => findingOf(about('geopandas'), { Dockerfile }).notes;
    expect(notes('FROM python:3.12 AS a\nRUN pip install geopandas\nFROM python:3.12\nCOPY --from=a /v /v\n')).toEqual([
      'Line 2 belongs to an earlier stage, of which parts are copied.',
    ]);
    expect(notes(`${BASE}RUN conda create -y -n lab geopandas\n`)).toEqual([
      'Into the environment `lab`, which is not the one that starts by itself.',
    ]);
    expect(notes(`${BASE}RUN if [ -e x ]; then pip install geopandas; fi\n`)).toEqual([
      'Line 3 may be left out: it stands behind a condition.',
    ]);
  });
});
