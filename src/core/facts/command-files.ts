import { ownArguments } from '../parse/shell-words.ts';
import { othersScripts, toolModules } from '../tables/command-purposes.ts';
import { INTERPRETED_SOURCE as SOURCE } from '../tables/source-languages.ts';
import { builtFiles, usualFile } from './build-files.ts';
import { file, type NamedFile, valuesOf } from './named-file.ts';

const SCRIPTS =
  /^(?:python[\d.]*|py|pypy3?|ipython|Rscript|julia|node|ts-node|tsx|deno|bun|ruby|perl|php|octave|bash|sh|zsh|ksh|source|\.|torchrun|accelerate|deepspeed|mpirun|mpiexec|horovodrun|coverage|kernprof|sbatch|qsub|spark-submit|streamlit|panel|bokeh|gradio|shiny|chainlit|marimo|voila|fastapi|locust|quarto|papermill|jupyter(?:-notebook|-lab|-nbconvert)?|nbconvert|pytest|nextflow|R)$/;
/** Modules that take the file of code behind them. */
const TAKES_FILE = /^(?:torch\.|streamlit$|coverage$|cProfile$|pdb$|kernprof$|accelerate\.|jupyter$|nbconvert$)/;
const NO_SCRIPT = /(?:^|\/)(?:activate[\w.]*|\.\w+rc|\.?profile|\.env|conda\.sh|setup\.bash)$/i;

/** What a command runs or reads as source. Its words are without `sudo`, `poetry run` and the like. */
export function filesOf(words: readonly string[]): readonly NamedFile[] {
  const [program = '', first = ''] = words;
  const rest = words.slice(1);
  const found = [
    ...ranFile(program, rest),
    ...builtFiles(program, rest),
    ...(/^(?:pip[\d.]*|uv)$/.test(program) ? pipFiles(rest) : []),
    ...(/^python[\d.]*$/.test(program) && first === '-m' && rest[1] === 'pip' ? pipFiles(rest.slice(1)) : []),
    ...(/^(?:conda|mamba|micromamba|conda-env)$/.test(program) ? condaFiles(program, rest) : []),
    ...usualFile(words.join(' ').slice(0, 300)),
  ];
  const isRun = found.some(({ what }) => what === 'script' || what === 'module');
  return isRun ? [...found, ...configsOf(rest)] : found;
}

function ranFile(program: string, rest: readonly string[]): readonly NamedFile[] {
  const called = /\b(?:source|render|knit|include|runApp)\(\s{0,4}["']([^"'()]{1,200}\.\w{1,4})["']/.exec(
    [program, ...rest].join(' ').slice(0, 1_000),
  );
  if (called?.[1] !== undefined) return scriptAt(called[1]);
  if (/^\.{1,2}\//.test(program)) return SOURCE.test(program) ? scriptAt(program) : [];
  if (/\/.{1,100}\.(?:sh|bash|py)$/.test(program) && rest.length > 0) return scriptAt(program);
  if (!SCRIPTS.test(program)) return [];
  const at = rest.findIndex((word) => word === '-m' || word === '-c' || word === '-e' || word === '--eval');
  const module = rest[at + 1] ?? '';
  const until = at === -1 ? rest : rest.slice(0, at);
  const script = until.find((word) => !word.startsWith('-') && SOURCE.test(word.replace(/::.*$/, '')));
  if (script !== undefined) return scriptAt(script.replace(/::.*$/, ''));
  if (rest[at] !== '-m' || !/^(?:python|py$|ipython)/.test(program)) return [];
  if (TAKES_FILE.test(module)) return scriptAt(rest.slice(at + 2).find((word) => /\.(?:py|ipynb)$/.test(word)) ?? '');
  return /^[A-Za-z_][\w.]{0,200}$/.test(module) && !toolModules.has(module.split('.')[0]?.toLowerCase() ?? '')
    ? [moduleAt(module)]
    : [];
}

const scriptAt = (path: string): readonly NamedFile[] =>
  path === '' || NO_SCRIPT.test(path) || othersScripts.test(path) ? [] : [file('script', path)];

function moduleAt(module: string): NamedFile {
  const path = module.replaceAll('.', '/');
  return file('module', module, [`${path}.py`, `${path}/__main__.py`, `${path}/__init__.py`]);
}

const CONFIG = /^--?(?:c|cfg|conf|config|configs|yaml|params)(?:[-_]?(?:file|path|yaml))?$/;
const CONFIG_FILE = /\.(?:ya?ml|json|toml|ini|cfg|conf|gin)$/i;

const configsOf = (rest: readonly string[]): readonly NamedFile[] =>
  rest.flatMap((word, index) => {
    const equals = word.indexOf('=');
    const name = equals === -1 ? word : word.slice(0, equals);
    const value = equals === -1 ? (rest[index + 1] ?? '') : word.slice(equals + 1);
    return CONFIG.test(name) && CONFIG_FILE.test(value) ? [file('config', value)] : [];
  });

const PROJECT = ['pyproject.toml', 'setup.py', 'setup.cfg'];

function pipFiles(all: readonly string[]): readonly NamedFile[] {
  const at = all.findIndex((word) => word === 'install' || word === 'sync');
  if (at === -1 || at > 1) return [];
  const words = all.slice(at + 1);
  const isSync = all[at] === 'sync';
  // `uv sync` and `uv install` are no commands of pip.
  if (isSync && at === 0) return [];
  const lists = [...valuesOf(words, '-r', '--requirement'), ...valuesOf(words, '-c', '--constraint')];
  const projects = [
    ...valuesOf(words, '-e', '--editable'),
    ...words.filter((word) => /^\.{1,2}(?:\/|$|\[)/.test(word)),
    ...(isSync ? [] : []),
  ].map((word) => word.replace(/\[[^\]]{0,100}\]$/, ''));
  return [
    ...[...lists, ...(isSync ? words.filter((word) => /\.txt$/.test(word)) : [])].map((path) => file('spec', path)),
    ...[...new Set(projects)]
      .filter((path) => !/\.(?:whl|gz|zip)$/.test(path) && /^[\w./-]+$/.test(path))
      .map((path) =>
        file(
          'spec',
          path.replace(/^\.\/?$/, 'pyproject.toml'),
          PROJECT.map((name) => `${path}/${name}`),
        ),
      ),
  ];
}

function condaFiles(program: string, rest: readonly string[]): readonly NamedFile[] {
  const isEnv = program === 'conda-env' || rest[0] === 'env';
  const verb = isEnv && program !== 'conda-env' ? rest[1] : rest[0];
  if (!/^(?:create|update|install)$/.test(verb ?? '')) return [];
  const files = valuesOf(rest, '-f', '--file').filter((path) => /[./]/.test(path));
  if (files.length > 0) return files.map((path) => file('spec', path));
  const isBare =
    ownArguments(rest.slice(isEnv && program !== 'conda-env' ? 2 : 1), /^-(?:n|p|-name|-prefix)$/).length === 0;
  return isEnv && verb === 'create' && isBare && !rest.some((word) => /^(?:-f|--file)/.test(word))
    ? [file('spec', 'environment.yml', ['environment.yml', 'environment.yaml'])]
    : [];
}
