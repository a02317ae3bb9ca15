import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import type { Finding } from '../model/finding.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { runCheck } from './check.ts';
import { checkById } from './index.ts';

function findingOf(id: string, dockerfile: TestFile): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return runCheck(check, factsOf(snapshotOf({ Dockerfile: dockerfile })), everyCheck.parameters);
}

/** Name, text, outcome, the lines shown, and the paste of a failure. */
type Row = readonly [string, string, Finding['outcome'], readonly number[], (string | null)?];

function judge(id: string, rows: readonly Row[]): void {
  test.each(rows.map(([name, ...row]) => ({ name, row })))('$name', ({ row: [text, outcome, lines, paste] }) => {
    const finding = findingOf(id, text);
    expect({ outcome: finding.outcome, summary: finding.summary }).toEqual({ outcome, summary: expect.any(String) });
    expect(finding.evidence.flatMap((item) => (item.kind === 'line' ? [item.line] : []))).toEqual(lines);
    if (paste !== undefined) expect(finding.fix?.ways[0].paste ?? null).toBe(paste);
  });
  test('what was not read is no fault', () => {
    expect(findingOf(id, { unread: { kind: 'rate-limit' } })).toMatchObject({ outcome: 'unknown' });
  });
  test('no Dockerfile, nothing to judge', () => {
    const check = checkById(id);
    expect(check && runCheck(check, factsOf(snapshotOf({ 'a.py': '' })), everyCheck.parameters).outcome).toBe(
      'not-applicable',
    );
  });
}

const PYTHON = 'FROM python:3.12-slim\n';
const UCSD = 'FROM ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable\nUSER root\n';
const OLD = 'FROM ucsdets/datascience-notebook:2020.2-stable\nUSER root\n';

