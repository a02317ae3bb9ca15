import type { Missing, Named } from '../facts/readme-files.ts';
import { lineEvidence } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, withFix, withNotes } from './check.ts';
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
      const [found] = there;
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
    `${written} is there as ${target}: the folder to stand in is not told beside it.`,
  ignored: ({ written }: Named) =>
    `${written} is not there; .gitignore names it, so it may be one that everybody makes.`,
  config: ({ written }: Named) => `${written} lies in another folder, which the program may know.`,
};

function complaintOf({ written, target, task, what, nearest }: Missing, entries: number): string {
  if (task !== null && nearest === null && target !== written)
    return `${target} has no ${isNpm(target) ? 'script' : 'target'} ${task}.`;
  if (task !== null) return `${target} has no ${isNpm(target) ? 'script' : 'target'} ${task}, or is not there.`;
  const missing = `The ${what} ${written} is not there (looked for ${target} among ${entries} entries).`;
  if (nearest === null) return missing;
  return nearest.isCase
    ? `${missing} There is ${nearest.path}, in other letters: the command works on a Mac and fails on Linux.`
    : `${missing} Did you mean ${nearest.path}?`;
}

const isNpm = (path: string): boolean => path.endsWith('package.json');

function fixed(failed: ReturnType<typeof fail>, missing: readonly Missing[]) {
  const [first] = missing;
  if (first?.nearest == null) return failed;
  const { at, written, nearest } = first;
  const path = written.startsWith('./') && !nearest.path.startsWith('./') ? `./${nearest.path}` : nearest.path;
  const isWhole = at.quote.includes(written) && first.what !== 'module';
  return isWhole
    ? withFix(
        failed,
        `Write line ${at.line} of ${at.path} as:`,
        at.quote.replace(written, () => path),
      )
    : withFix(failed, `Write ${nearest.path} in line ${at.line} of ${at.path}.`);
}
