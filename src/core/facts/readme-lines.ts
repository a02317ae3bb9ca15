import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { WrittenCommand } from '../parse/written-commands.ts';
import { withoutWrappers } from './command-purpose.ts';
import { isTakenBack } from './document-steps.ts';
import { faultOf, type LineFault } from './line-faults.ts';
import { ownNamesOf } from './own-names.ts';
import { perSnapshot } from './per-snapshot.ts';
import { commandsIn, readmeFact } from './readme.ts';
import { stepDocuments } from './readme-steps.ts';

/** A line to type, and what of it a shell or its program would not take as it is meant. */
export interface WrittenLine {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
  /** Null where nothing is wrong with it. */
  readonly fault: LineFault | null;
}

/** The lines of the README that begin with a program whose arguments are known. */
export const readmeLinesFact = perSnapshot((snapshot: Snapshot): Fact<readonly WrittenLine[]> => {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return readme;
  const own = ownNamesOf(snapshot).files;
  const value = stepDocuments(snapshot).flatMap(({ path, blocks }) =>
    commandsIn(blocks)
      .filter((one) => one.place !== 'plain' && isKnown(one) && !isTakenBack(one, null))
      .map((one) => ({ path, line: one.line, quote: one.quote, fault: faultOf(one, own) })),
  );
  return { state: 'present', value, unread: readme.unread };
});

const PROGRAM =
  /^(?:conda|mamba|micromamba|pip[\d.]*|python[\d.]*|docker|podman|uv|poetry|pipenv|npm|Rscript|jupyter|git|bash|sh|launch[\w-]{0,40}\.sh|(?:\S{0,100}\/)launch[\w-]{0,40}\.sh)$/;

const isKnown = ({ text, commands }: WrittenCommand): boolean =>
  text.length < 2_000 && commands.some(({ words }) => PROGRAM.test(withoutWrappers(words)[0] ?? ''));