describe('dockerfile-updates-apt-before-install', () => {
  judge('dockerfile-updates-apt-before-install', [
    ['in the same RUN', `${PYTHON}RUN apt-get update && apt-get install -y nmap\n`, 'pass', [2]],
    [
      'over several lines, with a comment',
      `${PYTHON}RUN apt-get update \\\n # tools\n && apt-get install -y \\\n nmap\n`,
      'pass',
      [2, 4],
    ],
    ['in an earlier RUN', `${UCSD}RUN apt update\nRUN apt-get -y install aria2 nmap\n`, 'pass', [3, 4]],
    [
      'in an earlier stage',
      `FROM debian:12 AS a\nRUN apt-get update\nFROM a\nRUN apt-get install -y nmap\n`,
      'pass',
      [2, 4],
    ],
    [
      'by a vendor’s script',
      `${PYTHON}RUN curl -s https://nodesource.example/setup_20.x | bash -\nRUN apt-get install -y nodejs\n`,
      'pass',
      [2, 3],
    ],
    ['in a heredoc', `${PYTHON}RUN <<EOF\napt-get update\napt-get install -y nmap\nEOF\n`, 'pass', [3, 4]],
    ['inside bash -c', `${PYTHON}RUN bash -c "apt-get update && apt-get install -y nmap"\n`, 'pass', [2]],
    ['in a list', `${PYTHON}RUN ["apt-get", "update"]\nRUN ["apt-get", "install", "-y", "nmap"]\n`, 'pass', [2, 3]],
    ['what the base holds already', `${UCSD}RUN apt-get -y install htop\n`, 'pass', [3]],
    ['what the base of that year holds', `${OLD}RUN apt-get install htop\n`, 'pass', [3]],
    [
      'what was installed before',
      `${PYTHON}RUN apt-get update && apt-get install -y nmap && rm -rf /var/lib/apt/lists/*\nRUN apt-get install -y nmap\n`,
      'pass',
      [2, 3],
    ],
    ['a package file', `${PYTHON}COPY a.deb /\nRUN apt-get install -y /a.deb\n`, 'not-applicable', []],
    ['none', `${PYTHON}RUN apt-get install -y nmap\n`, 'fail', [2], 'RUN apt-get update && apt-get install -y nmap'],
    [
      'none, several',
      `${UCSD}RUN apt-get install -y aria2\nRUN apt-get install -y nmap\n`,
      'fail',
      [3, 4],
      'RUN apt-get update && apt-get install -y aria2',
    ],
    ['none on an old base', `${OLD}RUN apt-get install -y aria2\n`, 'fail', [3]],
    [
      'none on a misspelt base',
      `FROM ucsdets/datascience-norebook:2022.3-stable\nUSER root\nRUN apt install -y aria2\n`,
      'fail',
      [3],
      'RUN apt update && apt install -y aria2',
    ],
    [
      'behind sudo and variables',
      `${UCSD}RUN mkdir /a && DEBIAN_FRONTEND=noninteractive sudo -E apt-get install -y nmap\n`,
      'fail',
      [3],
    ],
    [
      'a line that goes on',
      `${PYTHON}RUN echo a && \\\n  apt-get install -y \\\n  nmap\n`,
      'fail',
      [3],
      'apt-get update && apt-get install -y \\',
    ],
    [
      'lists that were removed',
      `${PYTHON}RUN apt-get update && rm -rf /var/lib/apt/lists/*\nRUN apt-get install -y nmap\n`,
      'fail',
      [2, 3],
    ],
    [
      'lists that were removed on an unknown base',
      'FROM a/b:1\nRUN apt-get update && apt-get install -y nmap && rm -rf /var/lib/apt/lists/*\nRUN apt-get install -y git\n',
      'fail',
      [2, 3],
    ],
    ['an update that comes too late', `${PYTHON}RUN apt-get install -y nmap && apt-get update\n`, 'fail', [2]],
    ['an unknown base', 'FROM a/b:1\nRUN apt-get install -y nmap\n', 'unknown', [2]],
    ['a script that may update', `${PYTHON}COPY s.sh /\nRUN bash /s.sh\nRUN apt-get install -y nmap\n`, 'unknown', [4]],
    [
      'a cache of lists',
      `${PYTHON}RUN --mount=type=cache,target=/var/lib/apt apt-get install -y nmap\n`,
      'unknown',
      [2],
    ],
    ['one that may not be run', `${PYTHON}RUN if [ -n "$X" ]; then apt-get install -y nmap; fi\n`, 'unknown', [2]],
    ['packages that are not told', `${PYTHON}RUN apt-get install -y $(cat /a.txt)\n`, 'unknown', [2]],
    ['no apt', `${PYTHON}RUN pip install a\n`, 'not-applicable', []],
    ['only in a comment', `${PYTHON}# RUN apt-get install -y nmap\n`, 'not-applicable', []],
    [
      'a stage that nothing is built from',
      'FROM debian:12 AS a\nRUN apt-get install -y nmap\nFROM python:3.12\n',
      'not-applicable',
      [],
    ],
    [
      'a stage that is copied from',
      'FROM debian:12 AS a\nRUN apt-get install -y nmap\nFROM python:3.12\nCOPY --from=a /x /x\n',
      'fail',
      [2],
    ],
  ]);

  test('names what apt will not find, and who removed the lists', () => {
    const text = `${PYTHON}RUN apt-get update && rm -rf /var/lib/apt/lists/*\nRUN apt-get install -y aria2 nmap traceroute git\n`;
    expect(findingOf('dockerfile-updates-apt-before-install', text).summary).toBe(
      'No `apt-get update` stands before line 3: apt will not find aria2, nmap, traceroute and 1 more. Line 2 removed its lists.',
    );
  });

  test('an earlier RUN is worth a note', () => {
    const finding = findingOf(
      'dockerfile-updates-apt-before-install',
      `${UCSD}RUN apt update\nRUN apt-get -y install nmap\n`,
    );
    expect(finding.notes).toEqual([
      '`apt-get update` stands in an earlier `RUN` (line 3): Docker may take an old one from its cache.',
    ]);
  });
});

