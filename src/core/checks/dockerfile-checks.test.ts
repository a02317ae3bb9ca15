import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import type { Finding } from '../model/finding.ts';
import { snapshotOf, type TestFile } from '../model/snapshot.test-support.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { runCheck } from './check.ts';
import { checkById } from './index.ts';

type Files = Readonly<Record<string, TestFile>>;

function findingOf(id: string, files: Files, unreadFolders: readonly string[] = []): Finding {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return runCheck(check, factsOf(snapshotOf(files, { unreadFolders })), everyCheck.parameters);
}

const pasteOf = ({ fix }: Finding): string | null => fix?.ways[0].paste ?? null;
const placesOf = ({ evidence }: Finding): readonly string[] =>
  evidence.flatMap((item) => (item.kind === 'line' ? [`${item.path}:${item.line}`] : []));

const FROM = 'FROM python:3.12-slim\n';

describe('dockerfile-is-named-dockerfile', () => {
  test.each<[string, Files, string, string | null]>([
    ['at the root', { Dockerfile: FROM }, 'pass', 'Dockerfile:1'],
    ['in a folder', { 'docker/Dockerfile': FROM }, 'pass', 'docker/Dockerfile:1'],
    [
      'in a folder, found by a command',
      { 'README.md': 'x\n\n    docker build -f docker/Dockerfile .\n', 'docker/Dockerfile': FROM },
      'pass',
      'README.md:3',
    ],
    [
      'the one that a command uses before the first by path',
      { 'README.md': '`docker build -t x work`\n', 'app/Dockerfile': FROM, 'work/Dockerfile': FROM },
      'pass',
      'README.md:1',
    ],
    [
      'another name that a command names over two lines',
      { 'README.md': '```\ndocker build -t x \\\n  --file=Dockerfile-GPU .\n```\n', 'Dockerfile-GPU': FROM },
      'pass',
      'README.md:2',
    ],
    [
      'another name that a workflow names',
      { '.github/workflows/a.yml': 'with:\n  context: .\n  file: ./lab.Dockerfile\n', 'lab.Dockerfile': FROM },
      'pass',
      '.github/workflows/a.yml:3',
    ],
    [
      'another name that a dev container names',
      {
        '.devcontainer/devcontainer.json': '{"build": {"dockerfile": "Dockerfile.dev"}}',
        '.devcontainer/Dockerfile.dev': FROM,
      },
      'pass',
      '.devcontainer/devcontainer.json:1',
    ],
    [
      'another name that a compose file names',
      { 'compose.yaml': 'services:\n  a:\n    build:\n      dockerfile: Dockerfile_x\n', Dockerfile_x: FROM },
      'pass',
      'compose.yaml:4',
    ],
    ['in small letters, which Docker takes too', { dockerfile: FROM }, 'pass', 'dockerfile:1'],
    ['a variant that a makefile may name', { 'Dockerfile-GPU': FROM, Makefile: '' }, 'pass', 'Dockerfile-GPU:1'],
    ['a variant that nothing names', { 'Dockerfile-GPU': FROM }, 'fail', 'Dockerfile-GPU:1'],
    ['an ending, though there is a makefile', { 'Dockerfile.txt': FROM, Makefile: '' }, 'fail', 'Dockerfile.txt:1'],
    ['a document', { 'Dockerfile.docx': { unread: { kind: 'bad-format' } } }, 'fail', 'Dockerfile.docx:1'],
    ['another capital', { 'src/DockerFile': FROM }, 'fail', 'src/DockerFile:1'],
    [
      'a name like it beside a right one',
      { 'Dockerfile.txt': FROM, 'docker/Dockerfile': FROM },
      'pass',
      'docker/Dockerfile:1',
    ],
    [
      'what only looks like one',
      {
        'Dockerfile.md': '',
        'Dockerfile.dockerignore': '',
        'Dockerfile.j2': '',
        'dockerfile_notes.txt': '',
        'templates/Dockerfile': 'FROM {{ base }}\n',
        '{{cookiecutter.name}}/Dockerfile': 'FROM {{ base }}\n',
      },
      'not-applicable',
      null,
    ],
    [
      'one of a project put in whole',
      { 'a/README.md': '', 'a/LICENSE': '', 'a/DockerFile': FROM },
      'not-applicable',
      null,
    ],
  ])('%s', (_name, files, outcome, place) => {
    const finding = findingOf('dockerfile-is-named-dockerfile', files);
    expect(finding.outcome).toBe(outcome);
    expect(placesOf(finding)[0] ?? null).toBe(place);
  });

  test('gives the command that renames it', () => {
    expect(pasteOf(findingOf('dockerfile-is-named-dockerfile', { 'a b/Dockerfile.txt': FROM }))).toBe(
      "git mv 'a b/Dockerfile.txt' 'a b/Dockerfile'",
    );
  });

  test('a README that was not read may name it', () => {
    const files: Files = { 'README.md': { unread: { kind: 'timeout' } }, 'Dockerfile.txt': FROM };
    expect(findingOf('dockerfile-is-named-dockerfile', files)).toMatchObject({
      outcome: 'unknown',
      why: { kind: 'timeout' },
    });
  });
});

