import type { EnvironmentLine, ReadmeEnvironments } from '../facts/readme-environments.ts';
import { lineEvidence } from '../model/finding.ts';
import { defineCheck, fail, notApplicable, pass, type Verdict, withFix, withNotes } from './check.ts';
import { withoutReadme } from './readme-says-how-to-run.ts';

export default defineCheck({
  id: 'readme-activates-the-environment-it-creates',
  statement: 'The README activates the environment that it creates.',
  failure: 'the README activates another environment than it creates',
  why: 'Whoever activates a name that nothing created stays in the old environment, without the packages.',
  fix: 'Activate the environment by the name it is created with.',
  reads: ['readmeEnvironments'],
  decidedBy: 'everything',
  examples: {
    pass: 'conda create -n sleep python=3.11, then conda activate sleep',
    fail: 'conda create -n sleep python=3.11, then conda activate sleep-env',
  },
  whenAbsent: { readmeEnvironments: () => withoutReadme() },

  judge({ readmeEnvironments: environments }) {
    const { activated } = environments;
    const [first] = activated;
    if (first === undefined) return notApplicable('The README activates no environment by name.');
    const strange = activated.find((line) => !isKnown(line, environments));
    if (strange === undefined)
      return pass(
        `${first.name} is the environment that is created.`,
        evidenceOf(first),
        ...created(environments, first).map(evidenceOf),
      );
    return judgeStrange(strange, environments);
  },
});

const evidenceOf = ({ path, line, quote }: EnvironmentLine) => lineEvidence(path, line, quote);

const created = ({ created: all }: ReadmeEnvironments, { kind }: EnvironmentLine) =>
  all.filter((line) => line.kind === kind).slice(0, 2);

/** Prefixes are paths, of which the last part is the name that people see. */
const isKnown = (line: EnvironmentLine, { created: all, named }: ReadmeEnvironments): boolean =>
  all.some(
    ({ kind, name }) => kind === line.kind && (name === null || name === line.name || name.endsWith(`/${line.name}`)),
  ) ||
  (line.kind === 'conda' && named.some(({ name }) => name === line.name));

function judgeStrange(strange: EnvironmentLine, environments: ReadmeEnvironments): Verdict {
  const made = created(environments, strange);
  const [file] = environments.named;
  const known = made[0]?.name ?? (strange.kind === 'conda' ? (file?.name ?? null) : null);
  const { mayCreateMore, isTold } = environments;
  if (mayCreateMore || (made.length === 0 && isTold[strange.kind] && known === null))
    return withNotes(notApplicable('No command of the README is known to create the environment that it activates.'), [
      `${strange.path} line ${strange.line} activates ${strange.name}: whoever creates it must call it so.`,
    ]);
  const failed = fail(
    known === null
      ? `${strange.name} is activated, and neither the README nor a file creates it.`
      : `${strange.name} is activated, but the environment is ${made.length > 0 ? 'created' : 'named in the file'} as ${known}.`,
    evidenceOf(strange),
    ...made.map(evidenceOf),
  );
  if (known === null)
    return withFix(
      failed,
      `Write the command that creates ${strange.name} before line ${strange.line} of ${strange.path}.`,
    );
  const at = strange.quote.lastIndexOf(strange.name ?? '');
  const corrected = strange.quote.slice(0, at) + known + strange.quote.slice(at + (strange.name ?? '').length);
  return withFix(failed, `Write line ${strange.line} of ${strange.path} as:`, corrected);
}
