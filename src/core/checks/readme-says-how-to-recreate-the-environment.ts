import { environmentSection } from '../fixes/readme-section.ts';
import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, withFix, withNotes } from './check.ts';
import { nothingToInstall } from './environment-is-declared.ts';
import { alsoRead, outsideNote, withoutReadme } from './readme-says-how-to-run.ts';

export default defineCheck({
  id: 'readme-says-how-to-recreate-the-environment',
  statement: 'The README says how to recreate the environment.',
  failure: 'the README does not say how to recreate the environment',
  why: 'Code that needs packages stops at its first import until they are there; an environment file helps only a reader who is told to use it.',
  fix: 'Add the command that recreates the environment to the README.',
  reads: ['readmeSteps'],
  decidedBy: 'any-example',
  examples: {
    pass: '## Environment\n\n    conda env create -f environment.yml',
    fail: '## Environment\n\nInstall the necessary packages.',
  },
  whenAbsent: { readmeSteps: () => withoutReadme() },

  judge({ readmeSteps }) {
    if (!readmeSteps.tells) return withoutReadme();
    const { environment, environmentLine: line, hasSource, needsEnvironment } = readmeSteps;
    const first = environment.find(({ isCommand }) => isCommand) ?? environment[0];
    if (first !== undefined)
      return pass(
        `${first.path} says how to recreate the environment.`,
        lineEvidence(first.path, first.line, first.quote),
      );
    if ((!hasSource || needsEnvironment === false) && line === null)
      return notApplicable('There is no code in this repository that needs an environment.');
    if (readmeSteps.nothingNeeded !== null) return nothingToInstall(readmeSteps.nothingNeeded);
    if (needsEnvironment === 'unknown' && line === null)
      return unknownBecause({
        kind: 'bad-format',
        detail: 'For the language of this code Reprise knows no command that recreates an environment.',
      });
    const failed = fail(
      `${alsoRead(readmeSteps)} no step that recreates the environment.`,
      treeEvidence(
        `a command in ${readmeSteps.readme} that installs packages, or builds, pulls or launches an image`,
        readmeSteps.entries,
      ),
    );
    const verdict = withNotes(failed, outsideNote(readmeSteps));
    return withFix(
      verdict,
      line === null
        ? 'Declare the environment in a file, for example environment.yml, and add the command that uses it.'
        : 'Add the command that recreates the environment to the README:',
      environmentSection(readmeSteps),
    );
  },
});
