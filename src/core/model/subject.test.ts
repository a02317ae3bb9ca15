import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { atRef, formatSubject, parseSubject } from './subject.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

test.each([
  ['noise/sleep', 'noise/sleep'],
  ['noise/sleep.git', 'noise/sleep'],
  ['noise/sleep@dev', 'noise/sleep@dev'],
  [`noise/sleep@${commit}`, 'noise/sleep@0123456'],
  ['https://github.com/Noise/Sleep', 'Noise/Sleep'],
  ['http://www.github.com/noise/sleep/', 'noise/sleep'],
  ['github.com/noise/sleep/issues/3#issue', 'noise/sleep'],
  ['https://github.com/noise/sleep/tree/feature/x?tab=readme', 'noise/sleep@feature/x'],
  ['https://github.com/noise/sleep/blob/main/README.md', 'noise/sleep@main/README.md'],
  [`https://github.com/noise/sleep/commit/${commit}`, 'noise/sleep@0123456'],
  ['https://github.com/noise/sleep/releases/tag/v1.0', 'noise/sleep@v1.0'],
  ['git@github.com:noise/sleep.git', 'noise/sleep'],
  ['https://someone:secret@github.com/noise/sleep', 'noise/sleep'],
  ['noise/sleep@bot/npm/@types/node', 'noise/sleep@bot/npm/@types/node'],
  ['<https://github.com/noise/sleep>.', 'noise/sleep'],
  ['ghcr.io/noise/sleep:1', 'ghcr.io/noise/sleep:1'],
  ['https://github.com/noise/sleep/pkgs/container/sleep-image', 'ghcr.io/noise/sleep-image'],
  ['https://github.com/users/Noise/packages/container/package/sleep', 'ghcr.io/noise/sleep'],
  ['https://github.com/orgs/noise/packages/container/sleep%2Fsub', 'ghcr.io/noise/sleep/sub'],
  ['https://hub.docker.com/r/noise/sleep', 'docker.io/noise/sleep'],
  ['https://raw.githubusercontent.com/noise/sleep/main/README.md', 'noise/sleep@main/README.md'],
  ['https://raw.githubusercontent.com/noise/sleep/refs/heads/main/a.yml', 'noise/sleep@main/a.yml'],
  ['docker pull ghcr.io/noise/sleep:1', 'ghcr.io/noise/sleep:1'],
  ['$ sudo docker image pull ghcr.io/Noise/Sleep', 'ghcr.io/noise/sleep'],
  [
    'docker run -it --rm -p 8888:8888 -v "$PWD":/work --platform=linux/amd64 ghcr.io/noise/sleep bash',
    'ghcr.io/noise/sleep',
  ],
  ['docker run \\\n  --name x \\\n  noise/sleep', 'docker.io/noise/sleep'],
  ['`docker pull python:3.12`', 'docker.io/library/python:3.12'],
  ['!singularity pull docker://ghcr.io/noise/sleep', 'ghcr.io/noise/sleep'],
  ['launch.sh -c 2 -i ghcr.io/noise/sleep:1 -P Always', 'ghcr.io/noise/sleep:1'],
  ['FROM --platform=linux/amd64 ghcr.io/noise/sleep:1 AS base', 'ghcr.io/noise/sleep:1'],
  ['git clone --depth 1 git@github.com:noise/sleep.git sleep', 'noise/sleep'],
  ['git clone git@github.com:noise/sleep.git', 'noise/sleep'],
  ['git clone https://github.com/noise/sleep', 'noise/sleep'],
  ['gh repo clone noise/sleep', 'noise/sleep'],
  ['noise/sleep/', 'noise/sleep'],
  ['https://github.dev/noise/sleep/blob/main/a.py', 'noise/sleep@main/a.py'],
  ['https://api.github.com/repos/noise/sleep/contents/a', 'noise/sleep'],
  ['https://mybinder.org/v2/gh/noise/sleep/main?labpath=a.ipynb', 'noise/sleep@main'],
  ['https://colab.research.google.com/github/noise/sleep/blob/main/a.ipynb', 'noise/sleep@main/a.ipynb'],
  ['docker tag sleep ghcr.io/noise/sleep:1', 'ghcr.io/noise/sleep:1'],
  ['docker build --platform linux/amd64 -t ghcr.io/noise/sleep:1 .', 'ghcr.io/noise/sleep:1'],
  ['docker buildx build --tag=ghcr.io/noise/sleep .', 'ghcr.io/noise/sleep'],
  ['noise/sleep:latest', 'docker.io/noise/sleep:latest'],
  ['docker://noise/sleep', 'docker.io/noise/sleep'],
  ['image: "ghcr.io/noise/sleep"', 'ghcr.io/noise/sleep'],
  ['-i ghcr.io/noise/sleep', 'ghcr.io/noise/sleep'],
  ['ghcr.io:443/noise/sleep', 'ghcr.io/noise/sleep'],
  ['https://ghcr.io/noise/sleep', 'ghcr.io/noise/sleep'],
  ['https://quay.io/repository/noise/sleep', 'quay.io/noise/sleep'],
  ['registry.gitlab.com/noise/sleep', 'registry.gitlab.com/noise/sleep'],
  ['cr.example.org/noise/sleep', 'cr.example.org/noise/sleep'],
])('%s is %s', (text, expected) => {
  const parsed = parseSubject(text);
  expect(parsed.ok ? formatSubject(parsed.subject) : parsed.problem).toBe(expected);
});

