import type { Change, Look, LookedOutcome } from '../model/look.ts';
import type { Report, ReportFinding } from '../model/report.ts';

// A popup closes at a click beside it: whoever opens it again soon has not looked twice.
const SAME_LOOK_MS = 600_000;

/** This look, with what changed since the one before it. What was not looked at, or not asked before, is no change. */
export function nextLook(before: Look | null, report: Report): Look {
  const { readAt: at } = report;
  const outcomes = outcomesOf(before, report);
  if (before === null) return { at, outcomes, change: { fixed: [], appeared: [] } };
  const found = changeOf(before.outcomes, outcomes);
  // The same reading, of which more is known now (its code was looked into).
  const change = at === before.at ? both(before.change, found) : found;
  const isNothingNew = change.fixed.length === 0 && change.appeared.length === 0;
  const isSameLook = isNothingNew && Date.parse(at) - Date.parse(before.at) < SAME_LOOK_MS;
  return isSameLook ? { at: before.at, outcomes, change: before.change } : { at, outcomes, change };
}

const both = (one: Change, other: Change): Change => ({
  fixed: [...new Set([...one.fixed, ...other.fixed])],
  appeared: [...new Set([...one.appeared, ...other.appeared])],
});

function outcomesOf(before: Look | null, report: Report): Look['outcomes'] {
  const known = report.findings.flatMap((finding): readonly [string, LookedOutcome][] => {
    const outcome = outcomeOf(finding) ?? (before === null ? null : outcomeIn(before.outcomes, finding.check));
    return outcome === null ? [] : [[finding.check, outcome]];
  });
  return Object.fromEntries(known);
}

/** A failed check of the level `information` asks nothing of anybody: it is no fault. */
function outcomeOf({ outcome, level }: ReportFinding): LookedOutcome | null {
  if (outcome === 'unknown') return null;
  if (outcome === 'not-applicable') return 'not-applicable';
  return outcome === 'fail' && level !== 'information' ? 'fault' : 'fine';
}

const outcomeIn = (outcomes: Look['outcomes'], check: string): LookedOutcome | null =>
  Object.hasOwn(outcomes, check) ? (outcomes[check] ?? null) : null;

function changeOf(before: Look['outcomes'], now: Look['outcomes']): Change {
  const changed = (from: (outcome: LookedOutcome) => boolean, to: LookedOutcome) =>
    Object.keys(now).filter((check) => {
      const old = outcomeIn(before, check);
      return old !== null && from(old) && now[check] === to;
    });
  return {
    fixed: changed((old) => old === 'fault', 'fine'),
    appeared: changed((old) => old !== 'fault', 'fault'),
  };
}
