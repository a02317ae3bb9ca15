import type { NamedConstraint, RootSpec } from '../facts/root-specs.ts';
import { lineEvidence } from '../model/finding.ts';
import { areDisjoint } from '../parse/version-constraint.ts';
import { defineCheck, fail, notApplicable, pass, withFix } from './check.ts';

export default defineCheck({
  id: 'environments-agree',
  statement: 'The environment files agree with each other.',
  failure: 'two environment files ask for different versions',
  why: 'Two files that hold one package to different versions make two environments, and a reader cannot know which one gave the results.',
  fix: 'Keep one of the two files, or write the same version into both.',
  reads: ['rootSpecs'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'environment.yml: numpy=1.26, requirements.txt: numpy==1.26.4',
    fail: 'environment.yml: numpy=1.26, requirements.txt: numpy==2.1.0',
  },

  judge({ rootSpecs: { specs } }) {
    const pairs = specs.flatMap((one, index) =>
      specs.slice(index + 1).flatMap((other) => (other.purpose === one.purpose ? [{ one, other }] : [])),
    );
    const [pair] = pairs;
    if (pair === undefined) return notApplicable('There are no two environment files for one purpose.');
    const conflicts = pairs.flatMap(({ one, other }) => conflictsOf(one, other));
    const [first] = conflicts;
    if (first === undefined) {
      const files = [pair.one, pair.other].flatMap(({ path, dependencies: [line] }) =>
        line === undefined ? [] : [lineEvidence(path, line.line, line.text)],
      );
      return pass(`${pair.one.path} and ${pair.other.path} hold no package to different versions.`, ...files);
    }
    const more = conflicts.length > 1 ? ` And ${conflicts.length - 1} more.` : '';
    const verdict = fail(
      `${first.one.path} and ${first.other.path} hold ${first.mine.name} to different versions: \`${first.mine.text}\` and \`${first.theirs.text}\`.${more}`,
      ...conflicts
        .slice(0, 10)
        .flatMap(({ one, other, mine, theirs }) => [
          lineEvidence(one.path, mine.line, mine.text),
          lineEvidence(other.path, theirs.line, theirs.text),
        ]),
    );
    return withFix(verdict, 'Write the version that the project was made with into both files, or keep one file.');
  },
});

interface Conflict {
  readonly one: RootSpec;
  readonly other: RootSpec;
  readonly mine: NamedConstraint;
  readonly theirs: NamedConstraint;
}

/** A package that a file names several times is left alone: which line counts is the installer's choice. */
function conflictsOf(one: RootSpec, other: RootSpec): readonly Conflict[] {
  const theirs = onceNamed(other);
  return [...onceNamed(one)].flatMap(([name, mine]) => {
    const their = theirs.get(name);
    return their !== undefined && areDisjoint(mine.constraint, their.constraint)
      ? [{ one, other, mine, theirs: their }]
      : [];
  });
}

function onceNamed({ dependencies }: RootSpec): ReadonlyMap<string, NamedConstraint> {
  const named = new Map(dependencies.map((one) => [one.name, one]));
  const seen = new Set<string>();
  for (const { name } of dependencies)
    if (seen.has(name)) named.delete(name);
    else seen.add(name);
  return named;
}
