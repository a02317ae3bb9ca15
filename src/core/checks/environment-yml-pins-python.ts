import { condaEntryOf } from '../facts/parsed-specs.ts';
import { lineEvidence } from '../model/finding.ts';
import type { EnvironmentYml } from '../parse/environment-yml.ts';
import { holdsMinor } from '../parse/version-constraint.ts';
import { defineCheck, fail, notApplicable, pass, withFix } from './check.ts';

export default defineCheck({
  id: 'environment-yml-pins-python',
  statement: 'The environment file holds Python to a minor version.',
  failure: 'environment.yml leaves the version of Python open',
  why: 'Without it conda takes the newest Python, for which older packages have no build.',
  fix: 'Write the version of Python that the project was made with.',
  reads: ['condaEnvironment'],
  decidedBy: 'everything',
  examples: { pass: '- python=3.11', fail: '- python>=3.8' },

  judge({ condaEnvironment: { path, file } }) {
    const [refused] = file.problems.filter(({ kind }) => kind === 'refused');
    if (refused !== undefined && file.condaDependencies.length === 0)
      return notApplicable(
        `conda refuses ${path}, so no entry of it counts.`,
        lineEvidence(path, refused.line, refused.quote),
      );
    const python = file.condaDependencies.find((entry) => condaEntryOf(entry).name === 'python');
    if (python === undefined) return isForR(file) ? notApplicable(`${path} is for R.`) : absent(path, file);
    const evidence = lineEvidence(path, python.line, python.text);
    if (holdsMinor(condaEntryOf(python).constraint)) return pass(`Python is held: \`${python.text}\`.`, evidence);
    return withFix(
      fail(`\`${python.text}\` leaves the version of Python open.`, evidence),
      'Replace the line; `python --version` tells the number in the environment that the project was made in.',
      '  - python=3.11',
    );
  },
});

/** Most of its entries are packages of R. */
const isForR = ({ condaDependencies, pipDependencies }: EnvironmentYml): boolean =>
  pipDependencies.length === 0 &&
  condaDependencies.filter(({ text }) => /^(?:[\w.-]{1,60}::)?(?:r|bioconductor)-/.test(text)).length * 2 >
    condaDependencies.length;

function absent(path: string, file: EnvironmentYml) {
  const [first] = [...file.condaDependencies, ...file.pipDependencies];
  const evidence = first === undefined ? lineEvidence(path, 1, '') : lineEvidence(path, first.line, first.text);
  return withFix(
    fail(`${path} does not say which Python.`, evidence),
    'Add this line under `dependencies:`; `python --version` tells the number in the environment that the project was made in.',
    '  - python=3.11',
  );
}
