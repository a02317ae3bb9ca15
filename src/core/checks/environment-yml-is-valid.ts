import { mergedLists } from '../fixes/merged-lists.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import type { EnvironmentProblem } from '../parse/environment-yml.ts';
import { defineCheck, fail, pass, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'environment-yml-is-valid',
  statement: 'conda reads the environment file whole.',
  failure: 'conda does not read the environment file whole',
  why: 'A file that conda refuses creates nothing; a file of which conda drops a part creates something else than what was meant.',
  fix: 'Mend the line shown, then try `conda env create -f environment.yml --dry-run`.',
  reads: ['condaEnvironment'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'name: sleep\ndependencies:\n  - python=3.11\n  - pip\n  - pip:\n      - babypandas==0.1.5',
    fail: 'name: sleep\ndependencies:\n  - pip:\n      - numpy\n  - pip:\n      - pandas',
  },

  judge({ condaEnvironment: { path, file, others } }) {
    const notes = [...file.notes, ...othersNote(path, others)];
    const evidence = evidenceOf(path, file.problems);
    const [first] = file.problems;
    if (first !== undefined) {
      const more = file.problems.length > 1 ? ` And ${file.problems.length - 1} more.` : '';
      const verdict = fail(
        first.kind === 'refused'
          ? `conda refuses ${path}: ${first.message}${more}`
          : `conda drops a part of ${path}: ${first.message}${more}`,
        ...evidence,
      );
      const isEncoding = first.message.includes('not saved as UTF-8');
      const isSecondPipList = file.problems.every((problem) => problem.kind === 'dropped-pip-list');
      const merged = mergedLists(file.problems);
      if (isEncoding) return withNotes(withFix(verdict, 'Save the file as UTF-8, or take that character out.'), notes);
      const say = isSecondPipList
        ? 'Put all pip packages under one `pip:` list.'
        : merged !== null && 'Write one list in the place of the others.';
      return withNotes(say === false ? verdict : withFix(verdict, say, merged), notes);
    }
    const count = file.condaDependencies.length + file.pipDependencies.length;
    const line = file.condaDependencies[0] ?? file.pipDependencies[0];
    const where = line === undefined ? [] : [lineEvidence(path, line.line, line.text)];
    return withNotes(
      pass(`conda reads ${path} whole: ${count} ${count === 1 ? 'entry' : 'entries'}.`, ...where),
      notes,
    );
  },
});

/** The line that is lost and the line that takes its place, each once, in the file's order. */
function evidenceOf(path: string, problems: readonly EnvironmentProblem[]): readonly Evidence[] {
  const lines = problems.flatMap(({ line, quote, keptLine }) => [
    { line, text: quote },
    ...(keptLine === undefined ? [] : [keptLine]),
  ]);
  const byLine = new Map(lines.map((one) => [one.line, one.text]));
  return [...byLine].sort(([one], [other]) => one - other).map(([line, text]) => lineEvidence(path, line, text));
}

const othersNote = (path: string, others: readonly string[]): readonly string[] =>
  others.length === 0 ? [] : [`${path} comes first; not judged: ${others.join(', ')}.`];
