import type { Judged } from '../views/popup/screen.ts';

/** What was found later stands where its row stood before: no row changes its place, and none is folded away. */
export function rowsInPlace(next: Judged, before: Judged): Judged {
  const order = before.rows.map(({ id }) => id);
  const inSight = before.rows.filter(({ state }) => state !== 'fine' && state !== 'not-applicable');
  return {
    ...next,
    rows: next.rows.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id)),
    inSight: [...before.inSight, ...inSight.map(({ id }) => id)],
  };
}
