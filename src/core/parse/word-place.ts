/** Where a word stands in a line by itself (`apt` not in `apt-get`), from an offset on; -1 where it does not. */
export function wordPlace(line: string, word: string, from = 0): number {
  for (let at = line.indexOf(word, from); at !== -1 && word !== ''; at = line.indexOf(word, at + 1)) {
    const isInside = /[\w./-]/.test(line[at - 1] ?? ' ') || /[\w./-]/.test(line[at + word.length] ?? ' ');
    if (!isInside) return at;
  }
  return -1;
}