test.each([
  '',
  'sleep',
  'two words',
  'https://github.com/settings/tokens',
  'https://github.com/noise',
  'https://example.org/noise/sleep page',
  'noise/..',
  '-noise/sleep',
  'javascript:alert(1)',
  'ghcr.io/noisesleep',
  '\u202enoise/sleep',
  'docker',
  'docker run',
  'docker build -t noise/sleep .',
  'git clone',
  'docker pull is slow today',
  'docker tag sleep',
  'gh repo',
  '-i',
  'https://gitlab.com/noise/sleep',
  'gitlab.com/noise/sleep',
  'https://example.org/noise/sleep',
  'https://noise.github.io/sleep',
  'https://gist.github.com/noise/sleep',
  'docker push localhost:5000/noise/sleep',
  'launch.sh',
  'x'.repeat(3_000),
])('“%s” gets one sentence', (text) => {
  const parsed = parseSubject(text);
  expect(parsed.ok ? formatSubject(parsed.subject) : 'refused').toBe('refused');
  if (!parsed.ok) expect(parsed.problem).toMatch(/\.$/);
});

test.each(['\u202enoise/sleep', 'ghcr.io/noise/sl\u202eeep', 'ghcr.io/noise/x\u001b[31m'])(
  '%j is quoted without what cannot be seen',
  (text) => {
    const parsed = parseSubject(text);
    expect(parsed.ok ? '' : parsed.problem).toMatch(/^“[^\p{Cc}\p{Bidi_Control}]+$/u);
  },
);

test('a password in an address that is not understood is not repeated', () => {
  const parsed = parseSubject('ftp://someone:hunter2@example.org/noise');
  expect(parsed.ok ? '' : parsed.problem).toMatch(/^“ftp:\/\/someone:\[redacted\]@example/);
});

test('the branch that was found stands in place of the address of a file', () => {
  const parsed = parseSubject('https://github.com/noise/sleep/blob/main/README.md');
  expect(parsed.ok && formatSubject(atRef(parsed.subject, 'main'))).toBe('noise/sleep@main');
  expect(parsed.ok && formatSubject(atRef(parsed.subject, null))).toBe('noise/sleep@main/README.md');
  const head = parseSubject('noise/sleep');
  expect(head.ok && formatSubject(atRef(head.subject, 'main'))).toBe('noise/sleep');
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      const parsed = parseSubject(text);
      return parsed.ok ? parsed.subject.repository !== null || parsed.subject.image !== null : parsed.problem !== '';
    }),
    runs,
  );
});
