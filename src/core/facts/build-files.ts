import { ownArguments } from '../parse/shell-words.ts';
import { file, type NamedFile, valuesOf } from './named-file.ts';

/** Options of `docker build` that take the next word. */
export const BUILD_OPTION =
  /^(?:-[ftmo]|--(?:file|tag|build-arg|target|platform|network|cache-from|cache-to|label|progress|secret|ssh|output|iidfile|memory|build-context|add-host|shm-size|builder))$/;

/** The words behind `docker build`, or null. */
export function buildWords(words: readonly string[]): readonly string[] | null {
  if (!/^(?:docker|podman)$/.test(words[0] ?? '')) return null;
  const at = /^(?:buildx|image|builder)$/.test(words[1] ?? '') ? 2 : 1;
  return words[at] === 'build' ? words.slice(at + 1) : null;
}

/** What `docker build` and compose read. */
export function builtFiles(program: string, rest: readonly string[]): readonly NamedFile[] {
  const words = buildWords([program, ...rest]);
  if (words !== null) {
    const [context, second] = ownArguments(words, BUILD_OPTION);
    if (context === undefined || second !== undefined || context === '-') return [];
    const [dockerfile] = valuesOf(words, '-f', '--file');
    const place = /^\.\/?$/.test(context) ? [] : [file('build context', context)];
    if (dockerfile !== undefined) return dockerfile === '-' ? place : [...place, file('Dockerfile', dockerfile)];
    const path = place.length === 0 ? 'Dockerfile' : `${context.replace(/\/$/, '')}/Dockerfile`;
    return [file('Dockerfile', path)];
  }
  const compose = /^(?:docker|podman) compose|^(?:docker|podman)-compose/.exec([program, ...rest].join(' '));
  if (compose === null || !rest.some((word) => /^(?:up|build|run|pull|create)$/.test(word))) return [];
  const files = valuesOf(
    rest.slice(
      0,
      rest.findIndex((word) => /^(?:up|build|run|pull|create)$/.test(word)),
    ),
    '-f',
    '--file',
  );
  return files.length > 0
    ? files.map((path) => file('build file', path))
    : [file('build file', 'compose.yaml', COMPOSE)];
}

const COMPOSE = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const MAKEFILES = ['Makefile', 'makefile', 'GNUmakefile'];

/** The file that a tool reads where none is named. */
const USUAL: readonly (readonly [RegExp, NamedFile['what'], readonly string[]])[] = [
  [/^poetry (?:install|run|sync|shell)\b/, 'spec', ['pyproject.toml']],
  [/^uv sync\b/, 'spec', ['pyproject.toml']],
  [/^pixi (?:install|run|shell)\b(?!.*--manifest)/, 'spec', ['pixi.toml', 'pyproject.toml']],
  [/\brenv::restore\(\)/, 'spec', ['renv.lock']],
  [/^cargo (?:build|run|test)\b(?!.*--manifest)/, 'build file', ['Cargo.toml']],
  [/^bundle install\b/, 'spec', ['Gemfile']],
  [/^mvn /, 'build file', ['pom.xml']],
  [/^dvc repro\b/, 'build file', ['dvc.yaml']],
  [/^npm ci\b/, 'spec', ['package-lock.json', 'npm-shrinkwrap.json']],
  [/^(?:npm|pnpm|yarn|bun) (?:install|i)$|^yarn$/, 'spec', ['package.json']],
];

/** What a tool reads where the command names no file, by the text of the command. */
export function usualFile(text: string): readonly NamedFile[] {
  const usual = USUAL.find(([form]) => form.test(text));
  if (usual !== undefined) return [{ ...file(usual[1], usual[2][0] ?? '', usual[2]), isUsual: true }];
  const words = text.split(' ');
  const [program = '', first = ''] = words;
  if (/^g?make$/.test(program)) return madeTarget(words.slice(1));
  if (program === 'snakemake') {
    const [named] = valuesOf(words, '-s', '--snakefile');
    return [
      named === undefined
        ? file('build file', 'Snakefile', ['Snakefile', 'workflow/Snakefile', 'snakefile'])
        : file('build file', named),
    ];
  }
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(program) || /^-/.test(first)) return [];
  const task = first === 'run' ? words[2] : /^(?:start|test)$/.test(first) && program !== 'bun' ? first : undefined;
  return task === undefined || !/^[\w:-]+$/.test(task) ? [] : [{ ...file('build file', 'package.json'), task }];
}

function madeTarget(words: readonly string[]): readonly NamedFile[] {
  const [folder] = valuesOf(words, '-C', '--directory');
  const [named] = valuesOf(words, '-f', '--file');
  const targets = ownArguments(words, /^-(?:C|f|j|-directory|-file|-jobs)$/).filter((word) => !/[=$]|^\d+$/.test(word));
  const inFolder = (name: string) => (folder === undefined ? name : `${folder.replace(/\/$/, '')}/${name}`);
  const paths = named === undefined ? MAKEFILES.map(inFolder) : [inFolder(named)];
  // What is no name of a target is the rest of a sentence.
  if (targets.some((word) => !/^[\w./%-]+$/.test(word))) return [];
  const base = file('build file', paths[0] ?? '', paths);
  return targets.length === 0 ? [base] : targets.map((task) => ({ ...base, task }));
}
