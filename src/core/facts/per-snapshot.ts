import type { Snapshot } from '../model/snapshot.ts';

/** The same function, whose result is made once for each object it is given: for what never changes and several facts share. */
export function oncePer<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new WeakMap<Key, { readonly value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

export const perSnapshot = <T>(make: (snapshot: Snapshot) => T): ((snapshot: Snapshot) => T) => oncePer(make);
