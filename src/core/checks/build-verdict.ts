import { type Evidence, type Fix, lineEvidence } from '../model/finding.ts';
import { fail, pass, unknownBecause, type Verdict, withNotes } from './check.ts';

/** What one command of a Dockerfile was found to be. */
export interface JudgedCommand {
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly line: number;
  readonly quote: string;
  /** Of a failure what is wrong; of an unknown why it is. */
  readonly say?: string;
  readonly fix?: Fix;
  readonly note?: string | null;
  /** Other lines that it was decided by. */
  readonly by?: readonly { readonly line: number; readonly quote: string }[];
}

const MOST_SHOWN = 6;

/** One verdict on all of them: the first failure is said, all are shown; without one, the first that is not decided. */
export function buildVerdict(
  path: string,
  judged: readonly [JudgedCommand, ...JudgedCommand[]],
  well: string,
): Verdict {
  const of = (outcome: JudgedCommand['outcome']) => judged.filter((one) => one.outcome === outcome);
  const [failed, open] = [of('fail'), of('unknown')];
  const [worst] = failed;
  if (worst !== undefined) {
    const more = failed.length > 1 ? ` And ${failed.length - 1} more.` : '';
    return { ...fail(`${worst.say ?? ''}${more}`, ...evidenceOf(path, failed)), fix: worst.fix ?? null };
  }
  const [first] = open;
  if (first !== undefined)
    return unknownBecause(
      { kind: 'bad-format', detail: `Line ${first.line}: ${first.say}` },
      ...evidenceOf(path, open),
    );
  const notes = judged.flatMap(({ note }) => note ?? []);
  return withNotes(pass(well, ...evidenceOf(path, judged)), [...new Set(notes)].slice(0, 2));
}

function evidenceOf(path: string, judged: readonly JudgedCommand[]): readonly Evidence[] {
  const places = judged.flatMap((one) => [...(one.by ?? []), one]);
  const seen = new Map(places.map(({ line, quote }) => [line, quote]));
  return [...seen].slice(0, MOST_SHOWN).map(([line, quote]) => lineEvidence(path, line, quote));
}
