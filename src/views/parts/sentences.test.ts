import { expect, test } from 'vitest';
import { splitSentence } from './sentences.ts';

test.each([
  ['Nobody can pull it. Either it is private, or absent.', 'Nobody can pull it.', 'Either it is private, or absent.'],
  ['One sentence only.', 'One sentence only.', ''],
  ['conda reads environment.yml whole: 6 entries.', 'conda reads environment.yml whole: 6 entries.', ''],
  ['It asks for numpy 1.26 and pip. e.g. this', 'It asks for numpy 1.26 and pip. e.g. this', ''],
  ['conda drops numpy. And 1 more.', 'conda drops numpy. And 1 more.', ''],
  ['See `a. B` there. Then this follows it.', 'See `a. B` there.', 'Then this follows it.'],
  ['', '', ''],
])('“%s”', (text, first, rest) => {
  expect(splitSentence(text)).toEqual([first, rest]);
});