describe('dockerfile-answers-prompts', () => {
  judge('dockerfile-answers-prompts', [
    [
      '-y anywhere',
      `${PYTHON}RUN apt-get install nmap -y\nRUN apt-get -qq install a\nRUN apt-get -yq upgrade\n`,
      'pass',
      [2, 3, 4],
    ],
    ['yes before it', `${PYTHON}RUN yes | apt-get install nmap\n`, 'pass', [2]],
    [
      'conda with --yes',
      'FROM continuumio/miniconda3\nRUN conda install --yes a && conda env create -f e.yml\n',
      'pass',
      [2],
    ],
    [
      'conda told before',
      'FROM continuumio/miniconda3\nRUN conda config --set always_yes yes\nRUN conda install a\n',
      'pass',
      [2, 3],
    ],
    [
      'a variable for conda',
      'FROM continuumio/miniconda3\nENV CONDA_ALWAYS_YES=true\nRUN conda install a\n',
      'pass',
      [2, 3],
    ],
    [
      'an explicit list',
      'FROM continuumio/miniconda3\nRUN conda create -n a --file conda-linux-64.lock\n',
      'pass',
      [2],
    ],
    ['what the base holds', `${UCSD}RUN apt-get install htop\n`, 'pass', [3]],
    [
      'apt’s own settings',
      `${PYTHON}RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/a\nRUN apt-get install a\n`,
      'pass',
      [2, 3],
    ],
    [
      'no -y',
      `${PYTHON}RUN apt-get update && apt-get install nmap\n`,
      'fail',
      [2],
      'RUN apt-get update && apt-get install -y nmap',
    ],
    [
      'one of two on a line',
      `${PYTHON}RUN apt-get install -y a && apt-get install b\n`,
      'fail',
      [2],
      'RUN apt-get install -y a && apt-get install -y b',
    ],
    [
      'one of three',
      `${PYTHON}RUN apt-get install -y a\nRUN apt-get install b\nRUN apt-get install -y c\n`,
      'fail',
      [3],
      'RUN apt-get install -y b',
    ],
    [
      'DEBIAN_FRONTEND is no answer',
      `${PYTHON}ENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get install nmap\n`,
      'fail',
      [3],
    ],
    [
      'conda',
      'FROM continuumio/miniconda3\nRUN conda install -c conda-forge geopandas\n',
      'fail',
      [2],
      'RUN conda install -y -c conda-forge geopandas',
    ],
    [
      'a lone --',
      'FROM continuumio/miniconda3\nRUN conda install -- yes geopandas\n',
      'fail',
      [2],
      'RUN conda install --yes geopandas',
    ],
    [
      'a setting that says no',
      'FROM continuumio/miniconda3\nRUN conda config --set always_yes no\nRUN conda install a\n',
      'fail',
      [3],
    ],
    [
      'a settings file that was not read',
      'FROM continuumio/miniconda3\nCOPY .condarc /root/\nRUN conda install a\n',
      'unknown',
      [2, 3],
    ],
    ['a list of unknown kind', 'FROM continuumio/miniconda3\nRUN conda create -n a --file list.txt\n', 'unknown', [2]],
    ['one that may not be run', `${PYTHON}RUN test -x /a || apt-get install nmap\n`, 'unknown', [2]],
    [
      'micromamba and pip ask nothing',
      'FROM mambaorg/micromamba\nRUN micromamba install a && pip install b\n',
      'not-applicable',
      [],
    ],
    ['only an update', `${PYTHON}RUN apt-get update\n`, 'not-applicable', []],
  ]);

  test('where only conda asks it is a tip, and says why', () => {
    const finding = findingOf('dockerfile-answers-prompts', 'FROM continuumio/miniconda3\nRUN conda install a\n');
    expect(finding.atMost).toBe('recommended');
    expect(finding.notes).toHaveLength(1);
    const both = findingOf('dockerfile-answers-prompts', 'FROM a/b:1\nRUN conda install a\nRUN apt-get install b\n');
    expect(both.atMost).toBeUndefined();
  });
});

describe('dockerfile-install-commands-have-a-verb', () => {
  judge('dockerfile-install-commands-have-a-verb', [
    [
      'all have',
      `${PYTHON}RUN apt-get update && apt-get -y install a && pip install b && conda env create\n`,
      'pass',
      [2],
    ],
    ['what is asked for alone', `${PYTHON}RUN apt-get --version && pip --version\n`, 'pass', [2]],
    ['none, with a capital letter', `${UCSD}Run apt-get aria2\n`, 'fail', [3], 'Run apt-get install aria2'],
    ['none behind an option', `${PYTHON}RUN apt-get -y nmap\n`, 'fail', [2], 'RUN apt-get -y install nmap'],
    [
      'a misspelt one',
      `${PYTHON}RUN apt-get updat && apt-get instal -y nmap\n`,
      'fail',
      [2],
      'RUN apt-get update && apt-get instal -y nmap',
    ],
    ['apk', 'FROM alpine:3.19\nRUN apk --no-cache nmap\n', 'fail', [2], 'RUN apk --no-cache add nmap'],
    ['conda', `${UCSD}RUN conda -y geopandas\n`, 'fail', [3], 'RUN conda -y install geopandas'],
    [
      'pip with a file alone',
      `${PYTHON}RUN pip -r requirements.txt\n`,
      'fail',
      [2],
      'RUN pip install -r requirements.txt',
    ],
    ['none of them', `${PYTHON}RUN make\n`, 'not-applicable', []],
  ]);
});

