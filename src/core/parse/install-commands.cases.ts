import { findInstallCommands } from './install-commands.ts';
import type { ParserCase } from './parser-case.ts';

const row = (name: string, text: string, expected: readonly string[]): ParserCase => ({
  name,
  parse: () => findInstallCommands(text).map(({ tool, file, line }) => `${line} ${tool} ${file ?? '.'}`),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('conda env create', 'Run:\n\n    conda env create -f ./env/lab.yml\n', ['3 conda env/lab.yml']),
  row('mamba env update, long option', 'mamba env update -n base --file=environment.yaml', [
    '1 conda environment.yaml',
  ]),
  row('conda create with a list', '`conda create --name a --file requirements.txt`', ['1 conda requirements.txt']),
  row('a workflow', '  environment-file: "ci/env.yml"', ['1 conda ci/env.yml']),
  row('pip install -r', 'pip3 install --no-cache-dir -r requirements.txt.', ['1 pip requirements.txt']),
  row('two files', 'python -m pip install -r a.txt -r b.txt', ['1 pip a.txt', '1 pip b.txt']),
  row('the project', 'pip install -e .', ['1 pip .']),
  row('the project by a tool', 'poetry install', ['1 pip .']),
  row('joined lines', 'RUN conda env create \\\n    -n x \\\n    -f /tmp/environment.yml && conda clean\n', [
    '1 conda /tmp/environment.yml',
  ]),
  row('packages alone', 'pip install numpy pandas\nconda install -y numpy', []),
  row('the file of another command', 'pip install numpy; cat -r a.txt', []),
];
