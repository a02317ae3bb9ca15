import { lineEvidence } from '../model/finding.ts';
import { defineCheck, fail, pass, unknownBecause, type Verdict, withFix } from './check.ts';

export default defineCheck({
  id: 'dockerfile-is-valid',
  statement: 'Docker can read the Dockerfile.',
  failure: 'Docker refuses the Dockerfile',
  why: 'At the first line that Docker cannot read, `docker build` stops before it builds anything.',
  fix: 'Mend the line shown, then try `docker build .` again.',
  reads: ['dockerfile'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'RUN apt-get update && \\\n    apt-get install -y nmap',
    fail: 'RUN apt-get update &&\n    apt-get install -y nmap',
  },

  judge({ dockerfile: { path, file } }): Verdict {
    if (file.otherSyntax !== null)
      return unknownBecause({
        kind: 'bad-format',
        detail: `${path} is written for “${file.otherSyntax}”, which Reprise does not read.`,
      });
    const [first] = file.problems;
    if (first === undefined) {
      const from = file.baseImages[0];
      const where = from === undefined ? [] : [lineEvidence(path, from.line, from.quote)];
      const count = file.instructions.length;
      return pass(`Docker can read ${path}: ${count} ${count === 1 ? 'instruction' : 'instructions'}.`, ...where);
    }
    const more = file.problems.length > 1 ? ` And ${file.problems.length - 1} more.` : '';
    const evidence = file.problems.map(({ line, quote }) => lineEvidence(path, line, quote));
    const verdict = fail(`Docker refuses ${path}: ${first.message}${more}`, ...evidence);
    return first.say === null ? verdict : withFix(verdict, first.say, first.paste);
  },
});
