import type { EnvironmentSpecs } from '../facts/environment-specs.ts';
import type { LanguageShare } from '../facts/languages.ts';
import { condaEntryOf } from '../facts/parsed-specs.ts';
import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { formatImageReference } from '../model/image-reference.ts';
import { type LanguageSpecs, languageSpecs } from '../tables/language-specs.ts';
import { defineCheck, fail, notApplicable, pass, type Verdict, withWays } from './check.ts';

export default defineCheck({
  id: 'mixed-project-has-container',
  statement: 'What is more than Python has a container or a file for its language.',
  failure: 'nothing provides the second language',
  why: 'pip installs no R, Java or compiler: whoever follows the README meets a command that is not there.',
  lesson:
    'In the event that your project involves more than just Python packages, conda environments might not suffice. That’s where Docker comes in.',
  fix: 'Write a Dockerfile, or a file that installs the second language and its packages.',
  reads: ['languages', 'languageUse', 'environmentSpecs', 'condaEntries'],
  decidedBy: 'any-example',
  examples: {
    pass: 'plot.R, and renv.lock or r-base in environment.yml',
    fail: 'the README says “Rscript plot.R”, and requirements.txt is the only environment file',
  },

  judge({ languages: { others, entries }, languageUse, environmentSpecs: specs, condaEntries }) {
    const asked = others.flatMap((one) => {
      const known = languageSpecs(one.language);
      const use = languageUse.find(({ language }) => language === one.language);
      return known !== null && (use !== undefined || one.share >= LEAST_SHARE) ? [{ ...one, known, use }] : [];
    });
    const [first] = asked;
    if (first === undefined) return notApplicable('No other language than Python has a part in it that would need one.');
    if (specs.declared.length === 0 && specs.image === null)
      return notApplicable('No file declares the environment: see “A file declares the environment.”');
    const container = specs.declared.find(({ family }) => family === 'container');
    if (container !== undefined) return pass(`${container.path} describes a container.`, treeEvidence(container.path, entries));
    const { image } = specs;
    if (image !== null)
      return pass(`There is an image: ${formatImageReference(image.reference)}.`, lineEvidence(image.path, image.line, image.quote));
    const given = asked.map((one) => ({ ...one, by: providedBy(one.known, specs, condaEntries, entries) }));
    const missing = given.find(({ by }) => by === null);
    const provided = given[0]?.by ?? null;
    return missing === undefined && provided !== null ? provided : withoutProvider(missing ?? first, entries);
  },
});

const LEAST_SHARE = 0.1;

type CondaEntries = readonly { readonly path: string; readonly line: number; readonly text: string }[];

function providedBy({ files, conda }: LanguageSpecs, specs: EnvironmentSpecs, entries: CondaEntries, total: number): Verdict | null {
  const file = specs.declared.find(({ path }) => files.test(path));
  if (file !== undefined) return pass(`${file.path} is there for it.`, treeEvidence(file.path, total));
  const entry = entries.find((one) => conda.test(condaEntryOf(one).name ?? ''));
  return entry === undefined
    ? null
    : pass(`${entry.path} provides it: \`${entry.text}\`.`, lineEvidence(entry.path, entry.line, entry.text));
}