describe('dockerfile-is-valid', () => {
  test.each<[string, string, string, string | null]>([
    ['a whole one', `${FROM}RUN pip install a \\\n  b\nCMD ["/bin/bash"]\n`, 'pass', null],
    [
      'a missing `\\`',
      `${FROM}RUN apt-get update && \\\n  apt-get upgrade -y &&\n  apt-get install -y nmap\n`,
      'fail',
      'apt-get upgrade -y && \\',
    ],
    ['blanks around =', 'ARG BASE = a/b:1\nFROM $BASE\n', 'fail', 'ARG BASE=a/b:1'],
    ['no FROM first', 'USER root\nFROM a/b:1\n', 'fail', null],
    ['a page', '<!DOCTYPE html>\n<html></html>\n', 'fail', null],
    ['an empty file', '', 'fail', null],
    ['a list with numbers', `${FROM}CMD ["a", 1]\n`, 'fail', null],
    ['a list that Docker takes as a command', `${FROM}CMD [bin/bash]\n`, 'pass', null],
    ['another syntax', '# syntax=some/frontend\nPLEASE build\n', 'unknown', null],
  ])('%s', (_name, text, outcome, paste) => {
    const finding = findingOf('dockerfile-is-valid', { Dockerfile: text });
    expect(finding.outcome).toBe(outcome);
    expect(pasteOf(finding)).toBe(paste);
    if (outcome !== 'unknown') expect(finding.evidence.length).toBeGreaterThan(0);
  });

  test('says where the `\\` is missing, and how many faults there are', () => {
    const text = `${FROM}RUN apt-get update &&\n  apt-get install -y nmap &&\n  pip install b\n`;
    const finding = findingOf('dockerfile-is-valid', { Dockerfile: text });
    expect(finding.summary).toBe(
      'Docker refuses Dockerfile: a `\\` is missing on line 2: line 3 begins with `apt-get`, which is no instruction. And 1 more.',
    );
    expect(placesOf(finding)).toEqual(['Dockerfile:3', 'Dockerfile:4']);
  });

  test('what was not read may hold a fault, and is none', () => {
    const files: Files = { Dockerfile: { unread: { kind: 'rate-limit' } } };
    expect(findingOf('dockerfile-is-valid', files)).toMatchObject({ outcome: 'unknown', why: { kind: 'rate-limit' } });
  });
});

