import { expect, test } from 'vitest';
import { parseSubject } from '../core/model/subject.ts';
import { ownerOf, subjectLineOf } from './subject-line.ts';

const commit = 'a'.repeat(40);

test.each([
  ['someone/work', 'someone', 'work', null, 'https://github.com/someone/work'],
  ['someone/work@draft/one', 'someone', 'work', 'draft/one', 'https://github.com/someone/work/tree/draft/one'],
  [`someone/work@${commit}`, 'someone', 'work', 'aaaaaaa', `https://github.com/someone/work/tree/${commit}`],
  ['ghcr.io/someone/tools:v1', null, 'ghcr.io/someone/tools:v1', null, 'https://ghcr.io/someone/tools'],
  ['docker.io/someone/tools', null, 'docker.io/someone/tools', null, null],
])('%s', (text, owner, name, place, address) => {
  const parsed = parseSubject(text);
  expect(parsed.ok && subjectLineOf(parsed.subject)).toEqual({ owner, name, place, address });
  expect(parsed.ok && ownerOf(parsed.subject)).toBe('someone');
});
