import { type Reading, unread } from '../../core/model/unread.ts';

/** The reading, or `internal` when the work throws: a mistake of ours, or a memory that fails, stays inside its folder. */
export async function guarded<T>(work: () => Promise<Reading<T>>): Promise<Reading<T>> {
  try {
    return await work();
  } catch (error) {
    // The message may quote what was being read, so only its kind is told.
    return unread('internal', { detail: error instanceof Error ? error.name : 'unknown' });
  }
}
