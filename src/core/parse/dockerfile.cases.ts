import { parseDockerfile } from './dockerfile.ts';
import type { ParserCase } from './parser-case.ts';

const bases = (name: string, text: string, expected: readonly string[]): ParserCase => ({
  name: `base: ${name}`,
  parse: () =>
    parseDockerfile(text).baseImages.map(
      ({ line, image, isEarlierStage, unresolved }) =>
        `${line} ${image ?? `unresolved ${unresolved}`}${isEarlierStage ? ' (stage)' : ''}`,
    ),
  expected,
});

const instructions = (name: string, text: string, expected: readonly string[]): ParserCase => ({
  name: `instructions: ${name}`,
  parse: () =>
    parseDockerfile(text).instructions.map(
      ({ keyword, line, endLine, text: rest }) =>
        `${line}${endLine === line ? '' : `-${endLine}`} ${keyword} ${rest.replace(/\s+/g, ' ')}`,
    ),
  expected,
});

const problems = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name: `problems: ${name}`,
  parse: () => parseDockerfile(text).problems.map(({ line, kind, paste }) => `${line} ${kind} ${paste ?? ''}`.trim()),
  expected,
});

export const cases: readonly ParserCase[] = [
  bases('a plain one', 'FROM python:3.12-slim\n', ['1 python:3.12-slim']),
  bases('an ARG’s default', 'ARG BASE=ghcr.io/a/b:1\nFROM $BASE\n', ['2 ghcr.io/a/b:1']),
  bases('a default in quotes', 'ARG BASE="a/b:1"\nFROM "${BASE}"\n', ['2 a/b:1']),
  bases('a default of a default', 'ARG TAG=1\nARG BASE=a/b:$TAG\nFROM $BASE\n', ['3 a/b:1']),
  bases('a default inside braces', 'ARG TAG\nFROM python:${TAG:-3.11}\n', ['2 python:3.11']),
  bases('an alternative', 'ARG GPU=1\nFROM a/b:1${GPU:+-gpu}${CPU:+-cpu}\n', ['2 a/b:1-gpu']),
  bases('an ARG without a default', 'ARG BASE\nFROM ${BASE}\n', ['2 unresolved BASE']),
  bases('an ARG with blanks around its =', 'ARG BASE = a/b\nFROM ${BASE}\n', ['2 unresolved BASE']),
  bases('an ARG that comes too late', 'FROM a/b\nARG C=c/d\nFROM $C\n', ['1 a/b', '3 unresolved C']),
  bases('a form that is not read', 'ARG A=a/b\nFROM ${A%/*}\n', ['2 unresolved null']),
  bases('stages', 'FROM a/b:1 AS build\nFROM build\nFROM scratch\n', ['1 a/b:1', '2 build (stage)', '3 scratch']),
  bases('a stage by its platform', 'FROM a/b:1 AS b-amd64\nFROM b-${TARGETARCH}\n', ['1 a/b:1', '2 b-amd64 (stage)']),
  bases('an option', 'FROM --platform=$BUILDPLATFORM a/b:1\n', ['1 a/b:1']),
  bases('lower case, comments, CRLF', '# x\r\nfrom a/b\r\n', ['2 a/b']),
  bases('a byte order mark', '\uFEFFFROM a/b\n', ['1 a/b']),
  bases('none inside a heredoc', 'FROM a/b\nRUN <<EOF\nFROM c/d\nEOF\n', ['1 a/b']),
  bases('nothing', '', []),

  instructions('a comment and an empty line in a continuation', 'FROM a\nRun b && \\  \n# c\n\n\td\nCMD ["x"]', [
    '1 FROM a',
    '2-5 RUN b && d',
    '6 CMD ["x"]',
  ]),
  instructions('another escape', '# escape=`\nFROM a\nRUN b `\n c \\\nUSER d', [
    '2 FROM a',
    '3-4 RUN b c \\',
    '5 USER d',
  ]),
  instructions('two backslashes end a line', 'FROM a\nRUN b \\\\\nUSER c', ['1 FROM a', '2 RUN b \\\\', '3 USER c']),
  instructions('two heredocs', 'FROM a\nCOPY <<b <<-c /d/\nUSER e\nb\n\tc\nUSER f', [
    '1 FROM a',
    '2-5 COPY <<b <<-c /d/',
    '6 USER f',
  ]),
  instructions('an empty heredoc', 'FROM a\nRUN <<b\nb\nUSER c', ['1 FROM a', '2-3 RUN <<b', '4 USER c']),
  instructions('a heredoc in quotes is none', 'FROM a\nRUN echo "<<b" \'x <<c \'\nUSER d', [
    '1 FROM a',
    '2 RUN echo "<<b" \'x <<c \'',
    '3 USER d',
  ]),
  instructions('a line of nothing but the escape', 'FROM a\n\\\nRUN b\n', ['1 FROM a', '3 RUN b']),
  instructions('CRLF', 'FROM a\r\nRUN b \\\r\n  c\r\n', ['1 FROM a', '2-3 RUN b c']),

  problems('none', 'FROM a\nRUN b && \\\n c\nENV A=b C="d e"\nENV F g h\nLABEL i=j\nCOPY --from=x k l\n'),
  problems(
    'a missing continuation',
    'FROM a\nRUN b && \\\n c &&\n apt-get install -y d\n',
    '4 missing-continuation c && \\',
  ),
  problems(
    'a missing continuation and a missing &&',
    'FROM a\nRUN apt-get update\n\napt-get install -y d\n',
    '4 missing-continuation RUN apt-get update && \\',
  ),
  problems(
    'options on a line of their own',
    'FROM a\nRUN pip install b\n  --no-cache-dir\n',
    '3 missing-continuation RUN pip install b \\',
  ),
  problems(
    'a comment behind the continuation',
    'FROM a\nRUN b && \\ # why\n pip c\n',
    '3 missing-continuation RUN b && \\',
  ),
  problems('a command without RUN', 'FROM a\npip install b\n', '2 unknown-instruction RUN pip install b'),
  problems(
    'a misspelt instruction',
    'FORM a\nENTRYPIONT ["b"]\n',
    '1 unknown-instruction FROM a',
    '2 unknown-instruction ENTRYPOINT ["b"]',
  ),
  problems('blanks around =', 'ARG A = b\nFROM $A\n', '1 arguments ARG A=b'),
  problems('a blank behind = only is read', 'ARG A= b\nFROM c\n'),
  problems('nothing before FROM', 'RUN a\nFROM b\n', '1 not-from'),
  problems('no FROM at all', 'ARG A=b\n', '1 not-from'),
  problems('a comment behind FROM', 'FROM a # the base\n', '1 arguments FROM a'),
  problems('a comment behind ENV', 'FROM a\nENV B=c # d\n', '2 arguments ENV B=c'),
  problems('two images', 'FROM a b\n', '1 arguments'),
  problems('a copy to nowhere', 'FROM a\nCOPY b\nCOPY ["c", "d"]\n', '2 arguments'),
  problems('numbers in a list', 'FROM a\nCMD ["b", 1]\n', '2 json'),
  problems('other bad lists are commands to Docker', 'FROM a\nCMD [\'b\']\nCMD ["c",]\nENTRYPOINT [d\n'),
  problems('a shell that is no list', 'FROM a\nSHELL /bin/bash\n', '2 json SHELL ["/bin/bash", "-c"]'),
  problems('an open heredoc', 'FROM a\nRUN <<b\nUSER c\n', '2 heredoc'),
  problems('a page', '\n<!DOCTYPE html>\n<html>\n', '2 html'),
  problems('nothing', '', '1 empty'),
  problems('only comments', '# a\n\n# b\n', '1 empty'),
  {
    name: 'another syntax',
    parse: () =>
      ['# syntax=docker/dockerfile:1.7-labs\nFROM a', '# syntax = some/frontend:2\nFROM a'].map(
        (text) => parseDockerfile(text).otherSyntax,
      ),
    expected: [null, 'some/frontend:2'],
  },
  {
    name: 'each piece of an instruction knows its line',
    parse: () => parseDockerfile('FROM a\nRUN b && \\\n# c\n d').instructions[1]?.pieces,
    expected: [
      { line: 2, text: 'b && ' },
      { line: 4, text: ' d' },
    ],
  },
];
