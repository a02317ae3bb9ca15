const OUTPUT =
  /^(?:-o|-O|--output|--out|--output-document|--outfile|--out-file|--local-dir|--dest|-P|--directory-prefix)$/;
const MAKES_ALL = /^(?:mkdir|touch|virtualenv|cookiecutter|mktemp|tee)$/;

/** Adds the files and folders that a command makes, without `./` before and `/` behind them. */
export function addMade(words: readonly string[], made: Set<string>): void {
  const [program = '', first = '', ...rest] = words;
  const add = (name: string | undefined) => {
    if (name !== undefined && name !== '') made.add(name.replace(/^\.\//, '').replace(/\/$/, ''));
  };
  words.forEach((word, index) => {
    if (OUTPUT.test(word)) add(words[index + 1]);
    const joined = /^--?[\w-]{1,40}(?:out|output|dest)[\w-]{0,20}=(.+)$|^--?out[\w-]{0,20}=(.+)$/.exec(word);
    add(joined?.[1] ?? joined?.[2]);
    if (/^(?:wget|curl)$/.test(program) && /^(?:https?|ftp):/.test(word)) add(baseName(word));
  });
  if (MAKES_ALL.test(program)) for (const word of [first, ...rest]) if (!word.startsWith('-')) add(word);
  if (/^(?:cp|mv|ln|rsync|scp)$/.test(program)) {
    const last = words.at(-1) ?? '';
    add(last);
    for (const word of words.slice(1, -1)) add(`${last.replace(/\/$/, '')}/${baseName(word)}`);
  }
  if (program === 'git' && first === 'clone') add(clonedFolder(rest));
  if (/^python[\d.]*$/.test(program) && first === '-m' && /^(?:venv|virtualenv)$/.test(rest[0] ?? '')) add(rest.at(-1));
  if (/^(?:pipreqs|pip-compile|pigar)$/.test(program)) add('requirements.txt');
  if (/^(?:conda|mamba)$/.test(program) && /\bexport\b/.test(`${first} ${rest[0] ?? ''}`))
    for (const [index, word] of words.entries()) if (/^(?:-f|--file)$/.test(word)) add(words[index + 1]);
  if (/^(?:unzip|tar|7z|gunzip|bunzip2)$/.test(program)) made.add(ANYTHING);
}

/** Stands among what is made for whatever an archive holds. */
export const ANYTHING = '*';

/** The folder that `git clone` makes, by the words behind it. */
export function clonedFolder(words: readonly string[]): string {
  const [address = '', folder] = words.filter(
    (word, index) =>
      !word.startsWith('-') && !/^(?:-b|--branch|--depth|-c|--config|-o|--origin|-j)$/.test(words[index - 1] ?? ''),
  );
  return folder ?? baseName(address).replace(/\.git$/i, '');
}

const baseName = (address: string): string => {
  const bare = address.replace(/[?#].*$/, '').replace(/\/+$/, '');
  return bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf(':')) + 1);
};
