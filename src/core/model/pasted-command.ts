const PROGRAM = /^(?:docker|podman|nerdctl|singularity|apptainer)$/i;
const VERB = /^(?:pull|run|push|create|inspect|tag)$/i;
/** Options that are followed by a value of their own; `-it` and the like are not. */
const WITH_VALUE =
  /^(?:-[bcehlmpuvw]|--(?:add-host|branch|cpus|depth|entrypoint|env|env-file|gpus|hostname|label|memory|mount|name|network|platform|publish|pull|runtime|shm-size|user|volume|workdir))$/;
const MOST_WORDS = 60;

/** The subject that a pasted command names (`docker pull IMAGE`, `git clone ADDRESS`, `launch.sh -i IMAGE`), or the text as it is. */
export function subjectInCommand(text: string): string {
  const words = text
    .replace(/\\\r?\n/g, ' ')
    .split(/\s+/, MOST_WORDS)
    .filter((word) => word !== '');
  if (/^[$>#%]$/.test(words[0] ?? '')) words.shift();
  if (words[0] === 'sudo' || words[0] === '!') words.shift();
  const [program = '', ...rest] = words.map((word, index) => (index === 0 ? word.replace(/^!/, '') : word));
  if (PROGRAM.test(program)) return imageOfDocker(rest) ?? text;
  if (program === 'git' && rest[0] === 'clone') return firstArgument(rest.slice(1)) ?? text;
  if (/^FROM$/i.test(program) && rest.length > 0) return firstArgument(rest) ?? text;
  if (/(?:^|\/)launch(?:-[\w-]{1,30})?\.sh$/.test(program)) return rest[rest.indexOf('-i') + 1] ?? text;
  return text;
}

function imageOfDocker(words: readonly string[]): string | null {
  const verb = words.findIndex((word) => VERB.test(word));
  if (verb === -1 || verb > 1) return null;
  const image = firstArgument(words.slice(verb + 1));
  if (image === null) return null;
  // `pull` takes one name: more words are a sentence.
  const after = words[words.indexOf(image) + 1] ?? '';
  if (/^pu/i.test(words[verb] ?? '') && /^[\p{L}\p{N}]/u.test(after)) return null;
  const name = image.replace(/^docker:\/\//i, '');
  // Without a registry the image is Docker Hub's; `owner/name` alone would be read as a repository.
  return /^[^/]*[.:][^/]*\//.test(name) ? name : `docker.io/${name.includes('/') ? '' : 'library/'}${name}`;
}

function firstArgument(words: readonly string[]): string | null {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('-')) return word;
    if (WITH_VALUE.test(word)) index += 1;
  }
  return null;
}
