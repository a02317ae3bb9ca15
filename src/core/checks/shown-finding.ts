import type { Finding, Fix, FixWay } from '../model/finding.ts';
import { allShown, shownLines, shownText } from '../model/shown-text.ts';

// Hand-written sentences stay below 300 characters; a file may put anything into one.
const MOST_IN_SENTENCE = 500;
const MOST_IN_PASTE = 8_000;
// A path as long as Linux takes one still leads to its line.
const MOST_IN_PLACE = 4_096;
const MOST_EVIDENCE = 50;
const MOST_NOTES = 20;

/** A finding as it may be shown anywhere: no credential in any of its texts, and none of them without an end. */
export function shownFinding(finding: Finding): Finding {
  const { summary, evidence, notes, fix, why } = finding;
  const rest = evidence.length - MOST_EVIDENCE;
  return {
    ...finding,
    summary: sentence(summary),
    evidence: allShown(evidence.slice(0, MOST_EVIDENCE), MOST_IN_PLACE),
    notes: [
      ...notes.slice(0, MOST_NOTES).map(sentence),
      ...(rest > 0 ? [`And ${rest} more ${rest === 1 ? 'place' : 'places'}.`] : []),
    ],
    fix: fix === null ? null : shownFix(fix),
    why: why === null ? null : allShown(why, MOST_IN_SENTENCE),
  };
}

const sentence = (text: string): string => shownText(text, MOST_IN_SENTENCE);

function shownFix({ ways: [first, ...others] }: Fix): Fix {
  return { ways: [shownWay(first), ...others.map(shownWay)] };
}

const shownWay = ({ when, say, paste }: FixWay): FixWay => ({
  when: when === null ? null : sentence(when),
  say: sentence(say),
  paste: paste === null ? null : shownLines(paste, MOST_IN_PASTE),
});
