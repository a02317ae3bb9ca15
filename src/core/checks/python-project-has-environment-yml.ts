import { environmentFile } from '../fixes/environment-file.ts';
import { treeEvidence } from '../model/finding.ts';
import { defineCheck, fail, notApplicable, pass, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'python-project-has-environment-yml',
  statement: 'A project in Python has an environment.yml.',
  failure: 'there is no environment.yml',
  why: 'An environment.yml holds the packages and Python itself, so that one command recreates both on any computer.',
  lesson:
    'If your project only involves Python, we’re expecting you to use a conda environment and to include an environment.yml file in your repository.',
  fix: 'Write an environment.yml with Python’s version and the packages that the code imports.',
  reads: ['languages', 'environmentSpecs', 'dockerRoute', 'environmentDraft'],
  decidedBy: 'any-example',
  examples: { pass: 'run.py and environment.yml', fail: 'run.py and requirements.txt' },

  judge({ languages: { python, others, entries }, environmentSpecs: specs, dockerRoute, environmentDraft }) {
    const [other] = others;
    if (python === null) return notApplicable('There is no Python here.');
    if (other !== undefined)
      return notApplicable(
        `Python is not its only language: there is ${other.language} too.`,
        treeEvidence(other.path, entries),
      );
    const conda = specs.declared.find(({ family }) => family === 'conda');
    if (conda !== undefined) return pass(`conda reads ${conda.path}.`, treeEvidence(conda.path, entries));
    const alike = specs.declared.find(({ path }) => CONDA_LOCKS.test(path));
    if (alike !== undefined)
      return withNotes(
        pass(`${alike.path} holds an environment of conda’s packages.`, treeEvidence(alike.path, entries)),
        ['With an environment.yml beside it conda itself can read it too.'],
      );
    if (dockerRoute.isUsed) return notApplicable(`Docker is used instead: ${dockerRoute.path}.`);
    if (!specs.hasSource) return notApplicable('There is no code here that would need an environment.');
    if (specs.nothingNeeded !== null)
      return notApplicable(`By what ${specs.nothingNeeded.path} says there is nothing to install.`);
    const { text, say } = environmentFile(environmentDraft);
    return withFix(
      fail(
        'The code is Python, and there is no environment.yml.',
        treeEvidence('environment.yml or another file for conda', entries),
      ),
      `Save this as environment.yml, and write \`conda env create -f environment.yml\` into the README. ${say}`,
      text,
    );
  },
});

const CONDA_LOCKS = /(?:^|\/)(?:pixi\.(?:toml|lock)|[\w.-]{0,60}conda[\w.-]{0,60}\.(?:lock|ya?ml))$/;
