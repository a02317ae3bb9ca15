import type { Named } from '../facts/readme-doubts.ts';
import type { Missing } from '../facts/readme-files.ts';
import { lineEvidence } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';
import { withoutReadme } from './readme-says-how-to-run.ts';

export default defineCheck({
  id: 'readme-commands-name-existing-files',
  statement: 'The README’s commands name files that are there.',
  failure: 'a command of the README names a file that is not there',
  why: 'A command whose file is missing stops the reader at once, and only who wrote it knows what was meant.',
  fix: 'Write the path as it stands in the repository, or add the file.',
  reads: ['readmeFiles'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'python src/train.py, where there is src/train.py',
    fail: 'pip install -r requirements.txt, where there is only references/requirements.txt',
  },
  whenAbsent: { readmeFiles: () => withoutReadme() },

  judge({ readmeFiles: { there, missing, doubtful, unlisted, entries } }) {
    const notes = doubtful.slice(0, 3).map((one) => `${placeOf(one)}: ${NOTES[one.because](one)}`);
    const [first] = missing;
    if (first === undefined) {
      const found = there.find(({ isUsual }) => !isUsual);
      if (found === undefined)
        return withNotes(notApplicable('No command of the README names a file of the repository.'), notes);
      return withNotes(
        pass(
          `What the README’s commands run or read is there${there.length > 1 ? ` (${there.length} looked for)` : ''}.`,
          evidenceOf(found),
        ),
        notes,
      );
    }
    const [part] = unlisted;
    if (part !== undefined) return unknownBecause(part, evidenceOf(first));
    const distinct = [...new Map(missing.map((one) => [`${one.target} ${one.task}`, one])).values()];
    const failed = fail(
      `${complaintOf(first, entries)}${distinct.length > 1 ? ` Not there either: ${shortList(distinct.slice(1).map(nameOf), 3)}.` : ''}`,
      ...distinct.slice(0, 5).map(evidenceOf),
    );
    return withNotes(fixed(failed, distinct), notes);
  },
});

const placeOf = ({ at }: Named): string => `${at.path} line ${at.line}`;
const evidenceOf = ({ at }: Named) => lineEvidence(at.path, at.line, at.quote);
const nameOf = ({ written, task, target }: Named): string => (task === null ? written : `${task} in ${target}`);

const NOTES = {
  sentence: ({ written }: Named) => `${written} is not there; it stands in a sentence.`,
  folder: ({ written, target }: Named) =>
    target === written
      ? `${written} lies in another folder, of which the words about it speak.`
      : `${written} is there as ${target}, seen from another folder that the README speaks of.`,
  ignored: ({ written }: Named) =>
    `${written} is not there; .gitignore names it, so it may be one that everybody makes.`,
  others: ({ written }: Named) => `${written} is not there; the words before it speak of another repository.`,
  case: ({ written }: Named) => `${written} is not there in these letters.`,
  config: ({ written }: Named) => `${written} lies in another folder, which the program may know.`,
};

function complaintOf({ written, target, task, what, nearest }: Missing, entries: number): string {
  if (task !== null) return `${target} has no ${/\.json$/.test(target) ? 'script' : 'target'} ${task}.`;
  const at = target === written ? '' : ` (as ${target})`;
  const missing = `The ${what} ${written} is not there${at}, among ${entries} entries.`;
  if (nearest === null) return missing;
  return nearest.isCase
    ? `${missing} There is ${nearest.path}, in other letters: the command works on a Mac and fails on Linux.`
    : `${missing} Did you mean ${nearest.path}?`;
}

/** The line as it should be, where the command stands at the root and the path can be put in its place. */
function fixed(failed: Verdict, [first]: readonly Missing[]): Verdict {
  if (first?.nearest == null) return failed;
  const { at, written, target, what } = first;
  // A document of another folder speaks from there.
  const folder = at.path.slice(0, at.path.lastIndexOf('/') + 1);
  const path = first.nearest.path.startsWith(folder) ? first.nearest.path.slice(folder.length) : first.nearest.path;
  const isAtRoot = target === written.replace(/^\.\//, '') && what !== 'module';
  const line = at.quote.includes(written)
    ? at.quote.replace(written, () => (written.startsWith('./') ? `./${path}` : path))
    : at.quote.replace(/\bbuild\b/, () => `build -f ${path}`);
  return isAtRoot && line !== at.quote && (what !== 'Dockerfile' || line.includes(' -f '))
    ? withFix(failed, `Write line ${at.line} of ${at.path} as:`, line)
    : withFix(failed, `In line ${at.line} of ${at.path}, name ${path} as seen from the folder to stand in.`);
}
