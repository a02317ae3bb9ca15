/** The arrows go from row to row, Home and End to the first and last; Tab goes through everything. */
export function goBetweenRows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const { key, currentTarget } = event;
  const heads = [...(currentTarget.closest('.checklist')?.querySelectorAll<HTMLElement>('.row-head') ?? [])].filter(
    (head) => head.closest('[hidden]') === null,
  );
  const at = heads.indexOf(currentTarget);
  const wanted = new Map([
    ['ArrowDown', at + 1],
    ['ArrowUp', at - 1],
    ['Home', 0],
    ['End', heads.length - 1],
  ]).get(key);
  const next = wanted === undefined ? undefined : heads[wanted];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
