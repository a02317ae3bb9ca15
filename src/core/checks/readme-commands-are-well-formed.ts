import type { WrittenLine } from '../facts/readme-lines.ts';
import { lineEvidence } from '../model/finding.ts';
import { defineCheck, fail, notApplicable, pass, withFix } from './check.ts';
import { withoutReadme } from './readme-says-how-to-run.ts';

export default defineCheck({
  id: 'readme-commands-are-well-formed',
  statement: 'The README’s commands can be typed as they are written.',
  failure: 'a command of the README is broken as written',
  why: 'A command is copied letter by letter: a dash or quote that a word processor changed makes another command of it.',
  fix: 'Write the command as it was typed where it worked.',
  reads: ['readmeLines'],
  decidedBy: 'any-counterexample',
  examples: { pass: 'pip install "pandas>=2.0"', fail: 'pip install pandas>=2.0' },
  whenAbsent: { readmeLines: () => withoutReadme() },

  judge({ readmeLines }) {
    const broken = distinct(readmeLines.filter(({ fault }) => fault !== null));
    const [first] = readmeLines;
    if (first === undefined) return notApplicable('The README has no line to type that Reprise can judge.');
    const [worst] = broken;
    if (worst?.fault == null) return pass('Nothing in the README’s commands is known to be broken.', evidenceOf(first));
    return withFix(
      fail(`Line ${worst.line} of ${worst.path}: ${worst.fault.is}.`, ...broken.slice(0, 5).map(evidenceOf)),
      broken.length === 1 ? 'Write the line as:' : 'Write these lines as:',
      [...new Set(broken.map(({ fault }) => fault?.corrected ?? ''))].slice(0, 5).join('\n'),
    );
  },
});

/** What stands between backticks is found in its sentence too. */
const distinct = (lines: readonly WrittenLine[]): readonly WrittenLine[] => [
  ...new Map(lines.map((one) => [`${one.path} ${one.line} ${one.fault?.corrected}`, one])).values(),
];

const evidenceOf = ({ path, line, quote }: WrittenLine) => lineEvidence(path, line, quote);
