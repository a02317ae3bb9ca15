import { runImage } from '../parse/image-mentions.ts';
import { ownArguments } from '../parse/shell-words.ts';
import { codeTools, type EnvironmentTool, recreatingCommands, serviceImages } from '../tables/command-purposes.ts';
import { fileName } from './tree.ts';

/** One pass over most lines, which are none of these. */
const ANY_RECREATING = new RegExp(recreatingCommands.map(({ form }) => form.source).join('|'));

/** The tool by which a command recreates an environment. */
export function recreates(
  words: readonly string[],
  text: string,
  files: ReadonlySet<string>,
  isPlain: boolean,
): EnvironmentTool | null {
  const [program = '', first = ''] = words;
  if (/^(?:conda|mamba|micromamba)$/.test(program) && /^(?:create|install|update)$/.test(first))
    return condaPackages(words.slice(2));
  if (/^(?:pip[\d.]*|uv|python[\d.]*|py|easy_install)$/.test(program)) {
    const install = /^(?:(?:python[\d.]*|py) -m )?(?:uv )?pip[\d.]* (?:install|sync) |^easy_install /.exec(text);
    if (install !== null) return namesPackage(text.slice(install[0].length).split(' ')) ? 'pip' : null;
  }
  if (/^(?:docker|podman)$/.test(program) && /^(?:run|pull|create)$/.test(first)) {
    const image = runImage(words.slice(2));
    return image === null || serviceImages.test(image) || !/^[\w<[{$]/.test(image) || (isPlain && !/[/:]/.test(image))
      ? null
      : 'docker';
  }
  if (/^(?:\S{0,200}\/)?launch[\w-]{0,40}\.sh$/.test(program))
    return files.has(fileName(program).toLowerCase()) ? null : launched(words.slice(1));
  return ANY_RECREATING.test(text) ? (recreatingCommands.find(({ form }) => form.test(text))?.tool ?? null) : null;
}

const condaPackages = (words: readonly string[]): EnvironmentTool | null =>
  words.some((word) => /^(?:-f|--file(?:=.*)?|--clone)$/.test(word)) ||
  namesPackage(ownArguments(words, /^-(?:n|p|c|-name|-prefix|-channel|-solver)$/))
    ? 'conda'
    : null;

// Tools that install others, words of a sentence, and what stands in for a name.
const NO_PACKAGE =
  /^(?:pip|setuptools|wheel|virtualenv|pipenv|poetry|uv|pip-tools|podman-compose|docker-compose|conda|conda-build|conda-lock|the|all|any|these|those|them|it|this|your|each|required|needed|necessary|missing|following|additional|relevant|and|or|packages?|dependenc(?:y|ies)|requirements|anaconda|miniconda|[<[{$(].*|-.*)[.,:;]?$/i;

/** Whether arguments of an installing command name something to install. */
const namesPackage = (words: readonly string[]): boolean =>
  words.some((word) => /^(?:-r|-e|--requirement|--editable|-c)$/.test(word)) ||
  words.some(
    (word) =>
      /^-(?:r|e)./.test(word) || (!NO_PACKAGE.test(word) && !codeTools.test(word) && /\w|^\.\/?$|^\.\.\/$/.test(word)),
  );

/** `launch.sh -i owner/image`, or an image without `-i`. */
function launched(words: readonly string[]): EnvironmentTool | null {
  const after = words[words.findIndex((word) => /^-i$|^--image$/.test(word)) + 1];
  const image = words.some((word) => /^-i$|^--image$/.test(word))
    ? after
    : (words.find((word) => /^-i[^=\s]/.test(word))?.slice(2) ??
      words.find((word) => /^[\w.-]+\/[\w./-]+(?::[\w.-]+)?$/.test(word)));
  return image !== undefined && /^["']?[\w]/.test(image) && image.includes('/') ? 'dsmlp' : null;
}
