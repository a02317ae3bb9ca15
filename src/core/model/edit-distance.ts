/**
 * How many letters must be put in, taken out, changed, or changed places with their neighbour to make one word of the other;
 * above `most` it says `most + 1`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index++) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at++) {
      const change = (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1);
      const isSwap = index > 0 && at > 0 && one[index] === other[at - 1] && one[index - 1] === other[at];
      const swap = isSwap ? (before[at - 1] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    if (Math.min(...next, ...row) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
