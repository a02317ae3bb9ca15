import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { formatImageReference, parseImageReference } from './image-reference.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['ghcr.io/lab/sleep', 'ghcr.io/lab/sleep'],
  [' https://ghcr.io/lab/sleep:1.0 ', 'ghcr.io/lab/sleep:1.0'],
  ['docker://ghcr.io/lab/a/b', 'ghcr.io/lab/a/b'],
  [`ghcr.io/lab/sleep:x@${digest}`, `ghcr.io/lab/sleep:x@${digest}`],
  ['ghcr.io/Lab/Sleep', 'ghcr.io/lab/sleep'],
  ['lab/sleep', 'docker.io/lab/sleep'],
  ['python:3.12', 'docker.io/library/python:3.12'],
  ['registry.hub.docker.com/lab/sleep', 'docker.io/lab/sleep'],
  ['registry.example.org:5000/lab/sleep', 'registry.example.org:5000/lab/sleep'],
])('%s is %s', (text, expected) => {
  const parsed = parseImageReference(text);
  expect(parsed.ok ? formatImageReference(parsed.reference) : parsed.problem).toBe(expected);
});

test.each([
  ['', 'There is no image name.'],
  ['ghcr.io/labsleep', 'A slash is missing'],
  ['ghcr.io/lab/sleep latest', 'no blanks'],
  ['ghcr.io/lab/sleep:a:b', 'not an image path'],
  ['ghcr.io/lab/sl..eep', 'not an image path'],
  ['ghcr.io/lab/%2e%2e', 'not an image path'],
  ['ghcr.io/lab/sleep:tag!', 'is not a tag'],
  ['ghcr.io/lab/sleep@sha512:ab', 'The digest is not'],
  ['ghcr.io@evil.example/lab/sleep', 'The digest is not'],
  [`ghcr.io/${'a'.repeat(600)}`, 'at most 512'],
])('%s is refused', (text, words) => {
  const parsed = parseImageReference(text);
  expect(parsed.ok).toBe(false);
  expect(parsed.ok ? '' : parsed.problem).toContain(words);
});

describe('properties', () => {
  test('never throws, and what it reads it reads again alike', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 700, unit: 'binary' }), (text) => {
        const parsed = parseImageReference(text);
        if (!parsed.ok) return parsed.problem.length > 0;
        const again = parseImageReference(formatImageReference(parsed.reference));
        return again.ok && formatImageReference(again.reference) === formatImageReference(parsed.reference);
      }),
      runs,
    );
  });

  test('no text leads to a host with an @, a slash or a blank in it', () => {
    const host = fc.constantFrom(
      'ghcr.io.evil.example',
      'ghcr.io@evil',
      'ghcr。io',
      'GHCR.IO',
      'ghcr.io%2f',
      'ghcr.io:443',
    );
    fc.assert(
      fc.property(host, fc.string({ maxLength: 20 }), (name, rest) => {
        const parsed = parseImageReference(`${name}/${rest}`);
        return !parsed.ok || /^[a-z0-9.-]+(?::\d{1,5})?$/.test(parsed.reference.registry);
      }),
      runs,
    );
  });
});
