/**
 * Which of some folders a path lies in: the outermost, or null. By halving a sorted list, for a listing may hold 200,000 paths and a
 * path 2,000 folders.
 */
export function outermostAbove(folders: Iterable<string>): (path: string) => string | null {
  const kept: string[] = [];
  // In this order what lies in a folder follows it.
  for (const folder of [...folders].map((one) => `${one}/`).toSorted()) {
    const last = kept.at(-1);
    if (last === undefined || !folder.startsWith(last)) kept.push(folder);
  }
  return (path) => {
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kept[middle] ?? '') <= path) low = middle + 1;
      else high = middle;
    }
    const folder = kept[low - 1];
    return folder !== undefined && path.startsWith(folder) ? folder.slice(0, -1) : null;
  };
}