describe('dockerfile-installs-as-root', () => {
  judge('dockerfile-installs-as-root', [
    ['the base’s own root', `${PYTHON}RUN apt-get update\n`, 'pass', [2]],
    ['USER root', `${UCSD}RUN apt-get update && apt-get install -y nmap\nUSER jovyan\n`, 'pass', [2, 3]],
    ['USER 0:0', 'FROM quay.io/jupyter/base-notebook:2024-10-07\nUSER 0:0\nRUN apt-get update\n', 'pass', [2, 3]],
    ['a variable', `FROM python:3.12\nARG U=root\nUSER $U\nRUN apt-get update\n`, 'pass', [3, 4]],
    ['in an earlier stage', `${UCSD.replace('\n', ' AS a\n')}FROM a\nRUN apt-get update\n`, 'pass', [2, 4]],
    [
      'sudo that was granted',
      `${PYTHON}RUN apt-get install -y sudo && usermod -aG sudo me\nUSER me\nRUN sudo apt-get update\n`,
      'pass',
      [2, 3, 4],
    ],
    ['sudo as root', `${UCSD}RUN sudo apt-get update\n`, 'pass', [2, 3]],
    [
      'the notebook user',
      'FROM ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable\nRUN apt-get install -y nmap\n',
      'fail',
      [2],
      'USER root\nRUN apt-get install -y nmap\nUSER jovyan',
    ],
    [
      'switched back too early',
      `${UCSD}USER $NB_UID\nRUN apt-get update\n`,
      'fail',
      [3, 4],
      'USER root\nRUN apt-get update\nUSER $NB_UID',
    ],
    [
      'over several lines',
      `${PYTHON}USER me\nRUN apt-get update \\\n && apt-get install -y a\n`,
      'fail',
      [2, 3, 4],
      'USER root',
    ],
    ['su', `${PYTHON}RUN su me -c "apt-get update"\n`, 'fail', [2]],
    [
      'sudo that the base refuses',
      'FROM jupyter/scipy-notebook:2023-10-20\nRUN sudo apt-get install -y nmap\n',
      'fail',
      [2],
      'USER root\nRUN apt-get install -y nmap\nUSER jovyan',
    ],
    ['dpkg', 'FROM mambaorg/micromamba:2.0\nRUN dpkg -i a.deb\n', 'fail', [2]],
    [
      'what anybody may',
      'FROM mambaorg/micromamba:2.0\nRUN apt-get download a && dpkg --print-architecture\n',
      'not-applicable',
      [],
    ],
    ['an unknown base', 'FROM a/b:1\nRUN apt-get update\n', 'unknown', [2]],
    ['an unknown base and USER root', 'FROM a/b:1\nUSER root\nRUN apt-get update\n', 'pass', [2, 3]],
    ['a variable without a value', `${PYTHON}ARG WHO\nUSER $WHO\nRUN apt-get update\n`, 'unknown', [3, 4]],
    ['no apt', `${PYTHON}USER me\nRUN pip install a\n`, 'not-applicable', []],
  ]);
});

