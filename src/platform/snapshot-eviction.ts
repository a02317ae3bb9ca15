/** How large a cached snapshot is and when it was last needed (milliseconds since 1970). */
export interface Use {
  readonly key: string;
  readonly bytes: number;
  readonly usedAt: number;
}

/** The keys to drop so that the rest fits: those not needed for longest go first. */
export function keysToEvict(uses: readonly Use[], capacity: number): string[] {
  const evicted: string[] = [];
  let total = uses.reduce((sum, use) => sum + use.bytes, 0);
  for (const use of uses.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= capacity) break;
    evicted.push(use.key);
    total -= use.bytes;
  }
  return evicted;
}
