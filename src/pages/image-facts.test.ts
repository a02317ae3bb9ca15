import { expect, test } from 'vitest';
import { assessmentOf, refusedImage } from './assessment.test-support.ts';
import { imageFactsOf } from './image-facts.ts';

const naming = { 'README.md': 'Pull the image first:\n\n    docker pull ghcr.io/someone/tools\n' };

test('an image that the README names', () => {
  const facts = imageFactsOf(assessmentOf({ files: naming, images: [refusedImage('someone/tools', 'private')] }));
  expect(facts).toMatchObject({
    reference: 'ghcr.io/someone/tools',
    access: 'private',
    foundIn: 'README.md line 3',
    isClaimed: true,
    settingsPage: 'https://github.com/users/someone/packages/container/tools/settings',
    packageName: 'tools',
  });
});

test('a refusal that tells nothing more is not called private', () => {
  const facts = imageFactsOf(assessmentOf({ files: naming, images: [refusedImage('someone/tools', null)] }));
  expect(facts?.access).toBe('refused');
});

test('a pasted image was found nowhere, and a package’s name may hold a slash', () => {
  const images = [refusedImage('someone/a/b', null)];
  const facts = imageFactsOf(assessmentOf({ subject: 'ghcr.io/someone/a/b', images }));
  expect(facts).toMatchObject({
    foundIn: null,
    packageName: 'a/b',
    settingsPage: 'https://github.com/users/someone/packages/container/a%2Fb/settings',
  });
});

test('an image that was not asked about is not looked at, and blamed for nothing', () => {
  const facts = imageFactsOf(assessmentOf({ files: naming }));
  expect(facts).toMatchObject({ access: 'not-looked-at', digest: null });
});

test('a project without an image has no card', () => {
  expect(imageFactsOf(assessmentOf({ files: { 'README.md': 'It measures street noise.' } }))).toBeNull();
});