describe('dockerfile-base-has-the-installer', () => {
  judge('dockerfile-base-has-the-installer', [
    ['conda where it is', `${UCSD}RUN conda install --quiet --yes geopandas\n`, 'pass', [3]],
    ['pip and apt on python', `${PYTHON}RUN apt-get update && pip install a\n`, 'pass', [2]],
    [
      'pip that apt brings',
      'FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y python3-pip\nRUN pip3 install a\n',
      'pass',
      [2, 3],
    ],
    [
      'conda that is downloaded',
      'FROM ubuntu:22.04\nRUN wget https://a.example/Miniconda3-latest-Linux-x86_64.sh && bash Miniconda3-latest-Linux-x86_64.sh -b\nRUN conda install -y a\n',
      'pass',
      [3],
    ],
    ['by its path', 'FROM ubuntu:22.04\nRUN /opt/a/bin/pip install a\n', 'not-applicable', []],
    ['Alpine’s own', 'FROM python:3.12-alpine\nRUN apk add gcc && pip install a\n', 'pass', [2]],
    ['uv that pip brings', `${PYTHON}RUN pip install uv && uv sync\n`, 'pass', [2]],
    [
      'conda on python',
      `${PYTHON}RUN conda install -y geopandas\n`,
      'fail',
      [1, 2],
      'FROM continuumio/miniconda3:24.11.1-0',
    ],
    [
      'conda env create on CUDA',
      'FROM nvidia/cuda:12.2.0-base-ubuntu22.04\nRUN conda env create -f e.yml\n',
      'fail',
      [1, 2],
    ],
    ['mamba on miniconda that may have it', 'FROM continuumio/miniconda3\nRUN mamba install -y a\n', 'unknown', [1, 2]],
    ['apt on Alpine', 'FROM python:3.12-alpine\nRUN apt-get update\n', 'fail', [1, 2], 'RUN apk add --no-cache …'],
    [
      'pip on Ubuntu',
      'FROM ubuntu:22.04\nRUN pip install a\n',
      'fail',
      [1, 2],
      'RUN apt-get update && apt-get install -y python3-pip',
    ],
    ['sudo on Debian', 'FROM debian:12\nRUN sudo apt-get update\n', 'fail', [1, 2], 'RUN apt-get update'],
    [
      'sudo of another user',
      'FROM debian:12\nUSER me\nRUN sudo apt-get update && sudo apt-get install -y a\n',
      'fail',
      [1, 3],
      'USER root\nRUN apt-get update && apt-get install -y a',
    ],
    [
      'sudo that was installed',
      'FROM debian:12\nRUN apt-get update && apt-get install -y sudo && sudo apt-get install -y a\n',
      'pass',
      [2],
    ],
    ['apt on Oracle’s Linux', 'FROM openjdk:17\nRUN apt-get update\n', 'fail', [1, 2]],
    ['apt on Debian’s variant', 'FROM openjdk:17-slim\nRUN apt-get update\n', 'pass', [2]],
    ['an unknown base', 'FROM a/b:1\nRUN conda install -y a\n', 'unknown', [1, 2]],
    [
      'another image that is copied in',
      'FROM ubuntu:22.04\nCOPY --from=continuumio/miniconda3 /opt /opt\nRUN conda install -y a\n',
      'pass',
      [3],
    ],
    [
      'a script that may bring it',
      'FROM ubuntu:22.04\nCOPY setup.sh /\nRUN /setup.sh\nRUN pip install a\n',
      'unknown',
      [1, 4],
    ],
    ['a question for it', 'FROM ubuntu:22.04\nRUN command -v conda && conda install -y a\n', 'unknown', [1, 2]],
    ['nothing installed', `${PYTHON}RUN make\n`, 'not-applicable', []],
  ]);
});

const ours = [
  'dockerfile-updates-apt-before-install',
  'dockerfile-answers-prompts',
  'dockerfile-install-commands-have-a-verb',
  'dockerfile-installs-as-root',
  'dockerfile-base-has-the-installer',
];

describe('a hostile Dockerfile', () => {
  test.each([
    ['options without an end', `FROM a\nRUN ${'--mount=--mount=x '.repeat(5_000)}\n`],
    [
      'variables of variables',
      `FROM a\n${Array.from({ length: 200 }, (_, n) => `ENV A${n}=$A${n - 1}$A${n - 1}b`).join('\n')}\nRUN a $A199\n`,
    ],
    ['many commands', `FROM debian\nRUN ${'apt-get install '.repeat(10)}${'&& apt-get install a '.repeat(6_000)}\n`],
    ['shells in shells', `FROM a\nRUN ${'bash -c "'.repeat(2_000)}\n`],
    ['a program with brackets', 'FROM debian\nRUN /a(b/apt-get install c\nRUN /[/apt-get d\n'],
    ['stages in a ring', `FROM b AS a\nFROM a AS b\nFROM b AS a\nCOPY --from=b / /\nCOPY --from=99 / /\n`],
  ])('%s', (_name, text) => {
    const before = performance.now();
    for (const id of ours) expect(findingOf(id, text).outcome).toMatch(/pass|fail|unknown|not-applicable/);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
