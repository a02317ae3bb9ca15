import { expect, test } from 'vitest';
import { formatSubject } from '../core/model/subject.ts';
import { subjectOfAddress } from './subject-of-address.ts';

test.each([
  ['https://github.com/someone/work', 'someone/work'],
  ['https://github.com/someone/work/issues?q=x', 'someone/work'],
  ['https://github.com/someone/work/tree/draft', 'someone/work@draft'],
  ['https://github.com/users/someone/packages/container/package/tools', 'ghcr.io/someone/tools'],
])('%s shows %s', (address, subject) => {
  const found = subjectOfAddress(address);
  expect(found && formatSubject(found)).toBe(subject);
});

test.each([
  undefined,
  '',
  'https://github.com/',
  'https://github.com/settings/profile',
  'https://github.com.evil.example/a/b',
])('%s shows none', (address) => {
  expect(subjectOfAddress(address)).toBeNull();
});

test('a page of another site shows none, even when it could be read as an image', () => {
  expect(subjectOfAddress('https://example.org/someone/work')).toBeNull();
});