describe('dockerfile-resolves-its-base-image', () => {
  test.each<[string, string, string, string | null]>([
    ['a plain one', FROM, 'pass', null],
    ['an ARG’s default', 'ARG B=ghcr.io/ucsd-ets/datascience-notebook:stable\nFROM $B\n', 'pass', null],
    ['a registry with a port', 'FROM registry.example.org:5000/a/b:1\n', 'pass', null],
    ['an official image of a short name', 'FROM mono:6\n', 'pass', null],
    ['an unknown image of a known owner', 'FROM ghcr.io/ucsd-ets/dsc20-notebook:fa24\n', 'pass', null],
    ['the name of another owner', 'FROM someone/datascience-norebook:1\n', 'pass', null],
    ['a variable without a value', 'ARG BASE\nFROM $BASE\n', 'fail', null],
    [
      'a letter wrong',
      'FROM ucsdets/datascience-norebook:2022.3-stable\n',
      'fail',
      'FROM ucsdets/datascience-notebook:2022.3-stable',
    ],
    [
      'a hyphen too many, in an ARG',
      'ARG B=ucsdets/data-hub-base-notebook:1\nFROM $B\n',
      'fail',
      'ARG B=ucsdets/datahub-base-notebook:1',
    ],
    ['two letters changed places', 'FROM pyhton:3.12\n', 'fail', 'FROM python:3.12'],
    ['capitals', 'FROM Python:3.12\n', 'fail', 'FROM python:3.12'],
    ['no image name', 'FROM a//b\n', 'fail', null],
    ['nothing behind FROM', 'FROM\n', 'fail', null],
    ['nothing but scratch', 'FROM scratch\n', 'not-applicable', null],
    ['stages', 'FROM a/b:1 AS c\nFROM c\n', 'pass', null],
    ['no FROM', 'ARG A=1\n', 'not-applicable', null],
    ['a form that is not read', 'ARG A=a/b:1\nFROM ${A%:*}\n', 'unknown', null],
  ])('%s', (_name, text, outcome, paste) => {
    const finding = findingOf('dockerfile-resolves-its-base-image', { Dockerfile: text });
    expect(finding.outcome).toBe(outcome);
    expect(pasteOf(finding)).toBe(paste);
    if (outcome === 'pass' || outcome === 'fail') expect(finding.evidence.length).toBeGreaterThan(0);
  });

  test.each<[string, Files, string]>([
    [
      'a README',
      { 'README.md': 'docker build --build-arg BASE=python:3.12 .\n' },
      'README.md line 1 seems to give `BASE` its value, “python:3.12”.',
    ],
    [
      'a README, of its own reader’s',
      { 'README.md': '`docker build --build-arg BASE=$MINE .`\n' },
      'README.md line 1 seems to give `BASE` its value.',
    ],
    [
      'a workflow',
      { '.github/workflows/a.yml': 'with:\n  build-args: |\n    BASE=python:3.12\n' },
      '.github/workflows/a.yml line 3 seems to give `BASE` its value, “python:3.12”.',
    ],
    [
      'a compose file',
      { 'compose.yml': 'services:\n  a:\n    build:\n      args:\n        BASE: "python:3.12"\n' },
      'compose.yml line 5 seems to give `BASE` its value, “python:3.12”.',
    ],
  ])('a variable that %s gives a value is no fault', (_name, files, note) => {
    const all = { Dockerfile: 'ARG BASE\nFROM $BASE\n', ...files };
    const { outcome, notes } = findingOf('dockerfile-resolves-its-base-image', all);
    expect({ outcome, notes }).toEqual({ outcome: 'pass', notes: [note] });
    expect(findingOf('dockerfile-pins-base-image', all).notes).toEqual([note]);
  });

  test('a template tells no base image', () => {
    const finding = findingOf('dockerfile-resolves-its-base-image', { Dockerfile: 'FROM {{ base }}\n' });
    expect(finding).toMatchObject({ outcome: 'unknown', why: { kind: 'bad-format' } });
  });
});

describe('dockerfile-pins-base-image', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
  test.each<[string, string, number]>([
    [`python:latest@${digest}`, 'pass', 0],
    ['ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable', 'pass', 1],
    ['ghcr.io/ucsd-ets/datascience-notebook:2021.3-42158c8', 'pass', 1],
    ['quay.io/jupyter/base-notebook:afe30f0c9ad8', 'pass', 1],
    ['ghcr.io/ucsd-ets/datascience-notebook:2023.4-notebook7', 'pass', 1],
    ['python:3.12-slim', 'pass', 0],
    ['ubuntu:22.04', 'pass', 0],
    ['postgres:16', 'pass', 0],
    ['debian:12', 'pass', 0],
    ['tensorflow/tensorflow:latest-gpu-py3', 'pass', 1],
    ['ubuntu:jammy', 'pass', 1],
    ['python:3-slim-bookworm', 'pass', 1],
    ['ghcr.io/ucsd-ets/datascience-notebook', 'fail', 0],
    ['ghcr.io/ucsd-ets/datascience-notebook:stable', 'fail', 0],
    ['python:latest', 'fail', 0],
    ['python:3', 'fail', 0],
    ['python:3-slim', 'fail', 0],
    ['rocker/r-ver:4', 'fail', 0],
    ['a/b:gpu', 'fail', 0],
    ['scratch', 'not-applicable', 0],
    ['$UNKNOWN', 'not-applicable', 0],
  ])('%s', (image, outcome, notes) => {
    const finding = findingOf('dockerfile-pins-base-image', { Dockerfile: `FROM ${image}\n` });
    expect(finding.outcome).toBe(outcome);
    expect(finding.notes).toHaveLength(notes);
  });

  test('of several stages the moving one is shown, with the way to its digest', () => {
    const text = 'FROM golang:1.22 AS a\nFROM a\nARG X\nFROM python\n';
    const finding = findingOf('dockerfile-pins-base-image', { Dockerfile: text });
    expect(placesOf(finding)).toEqual(['Dockerfile:4']);
    expect(pasteOf(finding)).toBe("docker image inspect --format '{{index .RepoDigests 0}}' python");
  });
});
