import { createPacketReader, type Packet } from './pkt-line.ts';

/** A branch, a tag (peeled where the name ends in `^{}`), a pull request's head, or `HEAD`. */
export interface AdvertisedRef {
  readonly name: string;
  readonly id: string;
}

/** `more`: the list is not at its end yet. `empty`: a repository without a commit. `odd`: not a list of refs. */
export type AdvertisementState = 'more' | 'whole' | 'empty' | 'odd';

export interface AdvertisementReader {
  /** Takes all bytes so far, tells every new ref to the listener in order, and how the list stands. */
  readonly read: (bytesSoFar: Uint8Array) => AdvertisementState;
  /** The branch that HEAD stands for, once the first ref is read; null when the server does not say. */
  readonly defaultBranch: () => string | null;
}

const SERVICE = '# service=git-upload-pack';
const REF = /^([0-9a-f]{40}) ([^\0]+)(?:\0(.*))?$/s;
const ZERO = /^0+$/;
const HEAD_BRANCH = /(?:^| )symref=HEAD:refs\/heads\/(\S+)/;

/** Reads the answer of `info/refs?service=git-upload-pack`, protocol version 0 (git's gitprotocol-http). Never throws. */
export function createAdvertisementReader(listener: (ref: AdvertisedRef) => void): AdvertisementReader {
  const reader = createPacketReader();
  let state: AdvertisementState = 'more';
  let packetsSeen = 0;
  let refsSeen = 0;
  let branch: string | null = null;

  function take(packet: Packet): AdvertisementState {
    packetsSeen += 1;
    if (packetsSeen === 1) return packet.kind === 'line' && packet.text === SERVICE ? 'more' : 'odd';
    if (packetsSeen === 2) return packet.kind === 'flush' ? 'more' : 'odd';
    if (packet.kind === 'flush') return refsSeen === 0 ? 'empty' : 'whole';
    return packet.text.startsWith('shallow ') ? 'more' : takeRef(packet.text);
  }

  function takeRef(text: string): AdvertisementState {
    const [, id, name, capabilities] = REF.exec(text) ?? [];
    if (id === undefined || name === undefined) return 'odd';
    if (ZERO.test(id)) return 'empty';
    if (refsSeen === 0) branch = HEAD_BRANCH.exec(capabilities ?? '')?.[1] ?? null;
    refsSeen += 1;
    listener({ name, id });
    return 'more';
  }

  function read(bytesSoFar: Uint8Array): AdvertisementState {
    const { packets, isBroken } = reader.read(bytesSoFar);
    for (const packet of packets) {
      if (state === 'more') state = take(packet);
    }
    if (isBroken && state === 'more') state = 'odd';
    return state;
  }

  return { read, defaultBranch: () => branch };
}
