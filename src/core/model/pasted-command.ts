const PROGRAM = /^(?:docker|podman|nerdctl|singularity|apptainer)$/i;
const VERB = /^(?:pull|run|push|create|inspect|tag)$/i;
/** Options that are followed by a value of their own; `-it` and the like are not. */
const WITH_VALUE =
  /^(?:-[bcehlmpuvw]|--(?:add-host|branch|cpus|depth|entrypoint|env|env-file|gpus|hostname|label|memory|mount|name|network|platform|publish|pull|runtime|shm-size|user|volume|workdir))$/;
const MOST_WORDS = 60;

/**
 * The subject that a pasted command or a part of one names (`docker pull IMAGE`, `git clone ADDRESS`, `launch.sh -i IMAGE`,
 * `image: IMAGE`), or the text as it is.
 */
export function subjectInCommand(text: string): string {
  const words = text
    .replace(/\\\r?\n/g, ' ')
    .split(/\s+/, MOST_WORDS)
    .filter((word) => word !== '');
  if (/^[$>#%-]$/.test(words[0] ?? '')) words.shift();
  if (words[0] === 'sudo' || words[0] === '!') words.shift();
  const [program = '', ...rest] = words.map((word, index) => (index === 0 ? word.replace(/^!/, '') : word));
  return named(program, rest) ?? text;
}

function named(program: string, rest: readonly string[]): string | null {
  if (PROGRAM.test(program)) return imageOfDocker(rest);
  if (program === 'git' && rest[0] === 'clone') return argument(rest.slice(1));
  if (program === 'gh' && rest[0] === 'repo') return argument(rest.slice(2));
  if (/^FROM$/i.test(program) && rest.length > 0) return argument(rest);
  if (/(?:^|\/)launch(?:-[\w-]{1,30})?\.sh$/.test(program)) return rest[rest.indexOf('-i') + 1] ?? null;
  // A line of a compose file, or what is left of a command.
  if (/^(?:-i|(?:--)?image:?)$/.test(program) && rest[0] !== undefined) return imageName(rest[0]);
  return /^docker:\/\//i.test(program) && rest.length === 0 ? imageName(program) : null;
}

function imageOfDocker(words: readonly string[]): string | null {
  if (words.slice(0, 2).includes('build')) return builtImage(words);
  const verb = words.findIndex((word) => VERB.test(word));
  if (verb === -1 || verb > 1) return null;
  // `tag` gives the second name to the first.
  const image = argument(words.slice(verb + 1), /^tag$/i.test(words[verb] ?? '') ? 1 : 0);
  if (image === null) return null;
  // `pull` takes one name: more words are a sentence.
  const after = words[words.indexOf(image) + 1] ?? '';
  if (/^pu/i.test(words[verb] ?? '') && /^[\p{L}\p{N}]/u.test(after)) return null;
  return imageName(image);
}

/** What a build is called; without a registry it stays on that computer. */
function builtImage(words: readonly string[]): string | null {
  const option = words.findIndex((word) => /^(?:-t|--tag)(?:=|$)/.test(word));
  const image = words[option]?.split('=')[1] ?? words[option + 1];
  return option !== -1 && image !== undefined && WITH_REGISTRY.test(image) ? image : null;
}

const WITH_REGISTRY = /^[^/]*[.:][^/]*\//;

/** Without a registry the image is Docker Hub’s; `owner/name` alone would be read as a repository. */
function imageName(written: string): string {
  const name = written.replace(/^["']|["']$/g, '').replace(/^docker:\/\//i, '');
  return WITH_REGISTRY.test(name) ? name : `docker.io/${name.includes('/') ? '' : 'library/'}${name}`;
}

/** The argument after so many others; options and their values are none. */
function argument(words: readonly string[], others = 0): string | null {
  let passed = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (WITH_VALUE.test(word)) index += 1;
    if (word.startsWith('-')) continue;
    if (passed === others) return word;
    passed += 1;
  }
  return null;
}
