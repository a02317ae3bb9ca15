import { parseDockerfile } from './dockerfile.ts';
import type { ParserCase } from './parser-case.ts';
import { runCommands } from './run-commands.ts';

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () => {
    const run = parseDockerfile(`FROM a\n${text}`).instructions.find(({ keyword }) => keyword === 'RUN');
    if (run === undefined) return [];
    const { commands, isRead } = runCommands(
      run,
      new Map([
        ['PYTHON', '3.12'],
        ['LIST', 'nmap aria2'],
      ]),
    );
    if (!isRead) return ['not read'];
    return commands.map(({ words, line, isSure, asUser, folder }) =>
      [
        line,
        words.join(' '),
        ...(isSure ? [] : ['maybe']),
        ...(asUser === null ? [] : [`as ${asUser}`]),
        ...(folder === null ? [] : [`in ${folder}`]),
      ].join(' | '),
    );
  },
  expected,
});

export const cases: readonly ParserCase[] = [
  row(
    'lines, comments inside, and the line each command begins on',
    'RUN apt-get update && \\\n  # tools\n  apt-get install -y \\\n    nmap \\\n\n && rm -rf /var/lib/apt/lists/*\n',
    '2 | apt-get update',
    '4 | apt-get install -y nmap',
    '7 | rm -rf /var/lib/apt/lists/*',
  ),
  row('a list', 'RUN ["apt-get", "install", "nmap"]', '2 | apt-get install nmap'),
  row('a list with a shell in it', 'RUN ["/bin/bash", "-c", "a && b"]', '2 | a', '2 | b'),
  row(
    'options of RUN',
    'RUN --mount=type=cache,target=/root/.cache \\\n  --network=none \\\n  pip install a',
    '4 | pip install a',
  ),
  row('a heredoc', 'RUN <<EOF\nset -e\napt-get update\nEOF\n', '3 | set -e', '4 | apt-get update'),
  row('a heredoc for a shell', "RUN bash -ex <<'EOF'\na\nEOF\n", '3 | a'),
  row('a heredoc of another language', 'RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n', 'not read'),
  row('a heredoc that a program reads', 'RUN cat <<EOF > /a\napt-get install x\nEOF\n', '2 | cat'),
  row(
    'shells inside',
    `RUN bash -lc "conda install -y a && b" && su - lab -c 'pip install c'`,
    '2 | conda install -y a',
    '2 | b',
    '2 | pip install c | as lab',
  ),
  row('another user', 'RUN sudo -u lab a && gosu lab b && sudo c', '2 | a | as lab', '2 | b | as lab', '2 | c'),
  row(
    'conditions',
    'RUN a; if [ -f b ]; then c; fi; d || e && f; [ -x g ] && h; i',
    '2 | a',
    '2 | [ -f b ] | maybe',
    '2 | c | maybe',
    '2 | fi | maybe',
    '2 | d | maybe',
    '2 | e | maybe',
    '2 | f | maybe',
    '2 | [ -x g ]',
    '2 | h | maybe',
    '2 | i',
  ),
  row('a function', 'RUN f() { a; }; b', '2 | a | maybe', '2 | } | maybe', '2 | b'),
  row(
    'a loop',
    'RUN for x in a b; do apt-get install $x; done && c',
    '2 | for x in a b | maybe',
    '2 | apt-get install $x | maybe',
    '2 | done | maybe',
    '2 | c',
  ),
  row(
    'variables that are known',
    'RUN apt-get install python$PYTHON ${LIST} $NO ${OR:-x}',
    '2 | apt-get install python3.12 nmap aria2 $NO x',
  ),
  row(
    'variables of its own',
    "RUN deps='gcc make' \\\n && apt-get install $deps",
    '2 | ',
    '3 | apt-get install gcc make',
  ),
  row(
    'where cd leads',
    'RUN cd /a && b && cd c && d && cd $X && e',
    '2 | cd /a | in /a',
    '2 | b | in /a',
    '2 | cd c | in /a/c',
    '2 | d | in /a/c',
    '2 | cd $X | in ?',
    '2 | e | in ?',
  ),
];
