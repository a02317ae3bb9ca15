import { type Limit, limits } from '../../core/model/limits.ts';
import type { Patience, Waited } from './patience.ts';

/** What was read of a body: `isOver` when the cap was met (the bytes end at it), `isStopped` when enough was read. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly isOver: boolean;
  readonly isStopped: boolean;
}

type End = Exclude<Waited<unknown>, { kind: 'done' }> | { readonly kind: 'done' };

const FIRST_SIZE = 16_384;

/**
 * Reads the body piece by piece, so that no answer fills the memory: `text()` and `json()` inflate without a bound, and
 * `Content-Length` is the compressed size.
 */
export async function readBody(
  response: Response,
  cap: Limit,
  until: ((bytesSoFar: Uint8Array) => boolean) | undefined,
  patience: Patience,
): Promise<{ readonly body: Body; readonly end: End }> {
  const reader = response.body?.getReader();
  const store = createByteStore(cap.most);
  const give = (end: End, isOver = false, isStopped = false) => ({
    body: { bytes: store.bytes(), isOver, isStopped },
    end,
  });
  if (reader === undefined) return give({ kind: 'done' });
  for (;;) {
    const piece = await patience.within(limits.idleWait, () => reader.read());
    if (piece.kind !== 'done') return give(piece);
    if (piece.value.done) return give({ kind: 'done' });
    const fits = store.add(piece.value.value);
    const isEnough = fits && until?.(store.bytes()) === true;
    if (fits && !isEnough) continue;
    // The rest is of no interest, nor is how the stream takes that.
    reader.cancel().catch(() => undefined);
    return give({ kind: 'done' }, !fits, isEnough);
  }
}

function createByteStore(most: number) {
  let store = new Uint8Array(Math.min(FIRST_SIZE, most));
  let length = 0;

  /** False when the piece does not fit whole; what fits is kept. */
  function add(piece: Uint8Array): boolean {
    const end = Math.min(most, length + piece.length);
    if (end > store.length) store = grown(store, Math.min(most, Math.max(end, store.length * 2)));
    store.set(piece.subarray(0, end - length), length);
    const fits = length + piece.length <= most;
    length = end;
    return fits;
  }

  return { add, bytes: () => store.subarray(0, length) };
}

function grown(store: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(store);
  return larger;
}
