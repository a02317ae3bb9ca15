import type { Snapshot } from '../model/snapshot.ts';

/** The same function, whose result is made once for each snapshot: a snapshot never changes, and several facts share parts. */
export function perSnapshot<T>(make: (snapshot: Snapshot) => T): (snapshot: Snapshot) => T {
  const made = new WeakMap<Snapshot, { readonly value: T }>();
  return (snapshot) => {
    const known = made.get(snapshot) ?? { value: make(snapshot) };
    made.set(snapshot, known);
    return known.value;
  };
}
