import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { defineCheck, pass, withNotes } from './check.ts';

export default defineCheck({
  id: 'repository-is-citable',
  statement: 'What lets others reuse and cite it.',
  failure: 'it cannot be cited',
  why: 'Without a licence nobody may reuse the work; a citation file and an archived version let others name it.',
  fix: 'Add a `LICENSE` and a `CITATION.cff`, and archive a release.',
  reads: ['citation'],
  decidedBy: 'any-example',
  examples: {
    pass: 'LICENSE, CITATION.cff and a DOI in the README',
    fail: 'never: each is only said to be there or not',
  },

  judge({ citation: { licence, citationFile, archived, entries, isPartial } }) {
    const parts = [
      `licence: ${licence ?? 'none'}`,
      `citation file: ${citationFile ?? 'none'}`,
      `DOI or archived version: ${archived === null ? 'none' : `${archived.path} line ${archived.line}`}`,
    ];
    const verdict = pass(
      `${parts.join(' · ').replace(/^l/, 'L')}.`,
      treeEvidence('a licence and a citation file at the root', entries),
      ...(archived === null ? [] : [lineEvidence(archived.path, archived.line, archived.quote)]),
    );
    return isPartial ? withNotes(verdict, ['Not everything was read: there may be more.']) : verdict;
  },
});
