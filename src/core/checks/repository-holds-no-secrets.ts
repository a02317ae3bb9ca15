import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { defineCheck, pass } from './check.ts';
import { liveSecret } from './live-secret.ts';
import { hiddenQuote } from './secret-kinds.ts';

export default defineCheck({
  id: 'repository-holds-no-secrets',
  statement: 'No live token stands in the files that were read.',
  failure: 'what looks like a live token stands in a file',
  why: 'Whoever reads a token can use it until it is revoked, also when the line is deleted: the history keeps it.',
  fix: 'Revoke the token first; then take it out of the file.',
  reads: ['readTexts'],
  decidedBy: 'any-counterexample',
  examples: { pass: 'CR_PAT=<your token>', fail: 'a token that GitHub’s own checksum proves to be one' },

  judge({ readTexts: { paths, secrets } }) {
    const [first] = secrets;
    const looked = treeEvidence('tokens of known shapes in the texts that were read', paths.length);
    if (first === undefined) return pass(`No token of a known shape stands in ${filesWords(paths.length)}.`, looked);
    return liveSecret(
      first.kind,
      secrets.map(({ path, line, kind }) => lineEvidence(path, line, hiddenQuote(kind))),
    );
  },
});

const filesWords = (count: number): string =>
  `the ${count === 1 ? 'file' : `${count} files`} that ${count === 1 ? 'was' : 'were'} read`;
