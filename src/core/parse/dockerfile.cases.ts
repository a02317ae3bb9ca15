import { parseDockerfile } from './dockerfile.ts';
import type { ParserCase } from './parser-case.ts';

const row = (name: string, text: string, expected: readonly string[]): ParserCase => ({
  name,
  parse: () =>
    parseDockerfile(text).baseImages.map(
      ({ line, image, isEarlierStage }) => `${line} ${image ?? 'unresolved'}${isEarlierStage ? ' (stage)' : ''}`,
    ),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('a plain base', 'FROM python:3.12-slim\n', ['1 python:3.12-slim']),
  row('an ARG’s default', 'ARG BASE=ghcr.io/a/b:1\nFROM $BASE\n', ['2 ghcr.io/a/b:1']),
  row('a default inside braces', 'ARG TAG\nFROM python:${TAG:-3.11}\n', ['2 python:3.11']),
  row('an ARG without a default', 'ARG BASE\nFROM ${BASE}\n', ['2 unresolved']),
  row('stages', 'FROM a/b:1 AS build\nFROM build\nFROM scratch\n', ['1 a/b:1', '2 build (stage)', '3 scratch']),
  row('lower case, comments, CRLF', '# x\r\nfrom a/b\r\n', ['2 a/b']),
  row('a byte order mark', '\uFEFFFROM a/b\n', ['1 a/b']),
  row('no FROM inside a heredoc', 'FROM a/b\nRUN <<EOF\nFROM c/d\nEOF\n', ['1 a/b']),
  row('nothing', '', []),
];
