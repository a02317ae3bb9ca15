import type { FactName, Facts, FactValues } from '../facts/facts.ts';
import type { Fact } from '../model/facts.ts';
import { type Evidence, type Finding, type FixWay, type Outcome, oneWay } from '../model/finding.ts';
import type { RubricPackage, RubricParameters } from '../model/rubric.ts';
import { faultSentence, type Unread, type UnreadPart } from '../model/unread.ts';
import { shownFinding } from './shown-finding.ts';

/**
 * What missing parts may overturn. `any-example`: one example proves a pass, so a fail with missing parts is unknown.
 * `any-counterexample`: one counterexample proves a fail, so a pass with missing parts is unknown. `everything`: both.
 */
export type DecidedBy = 'any-example' | 'any-counterexample' | 'everything';

/** What a check says when everything it asked for was there. */
export type Verdict = Omit<Finding, 'check'>;

/** A check: its words, what it reads, and its judgement. One file each; the id reads as a true statement when it passes. */
export interface Check<Reads extends FactName = FactName> {
  readonly id: string;
  /** The course of action in one sentence, as it stands in lists. */
  readonly statement: string;
  /** Its failure in a few words, as it stands after “except:” in the one sentence on a report. */
  readonly failure: string;
  /** Why it matters to the next person. */
  readonly why: string;
  /** The sentence of UCSD's lesson that asks for it; only rubrics of that lesson show it. */
  readonly lesson?: string;
  /** What to do when it fails, in general; a verdict may carry a more exact fix. */
  readonly fix: string;
  readonly reads: readonly Reads[];
  /** Whether there is one instance for each package of the rubric (`id:name`); the judge is then told which. */
  readonly perPackage?: true;
  readonly decidedBy: DecidedBy;
  readonly examples: { readonly pass: string; readonly fail: string };
  /** Verdicts for absent facts; without one, an absence is `not-applicable`. */
  readonly whenAbsent?: Partial<Record<Reads, (summary: string, lookedFor: readonly Evidence[]) => Verdict>>;
  readonly judge: (
    facts: Pick<FactValues, Reads>,
    parameters: RubricParameters,
    about: RubricPackage | null,
  ) => Verdict;
}

/** Declares a check; the types of `judge`'s argument follow from `reads`. */
export const defineCheck = <Reads extends FactName>(check: Check<Reads>): Check<Reads> => check;

const verdict =
  (outcome: Outcome) =>
  (summary: string, ...evidence: readonly Evidence[]): Verdict => ({
    outcome,
    summary,
    evidence,
    notes: [],
    fix: null,
    why: null,
  });

export const pass = verdict('pass');
export const fail = verdict('fail');
export const notApplicable = verdict('not-applicable');
export const unknownBecause = (why: Unread, ...evidence: readonly Evidence[]): Verdict => ({
  ...verdict('unknown')(faultSentence(why), ...evidence),
  why,
});
export const withNotes = (given: Verdict, notes: readonly string[]): Verdict => ({
  ...given,
  notes: [...given.notes, ...notes],
});
export const withFix = (given: Verdict, say: string, paste: string | null = null): Verdict => ({
  ...given,
  fix: oneWay(say, paste),
});
/** A failure that is a tip at most, whatever the rubric says. */
export const asTip = (given: Verdict): Verdict => ({ ...given, atMost: 'recommended' });
/** A failure with several ways out, of which the reader picks the one that fits. */
export const withWays = (given: Verdict, ...ways: readonly [FixWay, ...FixWay[]]): Verdict => ({
  ...given,
  fix: { ways },
});

/**
 * Runs one check over the facts: answers for absent and unread ones itself, so that a check cannot blame for them. `about` is
 * the package for a check that has an instance for each.
 */
export function runCheck<Reads extends FactName>(
  check: Check<Reads>,
  facts: Facts,
  parameters: RubricParameters,
  about: RubricPackage | null = null,
): Finding {
  const findingOf = (given: Verdict): Finding => asFinding(check, about, given);
  const asked = check.reads.map((name) => ({ name, fact: facts[name]() as Fact<unknown> }));
  const unreadFact = asked.find(({ fact }) => fact.state === 'unread');
  if (unreadFact?.fact.state === 'unread') return findingOf(unreadVerdict(unreadFact.fact.unread));
  const notGiven = asked.find(({ fact }) => fact.state === 'not-given');
  if (notGiven?.fact.state === 'not-given') return findingOf(notApplicable(notGiven.fact.summary));
  const parts = asked.flatMap(({ fact }) => (fact.state === 'not-given' ? [] : fact.unread));
  const absence = asked.find(({ fact }) => fact.state === 'absent');
  if (absence?.fact.state === 'absent') return findingOf(absentVerdict(check, absence.name, absence.fact));
  const values = Object.fromEntries(
    asked.map(({ name, fact }) => [name, fact.state === 'present' ? fact.value : null]),
  );
  // Every name in `reads` is present here, which is what `judge` asks for.
  const given = check.judge(values as unknown as Pick<FactValues, Reads>, parameters, about);
  return findingOf(mayBeOverturned(check.decidedBy, given) ? overturned(given, parts) : given);
}

const unreadVerdict = ([first]: readonly [UnreadPart, ...UnreadPart[]]): Verdict => ({
  ...unknownBecause(first),
  summary: `${first.what}: ${faultSentence(first)}`,
});

/** An absence is proved only when everywhere was looked. */
function absentVerdict<Reads extends FactName>(
  check: Check<Reads>,
  name: Reads,
  fact: Extract<Fact<unknown>, { state: 'absent' }>,
): Verdict {
  const given =
    check.whenAbsent?.[name]?.(fact.summary, fact.lookedFor) ?? notApplicable(fact.summary, ...fact.lookedFor);
  return overturned(given, fact.unread);
}

const mayBeOverturned = (decidedBy: DecidedBy, { outcome }: Verdict): boolean =>
  (outcome === 'fail' && decidedBy !== 'any-counterexample') || (outcome === 'pass' && decidedBy !== 'any-example');

function overturned(given: Verdict, parts: readonly UnreadPart[]): Verdict {
  const [first] = parts;
  if (first === undefined) return given;
  return {
    ...given,
    outcome: 'unknown',
    why: first,
    fix: null,
    summary: `Not decided: ${first.what} was not read. ${faultSentence(first)}`,
  };
}

/** Every finding is made here, and here its texts are made fit to be shown. */
function asFinding(
  check: { readonly id: string; readonly fix: string },
  about: RubricPackage | null,
  given: Verdict,
): Finding {
  const fix = given.outcome === 'fail' ? (given.fix ?? oneWay(check.fix)) : null;
  return shownFinding({ check: about === null ? check.id : `${check.id}:${about.name}`, ...given, fix });
}
