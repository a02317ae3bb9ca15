import type { OtherLanguage } from '../facts/other-languages.ts';
import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { formatImageReference } from '../model/image-reference.ts';
import { defineCheck, fail, notApplicable, pass, type Verdict, withWays } from './check.ts';

export default defineCheck({
  id: 'mixed-project-has-container',
  statement: 'What is more than Python has a container, or a file for its language.',
  failure: 'nothing provides the second language',
  why: 'pip installs neither R nor Java nor a compiler: whoever follows the README meets a command that is not there.',
  lesson:
    'In the event that your project involves more than just Python packages, conda environments might not suffice. That’s where Docker comes in.',
  fix: 'Write a Dockerfile, or a file that installs the second language and its packages.',
  reads: ['otherLanguages', 'environmentSpecs'],
  decidedBy: 'any-example',
  examples: {
    pass: 'plot.R, and renv.lock or r-base in environment.yml',
    fail: 'the README says “Rscript plot.R”, and requirements.txt is the only environment file',
  },

  judge({ otherLanguages, environmentSpecs: { declared, image, entries } }) {
    const [first] = otherLanguages;
    if (first === undefined) return notApplicable('No language but Python has a part in it.');
    if (declared.length === 0 && image === null)
      return notApplicable('No file declares an environment: see “A file declares the environment.”');
    const container = declared.find(({ family }) => family === 'container');
    if (container !== undefined)
      return pass(`${container.path} describes a container.`, treeEvidence(container.path, entries));
    if (image !== null)
      return pass(
        `There is an image: ${formatImageReference(image.reference)}.`,
        lineEvidence(image.path, image.line, image.quote),
      );
    const missing = otherLanguages.find(({ provider }) => provider === null);
    return missing === undefined ? provided(first, entries) : withoutProvider(missing, entries);
  },
});

function provided({ language, provider }: OtherLanguage, entries: number): Verdict {
  const { path = '', line = null } = provider ?? {};
  const evidence = line === null ? treeEvidence(path, entries) : lineEvidence(path, line.line, line.text);
  return pass(`${path} is there for ${language}.`, evidence);
}

function withoutProvider({ language, use, share, path, entry }: OtherLanguage, entries: number): Verdict {
  const evidence = use === null ? treeEvidence(path, entries) : lineEvidence(use.path, use.line, use.quote);
  const part = use === null ? `is ${Math.round(share * 100)} % of the source` : 'is run by the README';
  const file = language === 'R' ? 'renv.lock (`renv::snapshot()` makes it)' : 'the file of its package manager';
  return withWays(
    fail(`${language} ${part}, and neither a container nor a file provides it.`, evidence),
    {
      when: 'With conda',
      say: 'Add this line under `dependencies:` of environment.yml, and the packages too.',
      paste: `  - ${entry}`,
    },
    {
      when: 'Without',
      say: `Write a Dockerfile that installs ${language} beside Python, or add ${file}.`,
      paste: null,
    },
  );
}
