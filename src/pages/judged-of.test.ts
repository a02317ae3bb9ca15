import { expect, test } from 'vitest';
import { assessmentOf } from './assessment.test-support.ts';
import { judgedOf } from './judged-of.ts';

test.each<[string, string | null]>([
  ['https://github.com/someone/work/blob/main/docker/Dockerfile', 'docker/Dockerfile'],
  ['https://github.com/someone/work/blob/main/README.md', 'README.md'],
  ['https://github.com/someone/work/tree/main', null],
  ['https://github.com/someone/work', null],
  ['https://github.com/someone/work/blob/other/README.md', null],
])('%s shows the file %s', (subject, file) => {
  expect(judgedOf(assessmentOf({ subject })).file).toBe(file);
});
