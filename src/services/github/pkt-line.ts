/** One packet of git's own protocol: a line without its line end, or the mark that ends a section. */
export type Packet = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'flush' };

/** The packets that are complete since the last call; `isBroken` for good when the bytes are no packets. */
export interface PacketReader {
  readonly read: (bytesSoFar: Uint8Array) => { readonly packets: readonly Packet[]; readonly isBroken: boolean };
}

const LENGTH_DIGITS = 4;
// gitprotocol-common: a packet has at most 65,520 bytes, its four digits counted.
const MOST_BYTES = 65_520;
const FLUSH: Packet = { kind: 'flush' };

/** Reads pkt-lines (git's gitprotocol-common) from bytes that grow; each call gets all bytes from the first on. Never throws. */
export function createPacketReader(): PacketReader {
  const decoder = new TextDecoder();
  let at = 0;
  let isBroken = false;

  function read(bytes: Uint8Array): { packets: Packet[]; isBroken: boolean } {
    const packets: Packet[] = [];
    while (!isBroken && at + LENGTH_DIGITS <= bytes.length) {
      const length = lengthAt(bytes, at);
      // 1 and 2 are marks of a later protocol, which nobody asked for.
      isBroken = length === null || (length > 0 && length < LENGTH_DIGITS) || length > MOST_BYTES;
      if (isBroken || length === null || at + length > bytes.length) break;
      packets.push(length === 0 ? FLUSH : lineOf(bytes.subarray(at + LENGTH_DIGITS, at + length), decoder));
      at += Math.max(length, LENGTH_DIGITS);
    }
    return { packets, isBroken };
  }

  return { read };
}

function lengthAt(bytes: Uint8Array, at: number): number | null {
  const digits = String.fromCharCode(...bytes.subarray(at, at + LENGTH_DIGITS));
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : null;
}

const lineOf = (bytes: Uint8Array, decoder: TextDecoder): Packet => ({
  kind: 'line',
  text: decoder.decode(bytes).replace(/\n$/, ''),
});
