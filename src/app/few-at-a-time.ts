const WIDE = 4;

/** Runs the tasks in their order, four at once, and gives what they gave in that order. The first to throw ends the wait. */
export async function fewAtATime<Result>(tasks: readonly (() => Promise<Result>)[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  // All four take from one iterator, so each task is taken once.
  const waiting = tasks.entries();
  const takeTurns = async (): Promise<void> => {
    for (const [index, task] of waiting) results[index] = await task();
  };
  await Promise.all(Array.from({ length: WIDE }, takeTurns));
  return results;
}
