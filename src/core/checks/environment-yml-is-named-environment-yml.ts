import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { shellWord } from '../model/shell-quoting.ts';
import { defineCheck, fail, pass, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'environment-yml-is-named-environment-yml',
  statement: 'The environment file is environment.yml in the root folder, or the README names it.',
  failure: 'no command names the environment file',
  why: '`conda env create` looks for environment.yml in the folder where it runs; another name must be told.',
  fix: 'Rename the file to environment.yml and move it to the root folder.',
  reads: ['condaEnvironment'],
  // A README that was not read may name the file.
  decidedBy: 'any-example',
  examples: { pass: 'environment.yml', fail: 'env/my_env.yaml, and the README does not name it' },

  judge({ condaEnvironment: { path, installedBy, entries } }) {
    if (path === 'environment.yml')
      return pass('The file is environment.yml in the root folder.', treeEvidence(path, entries));
    const by = installedBy === null ? [] : [lineEvidence(installedBy.path, installedBy.line, installedBy.quote)];
    if (installedBy?.role === 'readme') {
      // After a `cd`, or inside an image, only the end of the path is written.
      const names = installedBy.quote.includes(path) ? 'names' : 'means';
      return withNotes(pass(`The README ${names} ${path}.`, ...by), [
        'By the name environment.yml in the root folder, conda finds it without being told.',
      ]);
    }
    const isByCase = path.toLowerCase() === 'environment.yml';
    const verdict = fail(
      isByCase
        ? `The environment file is ${path}: Linux tells capitals apart, and conda looks for environment.yml.`
        : `The environment file is ${path}, and no command of the README names it.`,
      treeEvidence('environment.yml in the root folder', entries),
      ...by,
    );
    return withFix(
      verdict,
      'Rename it, or write `conda env create -f` with its path into the README.',
      `git mv ${shellWord(path, 'bash')} environment.yml`,
    );
  },
});
