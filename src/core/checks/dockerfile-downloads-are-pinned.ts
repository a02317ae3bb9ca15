import type { BuildCommand, BuildStep } from '../facts/build-stages.ts';
import { valueWith } from '../facts/build-variables.ts';
import { lineEvidence } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { argumentsOf } from '../parse/dockerfile-lines.ts';
import { baseName } from '../parse/manager-program.ts';
import { defineCheck, fail, notApplicable, pass, withFix } from './check.ts';

export default defineCheck({
  id: 'dockerfile-downloads-are-pinned',
  statement: 'What the Dockerfile downloads is one release.',
  failure: 'the Dockerfile downloads what may change',
  why: 'An address of what is newest gives another file next year.',
  fix: 'Name a release or a commit in the address, or check what arrives with `sha256sum -c`.',
  reads: ['dockerBuild'],
  decidedBy: 'everything',
  examples: {
    pass: 'RUN git clone --branch v1.2.0 https://example.org/tool.git',
    fail: 'RUN git clone https://example.org/tool.git',
  },

  judge({ dockerBuild: { path, stages } }) {
    const downloads = stages.flatMap(({ isBuilt, steps }) =>
      isBuilt ? steps.flatMap((step, index) => downloadsOf(step, commandsFor(steps, index))) : [],
    );
    const evidenceOf = (some: readonly Download[]) => some.map(({ line, quote }) => lineEvidence(path, line, quote));
    if (downloads.length === 0) return notApplicable('The Dockerfile downloads nothing by itself.');
    const open = downloads.filter(({ isHeld }) => !isHeld);
    const [first] = open;
    if (first === undefined)
      return pass('Every download names a release, a commit or a checksum.', ...evidenceOf(downloads));
    const verdict = fail(
      `${downloads.length - open.length} of ${downloads.length} held: ${shortList(
        open.map(({ address }) => address),
        2,
      )} may change.`,
      ...evidenceOf(open),
    );
    return first.isClone
      ? withFix(verdict, 'Stay at the commit that was used; `git rev-parse HEAD` tells it.', `git checkout COMMIT`)
      : verdict;
  },
});

interface Download {
  readonly address: string;
  readonly isHeld: boolean;
  readonly isClone: boolean;
  readonly line: number;
  readonly quote: string;
}

const ADDRESS = /^(?:https?|ftp|git|ssh):\/\/[^/\s]|^git@/;
const CHECKS = /^(?:(?:sha\d{1,3}|md5|b2)sum|shasum|cosign|minisign|gpgv)$/;

/** What may hold a step's downloads: its own commands, and those behind it up to the next download. */
function commandsFor(steps: readonly BuildStep[], index: number): readonly BuildCommand[] {
  const next = steps.findIndex(
    ({ instruction, commands }, at) =>
      at > index && (instruction.keyword === 'ADD' || commands.some(({ words }) => words.some(isAddress))),
  );
  return steps.slice(index, next === -1 ? undefined : next).flatMap(({ commands }) => commands);
}

const isAddress = (word: string): boolean => ADDRESS.test(word);

function downloadsOf(
  { instruction, variables, commands }: BuildStep,
  holding: readonly BuildCommand[],
): readonly Download[] {
  const isChecked = holding.some(
    ({ words: [program = '', ...rest] }) => CHECKS.test(program) || (program === 'gpg' && rest.includes('--verify')),
  );
  if (instruction.keyword === 'ADD')
    return argumentsOf(instruction)
      .slice(0, -1)
      .map((word) => valueWith(word, variables))
      .filter((word) => isAddress(word) && !word.includes('$'))
      .map((address) => ({
        address,
        isHeld:
          isChecked ||
          /--checksum=/.test(instruction.text) ||
          (isRepository(address) ? /#.*\d/ : HELD).test(address) ||
          isRelease(address),
        isClone: false,
        line: instruction.line,
        quote: `${instruction.written} ${instruction.text}`,
      }));
  const isAtCommit = holding.some(
    ({ words: [program, ...rest] }) =>
      program === 'git' &&
      rest.some((word) => /^(?:checkout|reset|switch)$/.test(word)) &&
      isVersion(rest.at(-1) ?? ''),
  );
  return commands.flatMap(({ words: [program = '', ...rest], line, quote }): readonly Download[] => {
    const name = baseName(program);
    const address = rest.find(isAddress);
    if (address === undefined || /[$`]/.test(address) || LOCAL.test(address)) return [];
    if (name === 'git' && rest.includes('clone')) {
      const branch = rest[rest.findIndex((word) => word === '-b' || word === '--branch') + 1] ?? '';
      const isHeld = isAtCommit || (branch !== rest[0] && isVersion(branch));
      return [{ address, isHeld, isClone: true, line, quote }];
    }
    if (!/^(?:wget|curl|aria2c)$/.test(name) || isKey(rest)) return [];
    return [{ address, isHeld: isChecked || isRelease(address), isClone: false, line, quote }];
  });
}

const LOCAL = /^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[)/;
/** What apt checks packages with is no package. */
const isKey = (words: readonly string[]): boolean =>
  words.some((word) => /\.(?:gpg|asc|key|pub|pgp|list|repo)$|gpgkey|pubkey|GPG-KEY/i.test(word));

const isRepository = (address: string): boolean => /\.git(?:#|$)|^git/.test(address);
/** A number of a release, a date, or a commit. */
const HELD = /\d+[._]\d+|(?:^|[^A-Za-z0-9])v\d|(?<![0-9a-z])(?=[a-f]*\d)[0-9a-f]{7,64}(?![0-9a-z])|20\d\d-?[01]\d/i;
const MOVES = /(?:^|[/_.=-])(?:latest|master|main|HEAD|nightly|current|stable|develop)(?=[/_.?-]|$)/i;

const isVersion = (word: string): boolean => HELD.test(word) && !MOVES.test(word);

/** The file’s own name decides before the folders above it. */
function isRelease(address: string): boolean {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/, '').slice(0, 500);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/x86_64|amd64|aarch64/g, '');
  if (MOVES.test(name)) return false;
  return HELD.test(name) || (!MOVES.test(path) && HELD.test(path));
}
