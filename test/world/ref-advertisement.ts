import type { LocalRef } from '../../src/services/local-git/open-repository.ts';

const CAPABILITIES =
  'multi_ack thin-pack side-band side-band-64k ofs-delta shallow deepen-since deepen-not deepen-relative no-progress ' +
  'include-tag multi_ack_detailed allow-tip-sha1-in-want allow-reachable-sha1-in-want no-done';
const AGENT = 'filter object-format=sha1 agent=git/github-reprise-world';
const NO_OBJECT = '0'.repeat(40);

/** What `info/refs?service=git-upload-pack` answers: protocol v0 in pkt-lines (gitprotocol-http, "Smart Server Response"). */
export function refAdvertisement(refs: readonly LocalRef[], headRef: string | null): string {
  const isOnBranch = headRef !== null && refs[0]?.name === 'HEAD';
  const symref = isOnBranch ? ` symref=HEAD:refs/heads/${headRef}` : '';
  const [first = `${NO_OBJECT} capabilities^{}`, ...others] = refs.flatMap(refLines);
  const lines = [`${first}\0${CAPABILITIES}${symref} ${AGENT}`, ...others];
  return `${packetLine('# service=git-upload-pack')}0000${lines.map(packetLine).join('')}0000`;
}

const refLines = ({ name, id, peeled }: LocalRef): readonly string[] =>
  peeled === null ? [`${id} ${name}`] : [`${id} ${name}`, `${peeled} ${name}^{}`];

const packetLine = (text: string): string => `${(Buffer.byteLength(text) + 5).toString(16).padStart(4, '0')}${text}\n`;
