import type { DataLine } from '../facts/opened-data.ts';
import { lineEvidence } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, withFix, withNotes } from './check.ts';
import { withoutReadme } from './readme-says-how-to-run.ts';

export default defineCheck({
  id: 'readme-says-where-the-data-comes-from',
  statement: 'The README says where the data comes from.',
  failure: 'the README does not say where the data comes from',
  why: 'Without its data the same code gives nothing to compare; a link or a download command is enough.',
  fix: 'Write where the data comes from: a link, a command that downloads it, or whom to ask.',
  reads: ['dataSource'],
  // One sentence is enough, wherever it stands.
  decidedBy: 'any-example',
  examples: {
    pass: '## Data\n\n    wget https://example.org/nights.csv -P data/',
    fail: 'run.py opens data/nights.csv, which is not in the repository, and the README does not speak of it.',
  },
  whenAbsent: { dataSource: () => withoutReadme() },

  judge({ dataSource: { told, isLookedAt, present, missing, beside, made, elsewhere, hasSource, notLookedAt } }) {
    if (told !== null) return pass(`${told.path} says where data comes from.`, evidenceOf(told));
    if (!hasSource) return notApplicable('There is no code in this repository that needs data.');
    if (!isLookedAt)
      return unknownBecause({
        kind: 'not-asked',
        detail: 'The README does not speak of data, and the code was not looked at yet.',
      });
    const [first] = missing;
    if (first === undefined) {
      const [[found], [other]] = [present, beside];
      if (other !== undefined)
        return unknownBecause(
          { kind: 'not-asked', detail: `${other.readme} may say where its data come from; it was not read.` },
          evidenceOf(other),
        );
      if (found !== undefined) {
        const passed = pass(
          `Every file of data that the code opens by name is in the repository${made > 0 ? ' or made by its code' : ''}.`,
          evidenceOf(found),
        );
        return elsewhere === 0
          ? passed
          : withNotes(passed, ['Data that the code opens by paths of one machine were not looked for.']);
      }
      return notApplicable(
        elsewhere > 0
          ? 'The code opens data by paths of one machine alone: see “No path in the code belongs to one machine.”'
          : made > 0
            ? 'The code makes every file of data that it opens by name.'
            : 'The code that was looked at opens no file of data by name.',
      );
    }
    if (notLookedAt !== null) return unknownBecause(notLookedAt, evidenceOf(first));
    const names = [...new Set(missing.map(({ opened }) => opened))];
    return withFix(
      fail(
        `The code opens ${shortList(names, 3)}, which the repository does not have, and the README does not say where to get ${names.length === 1 ? 'it' : 'them'}.`,
        ...missing.slice(0, 5).map(evidenceOf),
      ),
      'Add a section to the README that says where to get the data and where to put it:',
      `## Data\n\nDownload ${shortList(names, 3)} from ADDRESS.`,
    );
  },
});

const evidenceOf = ({ path, line, quote }: DataLine) => lineEvidence(path, line, quote);
