import type { ReadmeSteps } from '../facts/readme-steps.ts';
import { runSection } from '../fixes/readme-section.ts';
import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { defineCheck, fail, notApplicable, pass, type Verdict, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'readme-says-how-to-run',
  statement: 'The README says how to run the code.',
  failure: 'the README does not say how to run the code',
  why: 'A reader who must guess the first command may run the wrong one.',
  lesson: 'there should be a README file that describes exactly how to run your code.',
  fix: 'Add the command that runs the project to the README.',
  reads: ['readmeSteps'],
  // One step is enough, wherever it stands.
  decidedBy: 'any-example',
  examples: {
    pass: '## Run\n\n    python run.py all',
    fail: '## Run\n\nThe project can be run locally.',
  },
  whenAbsent: { readmeSteps: () => withoutReadme() },

  judge({ readmeSteps }) {
    const { run, readme, entries, hasSource } = readmeSteps;
    if (!readmeSteps.tells) return withoutReadme();
    const first = run.find(({ isCommand }) => isCommand) ?? run[0];
    if (first !== undefined)
      return pass(`${first.path} says how to run the code.`, lineEvidence(first.path, first.line, first.quote));
    if (!hasSource) return notApplicable('There is no code in this repository to run.');
    const verdict = fail(
      `${alsoRead(readmeSteps)} no step that runs the project’s code.`,
      treeEvidence(`a command or step in ${readme} that runs a file of the repository`, entries),
    );
    return withFix(
      withNotes(verdict, outsideNote(readmeSteps)),
      readmeSteps.runLine === null
        ? 'Add the command that runs the project to the README.'
        : 'Add the command that runs the project to the README, for example:',
      runSection(readmeSteps),
    );
  },
});

/** Where there is no README, or none that tells anything, that is one fault and another check's. */
export const withoutReadme = (): Verdict =>
  notApplicable('There is no README that tells anything: see “A README says something.”');

/** What a failure must say when the steps may stand on a page of another site. */
export const outsideNote = ({ readme, outsideGuide }: ReadmeSteps): readonly string[] =>
  outsideGuide === null
    ? []
    : [
        `${readme} line ${outsideGuide.line} leads to ${outsideGuide.address}, which was not read: a page outside the repository may change without it.`,
      ];

/** Which documents were searched, as a sentence begins with them. */
export function alsoRead({ readme, documents }: ReadmeSteps): string {
  return documents.length === 0 ? `${readme} has` : `${readme} and what it links to (${documents.join(', ')}) have`;
}
