import type { Readme } from '../facts/readme.ts';
import { isTemplate, tells } from '../facts/telling-blocks.ts';
import { readmeSections } from '../fixes/readme-section.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import { type ReadmeBlock, wordsOf } from '../parse/readme.ts';
import { defineCheck, fail, pass, withFix } from './check.ts';

export default defineCheck({
  id: 'readme-exists',
  statement: 'A README says something.',
  failure: 'the README says nothing',
  why: 'It is the first thing another person opens.',
  lesson: 'there should be a README file that describes exactly how to run your code.',
  fix: 'Write a README.md in the root folder: what the project is, how to recreate its environment, how to run it.',
  reads: ['readmeOrFiles'],
  // One sentence is enough, wherever it stands: a part that was not read may hold it.
  decidedBy: 'any-example',
  examples: {
    pass: '# Sleep and noise\n\nMeasures how street noise changes sleep. Run `python run.py all`.',
    fail: '# Sleep and noise\n\n![build](https://example.org/badge.svg)',
  },

  judge({ readmeOrFiles: { readme, lookedFor, lines } }) {
    const failed = (summary: string, ...evidence: readonly Evidence[]) => {
      const [verdict, paste] = [fail(summary, ...evidence), readmeSections(lines)];
      const say = 'Write a README.md in the root folder: what the project is, and what its files tell already:';
      return paste === null ? verdict : withFix(verdict, say, paste);
    };
    if (readme === null) return failed('There is no README.', ...lookedFor);
    const telling = readme.blocks.find((block) => tells(block) && isLong(block.text)) ?? readme.blocks.find(tells);
    if (telling !== undefined) return pass('There is a README.', evidenceOf(readme, telling));
    const template = readme.blocks.find((block) => block.kind === 'prose' && isTemplate(block));
    if (template !== undefined)
      return failed(
        'The README is an untouched template: it tells nothing of this project.',
        evidenceOf(readme, template),
      );
    const first = readme.blocks[0] ?? { kind: 'prose' as const, line: 1, text: '' };
    return failed(
      'The README has no sentence and no command beyond headings, badges and images.',
      evidenceOf(readme, first),
    );
  },
});

/** A line of authors is a sentence too, but a poor one to show. */
const isLong = (text: string): boolean => wordsOf(text).split(' ').length >= 8;

const evidenceOf = (readme: Readme, block: ReadmeBlock) => lineEvidence(readme.path, block.line, firstLine(block.text));

const firstLine = (text: string): string => text.split('\n').find((line) => line.trim() !== '') ?? '';
